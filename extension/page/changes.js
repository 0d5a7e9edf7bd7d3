"use strict";

// What a page that has changed means for its findings: pages arrive late, are drawn anew, grow at their end, or become another.

/** Letters from which new text counts as part of an article, and no longer as a counter, a clock or a button. */
var LEAST_PROSE = 80;

/**
 * What has changed between two readings of a page.
 * @param {PageReading} before The reading that the report was made from.
 * @param {PageReading} now The new one.
 * @param {OnRecordReport} report What was made of it.
 * @returns {"nothing" | "nodes" | "article"} "nodes": the same words stand in other nodes; "article": the report is out of date.
 */
function whatChanged(before, now, report) {
  if (withoutHash(before.request.url) !== withoutHash(now.request.url)) return "article";
  const scored = new Set(report.article.blocks.map((block) => block.id));
  const lost = withoutThoseOf(before.blocks, now.blocks);
  const added = withoutThoseOf(now.blocks, before.blocks);
  if (lost.some((block) => scored.has(block.id)) || added.some((block) => block.text.trim().length >= LEAST_PROSE)) return "article";
  return lost.length || added.length || !sameNodes(before.blocks, now.blocks) ? "nodes" : "nothing";
}

/** @param {string} url */
function withoutHash(url) {
  return url.split("#", 1)[0];
}

/**
 * The blocks whose text others do not have, or not as often.
 * @param {PageBlock[]} blocks
 * @param {PageBlock[]} others
 */
function withoutThoseOf(blocks, others) {
  /** @type {Map<string, number>} */
  const left = new Map();
  for (const { text } of others) left.set(text, (left.get(text) ?? 0) + 1);
  return blocks.filter(({ text }) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/**
 * @param {PageBlock[]} before
 * @param {PageBlock[]} now
 */
function sameNodes(before, now) {
  return before.every(
    ({ segments }, at) =>
      segments.length === now[at].segments.length && segments.every(({ node }, place) => node === now[at].segments[place].node),
  );
}

/**
 * New blocks under the numbers that the same texts had before, so that a report's places lead to where they stand now.
 * @param {PageBlock[]} before Blocks whose numbers the report has.
 * @param {PageBlock[]} now Blocks as they were read again.
 * @returns {PageBlock[]} Those of now; one that was not there before gets a number of its own, and so do equal ones of which there
 *   are more or less now: which is which cannot be told, and a confident wrong mark is worse than none.
 */
function renumbered(before, now) {
  /** @type {Map<string, number[]>} */
  const ids = new Map();
  for (const { id, text } of before) ids.set(text, [...(ids.get(text) ?? []), id]);
  /** @type {Map<string, number>} */
  const count = new Map();
  for (const { text } of now) count.set(text, (count.get(text) ?? 0) + 1);
  for (const [text, old] of ids) if (old.length !== count.get(text)) ids.delete(text);
  let next = Math.max(-1, ...before.map(({ id }) => id)) + 1;
  return now.map((block) => ({ ...block, id: ids.get(block.text)?.shift() ?? next++ }));
}
