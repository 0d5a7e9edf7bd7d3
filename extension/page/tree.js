"use strict";

// The page as its reader sees it: a light tree of elements and texts in the order of the page, through open and closed
// shadow roots and their slots and through frames of its own origin, without what is hidden, typed in or executed. Nothing
// in the page is touched.

/**
 * Bounds that keep a huge or hostile page from hanging the browser; an article needs a tenth of them. What they let through
 * the backend reads: each node is written with at most two tags of its 120,000, the text goes into its 5 MB twice.
 */
var PAGE_BOUNDS = { nodes: 55_000, characters: 600_000, depth: 400, milliseconds: 2_000 };

var SKIPPED_TAGS = new Set(
  (
    "script style noscript template object embed canvas svg math audio video map picture img rt rp " +
    "input textarea select button option datalist meter progress fieldset onrecord-panel"
  ).split(" "),
);

var PARAGRAPHS_OF_AN_ARTICLE = 4; // in a form: one to sign up with has fewer

var OFF_THE_PAGE = 999; // CSS pixels

var FRAME_TAGS = new Set(["iframe", "frame"]);

var BLOCK_TAGS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form frameset " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot " +
    "th thead tr ul caption"
  ).split(" "),
);

var SHADOW_TAGS = new Set(
  "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split(" "),
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
    frames: [],
    framesAround: 0,
  };
  const node = readElement(root, reading, 0);
  const empty = /** @type {PageElement} */ ({ kind: "element", element: root, tag: "body", block: true, children: [] });
  const { cut, shadowRoots, frames } = reading;
  return { root: node.kind === "element" ? node : empty, cut, shadowRoots, frames };
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
 * @property {ShadowRoot[]} shadowRoots Met so far in the document being read.
 * @property {PageFrame[]} frames Met so far.
 * @property {number} framesAround How many frames the node being read lies in.
 */

/**
 * @param {Element} element
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode}
 */
function readElement(element, reading, depth) {
  const tag = domReader.localName(element);
  if (SKIPPED_TAGS.has(tag) || isSpent(reading, depth)) return { kind: "gap" };
  if (tag === "br") return { kind: "break" };
  const style = getComputedStyle(element);
  if (isHidden(element, style) || isEdited(element) || isMereForm(element, tag)) return { kind: "gap" };
  if (FRAME_TAGS.has(tag)) return readFrame(element, reading, depth + 1);
  const children = readContent(element, tag, style, reading, depth + 1);
  const block = startsBlock(tag, style) || children.some((child) => child.kind === "element" && child.block);
  return { kind: "element", element, tag: tagToWrite(tag, reading), block, children };
}

/**
 * A frame is read where it stands, if the page may look into it as well.
 * @param {Element} element
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode}
 */
function readFrame(element, reading, depth) {
  const inside = documentInFrame(element);
  const root = inside && domReader.documentElement(inside);
  if (!root) return { kind: "gap" };
  /** @type {PageFrame} */
  const frame = { document: inside, shadowRoots: [] };
  reading.frames.push(frame);
  const around = reading.shadowRoots;
  reading.shadowRoots = frame.shadowRoots;
  reading.framesAround += 1;
  const children = readContent(root, "html", getComputedStyle(root), reading, depth);
  reading.framesAround -= 1;
  reading.shadowRoots = around;
  return { kind: "element", element, tag: "div", block: true, children };
}

/**
 * What stands inside an element for its reader: its shadow root's content where it has one, and in a slot the nodes put there.
 * @param {Element} element
 * @param {string} tag
 * @param {CSSStyleDeclaration} style
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode[]}
 */
function readContent(element, tag, style, reading, depth) {
  const shadow = mayHaveShadow(element, tag) ? browserApi.shadowRootOf(element) : null;
  if (shadow) reading.shadowRoots.push(shadow);
  const assigned = nodesInSlot(element);
  const nodes = assigned.length ? assigned : childrenOf(shadow ?? element);
  /** @type {boolean | undefined} */
  let seen; // asked once, and only where there is text: each question to a style costs
  const seesText = () => (seen ??= style.visibility === "visible" && style.contentVisibility !== "hidden" && !isClosed(element, tag));
  /** @type {PageNode[]} */
  const content = [];
  for (const node of nodes) {
    const read = readNode(node, seesText, reading, depth);
    if (read) content.push(read);
  }
  // No Range reaches over the edge of a shadow root or a slot.
  return shadow || assigned.length ? [{ kind: "gap" }, ...content, { kind: "gap" }] : content;
}

/**
 * @param {Node} node
 * @param {() => boolean} seesText Whether the text of its parent is seen.
 * @param {Reading} reading
 * @param {number} depth
 * @returns {PageNode | null}
 */
function readNode(node, seesText, reading, depth) {
  const type = domReader.nodeType(node);
  if (type === Node.ELEMENT_NODE) return readElement(/** @type {Element} */ (node), reading, depth);
  if (type !== Node.TEXT_NODE && type !== Node.CDATA_SECTION_NODE) return null;
  const text = /** @type {Text} */ (node).data;
  reading.characters += text.length;
  if (isSpent(reading, depth) || (/\S/.test(text) && !seesText())) return { kind: "gap" };
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
  const { display } = style;
  if (display === "inline") return Element.prototype.checkVisibility?.call(element) === false; // no position, no clip
  if (display === "none" || isOutOfSight(style)) return true;
  // Also false for what a closed <details> or `content-visibility: hidden` keeps back; `contents` has no box to ask about.
  return display !== "contents" && Element.prototype.checkVisibility?.call(element) === false;
}

/**
 * Whether something is there for screen readers or search engines only: clipped to nothing, shrunk to a dot, or off the page.
 * @param {CSSStyleDeclaration} style
 */
function isOutOfSight(style) {
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  const clipped = style.clip.startsWith("rect(") || /^(inset\((50|100)%|circle\(0)/.test(style.clipPath);
  const dot = style.overflow !== "visible" && parseFloat(style.width) <= 1 && parseFloat(style.height) <= 1;
  return clipped || dot || [style.left, style.top].some((edge) => parseFloat(edge) <= -OFF_THE_PAGE);
}

/**
 * Whether an element can have a shadow root at all: some of HTML's, and those with a name of their own.
 * @param {Element} element
 * @param {string} tag
 */
function mayHaveShadow(element, tag) {
  return (SHADOW_TAGS.has(tag) || tag.includes("-")) && isHtml(element);
}

/**
 * Whether an element is a `<details>` of which only the summary shows.
 * @param {Element} element
 * @param {string} tag
 */
function isClosed(element, tag) {
  return tag === "details" && attributeOf(element, "open") === null;
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
  if (tag !== "form" || Element.prototype.querySelector.call(element, "article, main, h1")) return false;
  return Element.prototype.querySelectorAll.call(element, "p").length < PARAGRAPHS_OF_AN_ARTICLE;
}

/**
 * What an element is written as: the backend looks into no frame, has one body, and takes a form for something to fill in.
 * @param {string} tag
 * @param {Reading} reading
 */
function tagToWrite(tag, reading) {
  const mere = tag === "form" || tag === "frameset" || (tag === "body" && reading.framesAround > 0);
  return mere ? "div" : tag;
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
