"use strict";

// From a report's spans back to the page. A Range is used only if its text is exactly the finding's: a confident wrong mark
// is worse than none.

/**
 * A function that finds spans in the page.
 * @param {OnRecordReport} report Offsets in UTF-16 units.
 * @param {PageBlock[]} pageBlocks As they were sent; where the page has put other nodes in their place since, those are used.
 * @returns {(span: ReportSpan) => Range[]} One range for each unbroken stretch of text; none if any of them differs.
 */
function placer(report, pageBlocks) {
  const blocksNow = pageBlocks.every(isUnchanged) ? pageBlocks : renumbered(pageBlocks, readBlocks());
  const byId = new Map(blocksNow.map((block) => [block.id, block]));
  const { text, blocks } = report.article;
  return (span) => {
    if (text.slice(span.start, span.end) !== span.exact) return [];
    const touched = blocks.filter((block) => block.start < span.end && span.start < block.end);
    const ranges = touched.map((block) => placeInBlock(span, block, byId.get(block.id)));
    return ranges.every((placed) => placed !== null) ? ranges.flat() : [];
  };
}

/**
 * @param {ReportSpan} span
 * @param {ReportBlock} reported
 * @param {PageBlock | undefined} block
 * @returns {Range[] | null} Null if the page's text is not the span's.
 */
function placeInBlock(span, reported, block) {
  if (!block) return null;
  const start = Math.max(span.start, reported.start) - reported.start;
  const end = Math.min(span.end, reported.end) - reported.start;
  const expected = span.exact.slice(start + reported.start - span.start, end + reported.start - span.start);
  if (block.text.slice(start, end) !== expected) return null;
  const ranges = stretchesWithin(block, start, end).map((stretch) => exactRange(stretch, start, end, block.text));
  return ranges.every((range) => range !== null) ? ranges.filter((range) => range.toString().trim()) : null;
}

/**
 * @param {PageBlock} block
 * @param {number} start
 * @param {number} end
 * @returns {Segment[][]}
 */
function stretchesWithin(block, start, end) {
  /** @type {Map<number, Segment[]>} */
  const stretches = new Map();
  for (const segment of block.segments) {
    if (segment.start >= end || segment.end <= start) continue;
    const stretch = stretches.get(segment.stretch);
    if (stretch) stretch.push(segment);
    else stretches.set(segment.stretch, [segment]);
  }
  return [...stretches.values()];
}

/**
 * @param {Segment[]} stretch
 * @param {number} start
 * @param {number} end
 * @param {string} text
 * @returns {Range | null}
 */
function exactRange(stretch, start, end, text) {
  const first = stretch[0];
  const last = stretch[stretch.length - 1];
  const from = Math.max(start, first.start);
  const to = Math.min(end, last.end);
  if (!isInWindow(first.node) || !isInWindow(last.node)) return null; // a range there would read well and show nowhere
  const range = new Range();
  try {
    range.setStart(first.node, from - first.start);
    range.setEnd(last.node, to - last.start);
  } catch {
    return null; // The page has since shortened that text.
  }
  return range.toString() === text.slice(from, to) ? range : null;
}

/** The page's blocks as they are now. */
function readBlocks() {
  return markBlocks(readPageTree(domReader.documentElement(document)).root);
}

/**
 * @param {PageBlock} block
 * @returns {boolean} Whether its text nodes are still in the page with the text that was read.
 */
function isUnchanged({ text, segments }) {
  return segments.every(({ node, start, end }) => isInWindow(node) && node.data === text.slice(start, end));
}
