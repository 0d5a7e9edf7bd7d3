import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, reportOver } from "./page-world.js";

const FIRST = "The ferry is late, officials said on Monday at the quay.";
const SECOND = "It may sail on Tuesday, said Ann Roe, the harbour master of Sandwick.";
const NEXT = "A second article follows where the first one ends, and Tom Brae of the council said that it was long enough.";

/** @param {string} [body] */
function read(body = `<h1>Ferry late</h1><p>${FIRST}</p><p>${SECOND}</p>`) {
  const page = openPage(body);
  const before = page.world.collectPage();
  const report = reportOver(before.request.blocks, [{ exact: FIRST }]);
  return { ...page, before, report, change: () => page.world.whatChanged(before, page.world.collectPage(), report) };
}

/**
 * @param {Document} document
 * @param {string} text
 */
function paragraph(document, text) {
  const element = document.createElement("p");
  element.textContent = text;
  return element;
}

test("a page read again as it was has not changed", () => {
  assert.equal(read().change(), "nothing");
});

test("equal words in new nodes are the same article elsewhere", () => {
  const { document, change } = read();
  document.body.replaceChildren(...document.body.cloneNode(true).childNodes);
  assert.equal(change(), "nodes");
});

test("a counter, a clock or a button that changes is no change of the article", () => {
  const { document, change } = read();
  document.body.prepend(paragraph(document, "3 minutes ago"));
  assert.equal(change(), "nodes");
});

test("a paragraph that comes late, goes or is corrected makes the report out of date", () => {
  const late = read();
  late.document.body.append(paragraph(late.document, NEXT));
  assert.equal(late.change(), "article");
  const gone = read();
  gone.document.querySelector("p")?.remove();
  assert.equal(gone.change(), "article");
  const corrected = read();
  /** @type {Element} */ (corrected.document.querySelector("p")).textContent = FIRST.replace("Monday", "Sunday");
  assert.equal(corrected.change(), "article");
});

test("another address is another article, a place in the page is not", () => {
  const { world, before, report } = read();
  const at = (/** @type {string} */ url) => world.whatChanged(before, { ...before, request: { ...before.request, url } }, report);
  assert.equal(at("https://news.example/story?id=1#comments"), "nothing");
  assert.equal(at("https://news.example/story?id=2"), "article");
});

test("blocks read again keep their numbers, equal ones in their order, and new ones get new numbers", () => {
  const { world } = openPage("");
  const blocks = (/** @type {string[]} */ ...texts) => texts.map((text, id) => ({ id, text, segments: [] }));
  const ids = (/** @type {any[]} */ ...readings) => world.renumbered(...readings).map((/** @type {any} */ block) => block.id);
  assert.deepEqual(ids(blocks("a", "b", "a"), blocks("new", "a", "b", "a")), [3, 0, 1, 2]);
  assert.deepEqual(ids(blocks("a", "b", "a"), blocks("a", "b", "a", "a")), [3, 1, 4, 5]);
});
