"use strict";

// The HTML that is sent: written anew from the light tree, with the block numbers as `data-onrecord-block`. The page is not
// cloned, since cloning starts loading its images and runs its custom elements.

var VOID_TAGS = new Set("hr wbr area base col link meta param source track".split(" "));
var HEADLINE_OR_PARAGRAPH = new Set("p h1 h2 h3 h4 h5 h6 pre a span".split(" "));

/** What a reader of articles needs; values typed in, event handlers, styles and data of the page's own stay behind. */
var KEPT_ATTRIBUTES = Object.freeze(["id", "class", "role", "lang", "dir", "rel", "datetime", "itemprop", "itemscope", "itemtype"]);
var LONGEST_ATTRIBUTE = 300;
var LONGEST_METADATA = 100_000;
var MOST_METAS = 300;

/** A page can have an element of any name; one whose content would be read otherwise once written is written as a plain one. */
var PLAIN_TAG = /^(?!(?:listing|noembed|noframes|plaintext|title|xmp)$)[a-z][a-z0-9:._-]{0,60}$/;

var MARKUP = /[&<>"]/;

/**
 * The page's HTML as the backend needs it.
 * @param {PageElement} root The tree with its blocks marked.
 * @returns {string}
 */
function writeHtml(root) {
  /** @type {string[]} */
  const parts = [`<!doctype html><html${writeAttributes(root.element, root.tag)}>`, writeHead()];
  if (root.tag === "html") for (const child of root.children) writeChild(child, root.tag, parts);
  else writeElement(root, parts);
  parts.push("</html>");
  return parts.join("");
}

/**
 * @param {PageNode} node
 * @param {string[]} parts
 */
function writeNode(node, parts) {
  if (node.kind === "text") parts.push(escapeText(node.text));
  else if (node.kind === "break") parts.push("<br>");
  else if (node.kind === "element") writeElement(node, parts);
}

/**
 * @param {PageElement} node
 * @param {string[]} parts
 */
function writeElement(node, parts) {
  const tag = PLAIN_TAG.test(node.tag) ? node.tag : node.block ? "div" : "span";
  const stamp = node.id === undefined ? "" : ` data-onrecord-block="${node.id}"`;
  parts.push(`<${tag}${stamp}${writeAttributes(node.element, tag)}>`);
  if (VOID_TAGS.has(tag)) return;
  for (const child of node.children) writeChild(child, tag, parts);
  parts.push(`</${tag}>`);
}

/**
 * @param {PageNode} child
 * @param {string} parentTag
 * @param {string[]} parts
 */
function writeChild(child, parentTag, parts) {
  if (child.kind === "wrap") writeWrap(child, parentTag, parts);
  else writeNode(child, parts);
}

/**
 * A run of text that shares its element with other blocks gets an element of its own.
 * @param {Extract<PageNode, {kind: "wrap"}>} wrap
 * @param {string} parentTag
 * @param {string[]} parts
 */
function writeWrap(wrap, parentTag, parts) {
  const tag = HEADLINE_OR_PARAGRAPH.has(parentTag) ? "span" : "p";
  parts.push(`<${tag} data-onrecord-block="${wrap.id}">`);
  for (const child of wrap.children) writeNode(child, parts);
  parts.push(`</${tag}>`);
}

/**
 * @param {Element} element
 * @param {string} tag
 */
function writeAttributes(element, tag) {
  if (!Element.prototype.hasAttributes.call(element)) return "";
  let written = "";
  for (const name of KEPT_ATTRIBUTES) written += writeAttribute(name, attributeOf(element, name));
  if (tag === "a") written += writeAttribute("href", webAddress(element));
  if (tag === "meta") written += writeAttribute("content", attributeOf(element, "content"));
  return written;
}

/**
 * @param {string} name
 * @param {string | null} value
 */
function writeAttribute(name, value) {
  if (value === null || value.length > LONGEST_ATTRIBUTE) return "";
  return ` ${name}="${MARKUP.test(value) ? escapeText(value).replaceAll('"', "&quot;") : value}"`;
}

/**
 * @param {Element} element
 * @returns {string | null} Where its link leads; absolute, and only if that is on the web.
 */
function webAddress(element) {
  const href = attributeOf(element, "href");
  if (href === null) return null;
  try {
    const url = new URL(href, domReader.baseURI(element));
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** What the page says of itself: title, meta, canonical link, JSON-LD. */
function writeHead() {
  const metas = elementsMatching("head meta").slice(0, MOST_METAS).map(
    (meta) =>
      `<meta${["name", "property", "itemprop", "content", "charset"].map((name) => writeAttribute(name, attributeOf(meta, name))).join("")}>`,
  );
  const links = elementsMatching('link[rel~="canonical"], link[rel~="amphtml"]').slice(0, MOST_METAS).map(
    (link) => `<link${writeAttribute("rel", attributeOf(link, "rel"))}${writeAttribute("href", webAddress(link))}>`,
  );
  const title = `<title>${escapeText(domReader.title(document))}</title>`;
  return `<head>${metas.join("")}${title}${links.join("")}${writeLinkedData()}</head>`;
}

/** JSON-LD is data, though it stands in a script element; it is sent as such, and never a script. */
function writeLinkedData() {
  let room = LONGEST_METADATA;
  let written = "";
  for (const script of elementsMatching('script[type="application/ld+json"]')) {
    const json = (script.textContent ?? "").replaceAll("<", "\\u003c");
    room -= json.length;
    if (room >= 0) written += `<script type="application/ld+json">${json}</script>`;
  }
  return written;
}

/** @param {string} text */
function escapeText(text) {
  if (!MARKUP.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
