"use strict";

// Which findings are under the pointer, or in a selection. Highlights get no events of their own, so the text there is asked for.

var POINTER_RESTS_MS = 160;
var BESIDE_PX = 2;

/**
 * Tells where the pointer has come to rest, and when it moves on. Nothing is kept from the page: the listeners only listen.
 * @param {(x: number, y: number) => void} rested
 * @returns {() => void} Ends it.
 */
function watchPointer(rested) {
  let timer = 0;
  /** @param {MouseEvent} event */
  const moved = ({ clientX, clientY, buttons }) => {
    clearTimeout(timer);
    if (!buttons) timer = setTimeout(() => rested(clientX, clientY), POINTER_RESTS_MS); // a button held is a selection being made
  };
  addEventListener("mousemove", moved, { passive: true, capture: true });
  return () => {
    clearTimeout(timer);
    removeEventListener("mousemove", moved, { capture: true });
  };
}

/**
 * The findings at a point of the window, statements first.
 * @param {PlacedFinding[]} placed
 * @param {ShadowRoot[]} shadowRoots Of the page, into which the point may lead.
 * @param {number} x
 * @param {number} y
 */
function findingsAt(placed, shadowRoots, x, y) {
  const ours = Document.prototype.elementFromPoint.call(document, x, y)?.localName === "onrecord-panel";
  const caret = ours ? null : caretAt(shadowRoots, x, y);
  return caret ? placed.filter(({ ranges }) => ranges.some((range) => holds(range, caret) && isUnder(range, x, y))) : [];
}

/**
 * @param {ShadowRoot[]} shadowRoots
 * @param {number} x
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
function caretAt(shadowRoots, x, y) {
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position && { node: position.offsetNode, offset: position.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/**
 * @param {Range} range
 * @param {{node: Node, offset: number}} caret
 */
function holds(range, { node, offset }) {
  return node.ownerDocument === range.startContainer.ownerDocument && range.isPointInRange(node, offset);
}

/**
 * Whether the point lies on the words themselves: the caret nearest to a point in the margin is no answer.
 * @param {Range} range
 * @param {number} x
 * @param {number} y
 */
function isUnder(range, x, y) {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) =>
      left - BESIDE_PX <= x && x <= right + BESIDE_PX && top - BESIDE_PX <= y && y <= bottom + BESIDE_PX,
  );
}

/**
 * The findings that the page's selection touches.
 * @param {PlacedFinding[]} placed
 */
function selectedFindings(placed) {
  const selection = getSelection();
  if (!selection?.rangeCount || selection.isCollapsed) return [];
  const selected = selection.getRangeAt(0);
  return placed.filter(({ ranges }) => ranges.some((range) => overlap(range, selected)));
}

/**
 * @param {Range} one
 * @param {Range} other
 */
function overlap(one, other) {
  if (one.startContainer.getRootNode() !== other.startContainer.getRootNode()) return false;
  return one.compareBoundaryPoints(Range.END_TO_START, other) < 0 && one.compareBoundaryPoints(Range.START_TO_END, other) > 0;
}
