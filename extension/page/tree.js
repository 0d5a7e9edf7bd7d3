"use strict";

// The page as its reader sees it: a light tree of elements and texts in the order of the page, through open and closed
// shadow roots and their slots, without what is hidden, typed in or executed. Nothing in the page is touched.

/** Bounds that keep a huge or hostile page from hanging the browser; an article needs a hundredth of them. */
var PAGE_BOUNDS = { nodes: 200_000, characters: 1_200_000, depth: 400, milliseconds: 2_000 };

var SKIPPED_TAGS = new Set(
  (
    "script style noscript template iframe frame object embed canvas svg math audio video map picture img " +
    "input textarea select button option datalist meter progress fieldset onrecord-panel"
  ).split(" "),
);

var BLOCK_TAGS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot " +
    "th thead tr ul caption"
  ).split(" "),
);

/**
 * Reads the page.
 * @param {Element} root The element to start from.
 * @param {typeof PAGE_BOUNDS} [bounds] When to stop.
 * @returns {PageTree}
 */
function readPageTree(root, bounds = PAGE_BOUNDS) {
  /** @type {Reading} */
  const reading = {
    bounds,
    nodes: 0,
    characters: 0,
    deadline: performance.now() + bounds.milliseconds,
    late: false,
    cut: false,
    shadowRoots: [],
  };
  const node = readElement(root, reading, 0);
  const empty = /** @type {PageElement} */ ({ kind: "element", element: root, tag: "body", block: true, children: [] });
  return { root: node.kind === "element" ? node : empty, cut: reading.cut, shadowRoots: reading.shadowRoots };
}

/**
 * How far the reading has come.
 * @typedef {object} Reading
 * @property {typeof PAGE_BOUNDS} bounds When to stop.
 * @property {number} nodes Elements and texts met.
 * @property {number} characters Of text met.
 * @property {number} deadline On the page's clock, in milliseconds.
 * @property {boolean} late Whether the deadline has passed.
 * @property {boolean} cut Whether anything was left out because of the bounds.
 * @property {ShadowRoot[]} shadowRoots Met so far.
 */

/**
 * @param {Element} element
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode}
 */
function readElement(element, reading, depth) {
  const tag = domReader.localName(element);
  if (tag === "br") return { kind: "break" };
  if (SKIPPED_TAGS.has(tag) || isSpent(reading, depth)) return { kind: "gap" };
  const style = getComputedStyle(element);
  if (isHidden(element, style) || isEdited(element) || isMereForm(element, tag)) return { kind: "gap" };
  const children = readContent(element, tag, style.visibility === "visible", reading, depth + 1);
  const block = startsBlock(tag, style) || children.some((child) => child.kind === "element" && child.block);
  return { kind: "element", element, tag, block, children };
}

/**
 * What stands inside an element for its reader: its shadow root's content where it has one, and in a slot the nodes put there.
 * @param {Element} element
 * @param {string} tag
 * @param {boolean} visible
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode[]}
 */
function readContent(element, tag, visible, reading, depth) {
  const shadow = browserApi.shadowRootOf(element);
  if (shadow) reading.shadowRoots.push(shadow);
  const assigned = tag === "slot" && element instanceof HTMLSlotElement ? element.assignedNodes({ flatten: true }) : [];
  const nodes = assigned.length ? assigned : childrenOf(shadow ?? element);
  /** @type {PageNode[]} */
  const content = [];
  for (const node of nodes) {
    const read = readNode(node, visible, reading, depth);
    if (read) content.push(read);
  }
  // No Range reaches over the edge of a shadow root or a slot.
  return shadow || assigned.length ? [{ kind: "gap" }, ...content, { kind: "gap" }] : content;
}

/**
 * @param {Node} node
 * @param {boolean} visible
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode | null}
 */
function readNode(node, visible, reading, depth) {
  const type = domReader.nodeType(node);
  if (type === Node.ELEMENT_NODE) return readElement(/** @type {Element} */ (node), reading, depth);
  if (type !== Node.TEXT_NODE) return null;
  const text = /** @type {Text} */ (node).data;
  reading.characters += text.length;
  if (!visible || isSpent(reading, depth)) return { kind: "gap" };
  return { kind: "text", node: /** @type {Text} */ (node), text };
}

/**
 * Whether a bound is reached. The clock is asked now and then only.
 * @param {Reading} reading
 * @param {number} depth
 */
function isSpent(reading, depth) {
  const { bounds } = reading;
  reading.nodes += 1;
  if (reading.nodes % 512 === 0 && performance.now() > reading.deadline) reading.late = true;
  const tooMuch = reading.nodes > bounds.nodes || reading.characters > bounds.characters;
  const spent = reading.late || tooMuch || depth > bounds.depth;
  reading.cut ||= spent;
  return spent;
}

/**
 * @param {Element} element
 * @param {CSSStyleDeclaration} style
 */
function isHidden(element, style) {
  if (style.display === "none") return true;
  if (style.position === "absolute" && (style.clipPath === "inset(50%)" || style.clip.startsWith("rect("))) return true;
  // Also false for what a closed <details> or `content-visibility: hidden` keeps back; `contents` has no box to ask about.
  return style.display !== "contents" && Element.prototype.checkVisibility?.call(element) === false;
}

/**
 * Whether the reader is writing here: a draft is nobody else's business.
 * @param {Element} element
 */
function isEdited(element) {
  const editable = attributeOf(element, "contenteditable");
  return editable !== null && editable !== "false";
}

/**
 * A form is skipped, except one that a page wraps around its whole article.
 * @param {Element} element
 * @param {string} tag
 */
function isMereForm(element, tag) {
  return tag === "form" && !Element.prototype.querySelector.call(element, "article, main, h1");
}

/**
 * Whether an element breaks the line of text it stands in.
 * @param {string} tag
 * @param {CSSStyleDeclaration} style
 */
function startsBlock(tag, style) {
  const { display } = style;
  if (display === "inline" || display.startsWith("ruby")) return false;
  if (BLOCK_TAGS.has(tag)) return true;
  if (display === "contents" || display.startsWith("inline-")) return false;
  // Out of flow, a drop cap or a footnote mark computes to `block` and still belongs to its line.
  const floats = style.float !== "none" && style.float !== "";
  return !floats && style.position !== "absolute" && style.position !== "fixed";
}
