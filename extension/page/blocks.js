"use strict";

// From the light tree to blocks: a block is an unbroken run of text, as a paragraph is. Its text is the raw text of its
// text nodes, with "\n" for a `<br>`; each text node's place in it is kept, so that offsets lead back to the page.

/**
 * Numbers the blocks and notes each number in the tree, for the HTML that is sent.
 * @param {PageElement} root The page's tree; its elements get ids, and runs beside other blocks get a wrapping node.
 * @returns {PageBlock[]} In the order of the page.
 */
function markBlocks(root) {
  /** @type {PageBlock[]} */
  const blocks = [];
  markElement(root, blocks);
  return blocks;
}

/**
 * @param {PageElement} element
 * @param {PageBlock[]} blocks
 */
function markElement(element, blocks) {
  const runs = splitIntoRuns(element.children);
  element.children = [];
  for (const run of runs) {
    const block = run.some(isBlockElement) ? null : blockOf(run, blocks.length);
    if (block) blocks.push(block);
    if (block && runs.length === 1) element.id = block.id;
    if (block && runs.length > 1) element.children.push({ kind: "wrap", id: block.id, children: run });
    else element.children.push(...run);
    for (const child of run) if (isBlockElement(child)) markElement(child, blocks);
  }
}

/**
 * Runs of text between the block elements and the double line breaks; each of these is a run of its own.
 * @param {PageNode[]} nodes
 * @returns {PageNode[][]} Without runs of mere white space.
 */
function splitIntoRuns(nodes) {
  const solid = nodes.filter((node) => node.kind !== "gap" && !isWhiteSpace(node));
  const borders = new Set(solid.filter((node, at) => isBlockElement(node) || isDoubleBreak(solid, at)));
  /** @type {PageNode[][]} */
  const runs = [];
  let joins = false;
  for (const node of nodes) {
    if (joins && !borders.has(node)) runs[runs.length - 1].push(node);
    else runs.push([node]);
    joins = !borders.has(node);
  }
  return runs.filter((run) => !run.every(isWhiteSpace));
}

/** @param {PageNode} node */
function isWhiteSpace(node) {
  return node.kind === "text" && !node.text.trim();
}

/**
 * @param {PageNode} node
 * @returns {node is PageElement}
 */
function isBlockElement(node) {
  return node.kind === "element" && node.block;
}

/**
 * @param {PageNode[]} nodes
 * @param {number} at
 */
function isDoubleBreak(nodes, at) {
  return nodes[at].kind === "break" && (nodes[at - 1]?.kind === "break" || nodes[at + 1]?.kind === "break");
}

/**
 * @param {PageNode[]} run
 * @param {number} id
 * @returns {PageBlock | null} Null for a run without words.
 */
function blockOf(run, id) {
  let text = "";
  let stretch = 0;
  /** @type {Segment[]} */
  const segments = [];
  for (const leaf of leavesOf(run)) {
    if (leaf.kind === "text" && leaf.text) {
      segments.push({ node: leaf.node, start: text.length, end: text.length + leaf.text.length, stretch });
      text += leaf.text;
    } else if (leaf.kind !== "text") {
      stretch += 1;
      if (leaf.kind === "break" && text) text += "\n";
    }
  }
  return text.trim() ? { id, text, segments } : null;
}

/**
 * @param {PageNode[]} nodes
 * @returns {Generator<Extract<PageNode, {kind: "text" | "break" | "gap"}>>}
 */
function* leavesOf(nodes) {
  for (const node of nodes) {
    if ("children" in node) yield* leavesOf(node.children);
    else yield node;
  }
}
