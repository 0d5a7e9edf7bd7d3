"use strict";

// How the page's document is read and our elements are made. Getters are taken from the prototypes: a page can put
// `<form><input name="firstChild">` or `<form name="createElement">` in the way of the plain ones, even for us.

var domReader = {
  firstChild: getterOf(Node.prototype, "firstChild"),
  nextSibling: getterOf(Node.prototype, "nextSibling"),
  nodeType: getterOf(Node.prototype, "nodeType"),
  isConnected: getterOf(Node.prototype, "isConnected"),
  ownerDocument: getterOf(Node.prototype, "ownerDocument"),
  baseURI: getterOf(Node.prototype, "baseURI"),
  localName: getterOf(Element.prototype, "localName"),
  namespaceURI: getterOf(Element.prototype, "namespaceURI"),
  defaultView: getterOf(Document.prototype, "defaultView"),
  documentElement: getterOf(Document.prototype, "documentElement"),
  activeElement: getterOf(Document.prototype, "activeElement"),
  title: getterOf(Document.prototype, "title"),
};

/**
 * @param {object} prototype
 * @param {string} name
 * @returns {(node: any) => any}
 */
function getterOf(prototype, name) {
  const getter = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (!getter) throw new TypeError(`no such property: ${name}`);
  return (node) => getter.call(node);
}

/**
 * A node's children.
 * @param {Node} node Any node.
 * @returns {Generator<Node>}
 */
function* childrenOf(node) {
  for (let child = domReader.firstChild(node); child; child = domReader.nextSibling(child)) yield child;
}

/**
 * @param {Element} element
 * @param {string} name
 * @returns {string | null}
 */
function attributeOf(element, name) {
  return Element.prototype.getAttribute.call(element, name);
}

/**
 * Whether a node can be seen at all: it is in a document, and that document in a window.
 * @param {Node} node
 * @returns {boolean}
 */
function isInWindow(node) {
  return domReader.isConnected(node) && domReader.defaultView(domReader.ownerDocument(node)) !== null;
}

/**
 * @param {Element} element
 * @returns {boolean}
 */
function isHtml(element) {
  return domReader.namespaceURI(element) === "http://www.w3.org/1999/xhtml";
}

/**
 * The document in a frame. Interfaces are told by name and not by `instanceof`: each frame has classes of its own.
 * @param {Element} element An `iframe` or `frame`.
 * @returns {Document | null} Null for a document of another origin.
 */
function documentInFrame(element) {
  if (!isHtml(element)) return null;
  const prototype = domReader.localName(element) === "iframe" ? HTMLIFrameElement.prototype : HTMLFrameElement.prototype;
  return getterOf(prototype, "contentDocument")(element);
}

/**
 * @param {Element} element
 * @returns {Node[]} The nodes that a slot shows; none if it shows its own content, or is no slot.
 */
function nodesInSlot(element) {
  if (domReader.localName(element) !== "slot" || !isHtml(element)) return [];
  return HTMLSlotElement.prototype.assignedNodes.call(element, { flatten: true });
}

/**
 * @param {string} selector
 * @returns {Element[]}
 */
function elementsMatching(selector) {
  return [...Document.prototype.querySelectorAll.call(document, selector)];
}

/**
 * @param {string} tag
 * @returns {HTMLElement}
 */
function newElement(tag) {
  return Document.prototype.createElement.call(document, tag);
}
