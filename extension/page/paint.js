"use strict";

// Painting through the CSS Custom Highlight API, which marks text without touching the document. Each document (the page's and
// those of its frames) has a registry of its own; it is shared with the page, hence the prefix of the names.

var HEDGE_PRIORITY = 1;
var JUMP_PRIORITY = 2;
var JUMP_SHOWN_MS = 2_400;

/** All that we ever paint. The registries' own iterators do not work across windows in Firefox. */
var HIGHLIGHTS = Object.freeze([
  ...[0, 1, 2, 3, 4, 5, 6, 7, 8].map((rung) => `onrecord-rung-${rung}`),
  "onrecord-hedge",
  "onrecord-hedge-uncounted",
  "onrecord-jump",
]);

/** The windows that have marks of ours. */
var paintedWindows = new Set([window]);

/**
 * Paints findings, and nothing else that was painted before.
 * @param {PlacedFinding[]} placed Findings with their ranges.
 */
function paint(placed) {
  /** @type {Map<Window & typeof globalThis, Map<string, Range[]>>} */
  const byWindow = new Map();
  for (const { finding, ranges } of placed) {
    for (const range of ranges) {
      const view = windowOf(range);
      if (!byWindow.has(view)) byWindow.set(view, new Map());
      const named = /** @type {Map<string, Range[]>} */ (byWindow.get(view));
      const same = named.get(finding.highlight);
      if (same) same.push(range);
      else named.set(finding.highlight, [range]);
    }
  }
  unpaint();
  for (const [view, named] of byWindow) {
    for (const [name, ranges] of named) setHighlight(view, name, ranges, name.startsWith("onrecord-hedge") ? HEDGE_PRIORITY : 0);
  }
}

/**
 * @param {Range} range
 * @returns {Window & typeof globalThis} The window whose registry paints it.
 */
function windowOf(range) {
  return range.startContainer.ownerDocument?.defaultView ?? window;
}

/**
 * @param {Window & typeof globalThis} view
 * @param {string} name
 * @param {Range[]} ranges
 * @param {number} priority
 */
function setHighlight(view, name, ranges, priority) {
  const highlight = new view.Highlight();
  for (const range of ranges) highlight.add(range);
  highlight.priority = priority;
  view.CSS.highlights.set(name, highlight);
  paintedWindows.add(view);
}

/** Takes every mark of ours off the page. */
function unpaint() {
  for (const view of paintedWindows) for (const name of HIGHLIGHTS) view.CSS.highlights.delete(name);
}

/**
 * Brings a passage into view and marks it for a moment.
 * @param {Range[]} ranges The passage; nothing happens without any.
 */
function jumpTo(ranges) {
  if (!ranges.length) return;
  const view = windowOf(ranges[0]);
  ranges[0].startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
  const { top, bottom } = ranges[0].getBoundingClientRect();
  // In a paragraph taller than the window its middle is not where the passage is.
  if (top < 0 || bottom > view.innerHeight) view.scrollBy({ top: top - view.innerHeight / 3, behavior: "instant" });
  setHighlight(view, "onrecord-jump", ranges, JUMP_PRIORITY);
  setTimeout(() => {
    const shown = view.CSS.highlights.get("onrecord-jump");
    if (shown?.has(ranges[0])) view.CSS.highlights.delete("onrecord-jump");
  }, JUMP_SHOWN_MS);
}

/**
 * Lets the highlights show inside shadow roots: Firefox paints them there only by a sheet of the root's own.
 * @param {ShadowRoot[]} roots The shadow roots of the page and of its frames.
 * @param {string} css The highlights' style.
 * @returns {() => void} Takes the sheets away again.
 */
function styleShadowRoots(roots, css) {
  /** @type {Map<Document, CSSStyleSheet>} */
  const sheets = new Map(); // one for each document: none may be used in another
  for (const root of roots) {
    const sheet = sheets.get(root.ownerDocument) ?? new (root.ownerDocument.defaultView ?? window).CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(root.ownerDocument, sheet);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  return () => {
    for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheets.get(root.ownerDocument));
  };
}
