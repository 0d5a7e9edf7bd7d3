"use strict";

// How the page's document is read and our elements are made. Getters are taken from the prototypes: a page can put
// `<form><input name="firstChild">` or `<form name="createElement">` in the way of the plain ones, even for us.

var domReader = {
  firstChild: getterOf(Node.prototype, "firstChild"),
  nextSibling: getterOf(Node.prototype, "nextSibling"),
  nodeType: getterOf(Node.prototype, "nodeType"),
  localName: getterOf(Element.prototype, "localName"),
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
