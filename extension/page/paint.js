"use strict";

// Painting through the CSS Custom Highlight API, which marks text without touching the document. The registry is shared with
// the page, hence the prefix of the names.

var HEDGE_PRIORITY = 1;
var JUMP_PRIORITY = 2;
var JUMP_SHOWN_MS = 2_400;

/**
 * Paints findings.
 * @param {PlacedFinding[]} placed Findings with their ranges.
 */
function paint(placed) {
  /** @type {Map<string, Range[]>} */
  const byHighlight = new Map();
  for (const { finding, ranges } of placed) {
    byHighlight.set(finding.highlight, [...(byHighlight.get(finding.highlight) ?? []), ...ranges]);
  }
  for (const [name, ranges] of byHighlight) {
    if (ranges.length) setHighlight(name, ranges, name.startsWith("onrecord-hedge") ? HEDGE_PRIORITY : 0);
  }
}

/**
 * @param {string} name
 * @param {Range[]} ranges
 * @param {number} priority
 */
function setHighlight(name, ranges, priority) {
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(name, highlight);
}

/** Takes every mark of ours off the page. */
function unpaint() {
  for (const name of [...CSS.highlights.keys()]) if (name.startsWith("onrecord-")) CSS.highlights.delete(name);
}

/**
 * Brings a passage into view and marks it for a moment.
 * @param {Range[]} ranges The passage; nothing happens without any.
 */
function jumpTo(ranges) {
  if (!ranges.length) return;
  ranges[0].startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const { top, bottom } = ranges[0].getBoundingClientRect();
  // In a paragraph taller than the window its middle is not where the passage is.
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 3, behavior: "instant" });
  setHighlight("onrecord-jump", ranges, JUMP_PRIORITY);
  setTimeout(() => {
    const shown = CSS.highlights.get("onrecord-jump");
    if (shown?.has(ranges[0])) CSS.highlights.delete("onrecord-jump");
  }, JUMP_SHOWN_MS);
}

/**
 * Lets the highlights show inside shadow roots: Firefox paints them there only by a sheet of the root's own.
 * @param {ShadowRoot[]} roots The page's shadow roots.
 * @param {string} css The highlights' style.
 * @returns {() => void} Takes the sheet away again.
 */
function styleShadowRoots(roots, css) {
  if (!roots.length) return () => {};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
