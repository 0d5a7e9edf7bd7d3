import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, reportOver, spanIn } from "./page-world.js";

/**
 * What the page shows where a passage is placed; one text for each range.
 * @param {string} body
 * @param {string} exact
 */
function placedTexts(body, exact) {
  const { world } = openPage(body);
  const { request, blocks } = world.collectPage();
  const report = reportOver(request.blocks, [{ exact }]);
  return [...world.placer(report, blocks)(report.statements[0].span)].map((range) => range.toString());
}

test("a passage across inline elements is one range with exactly its words", () => {
  assert.deepEqual(placedTexts("<p>He <b>said</b> the <i>dam</i> held.</p>", "said the dam"), ["said the dam"]);
});

test("offsets count as browsers count: right also after emoji and in odd white space", () => {
  assert.deepEqual(placedTexts("<p>👩‍🚀 🇺🇦 She&nbsp;\n said so.</p>", "said so."), ["said so."]);
});

test("a passage over a line break is placed in two ranges", () => {
  assert.deepEqual(placedTexts("<p>He said<br>no.</p>", "He said\nno."), ["He said", "no."]);
});

test("a passage over two blocks is placed in both", () => {
  assert.deepEqual(placedTexts("<p>“Not now.</p><p>Not ever,” he said.</p>", "Not now.\n\nNot ever,"), ["Not now.", "Not ever,"]);
});

test("a passage around hidden text is placed around it", () => {
  const body = "<p>He said <span style='display:none'>(advert)</span>no.</p>";
  assert.deepEqual(placedTexts(body, "said no."), ["said ", "no."]);
});

test("a passage whose words differ from the page's is not placed", () => {
  const { world } = openPage("<p>He said no.</p>");
  const { request, blocks } = world.collectPage();
  const report = reportOver(request.blocks, []);
  const rangesOf = world.placer(report, blocks);
  const right = spanIn(report.article.text, "said no.");
  assert.equal(rangesOf(right).length, 1);
  assert.equal(rangesOf({ ...right, exact: "said no!" }).length, 0);
  assert.equal(rangesOf({ ...right, start: right.start - 1, end: right.end - 1 }).length, 0);
});

test("a passage is not placed once the page has changed its text, even where the words recur", () => {
  for (const later of ["He said yes. He said no.", "He", ""]) {
    const { world, document } = openPage("<p>He said no.</p>");
    const { request, blocks } = world.collectPage();
    const report = reportOver(request.blocks, [{ exact: "said no." }]);
    const text = /** @type {Text} */ (document.querySelector("p")?.firstChild);
    text.data = later;
    assert.equal(world.placer(report, blocks)(report.statements[0].span).length, 0, later);
  }
});

test("a page that was drawn anew meanwhile is followed: equal nodes, text in more nodes, text in fewer", () => {
  const redrawn = {
    replaced: (/** @type {Element} */ p) => p.replaceWith(p.cloneNode(true)),
    split: (/** @type {Element} */ p) => /** @type {Text} */ (p.lastChild).splitText(1),
    merged: (/** @type {Element} */ p) => {
      p.querySelector("b")?.replaceWith("sa");
      p.normalize();
    },
  };
  for (const [how, redraw] of Object.entries(redrawn)) {
    const { world, document } = openPage("<p>Yes, she said.</p><p>He <b>sa</b>id no.</p>");
    const { request, blocks } = world.collectPage();
    const report = reportOver(request.blocks, [{ exact: "said no." }]);
    redraw(document.querySelectorAll("p")[1]);
    const [range] = world.placer(report, blocks)(report.statements[0].span);
    assert.equal(String(range), "said no.", how);
    assert.ok(range.startContainer.isConnected, how);
  }
});

test("words that have left the page are not placed, though their nodes still have them", () => {
  const { world, document } = openPage("<p>He said no.</p><p>Rest.</p>");
  const { request, blocks } = world.collectPage();
  const report = reportOver(request.blocks, [{ exact: "said no." }]);
  const rangesOf = world.placer(report, blocks);
  document.querySelector("p")?.remove();
  assert.equal(rangesOf(report.statements[0].span).length, 0);
  assert.equal(world.placer(report, blocks)(report.statements[0].span).length, 0);
});

test("a block that was never sent places nothing", () => {
  const { world } = openPage("<p>He said no.</p>");
  const report = reportOver([{ id: 7, text: "He said no." }], [{ exact: "said no." }]);
  assert.equal(world.placer(report, world.collectPage().blocks)(report.statements[0].span).length, 0);
});

test("a statement is painted by the lowest rung among its attributions, half steps downwards", () => {
  const { world } = openPage("<p>One said, and two said.</p>");
  const { request } = world.collectPage();
  const report = reportOver(request.blocks, [
    { exact: "One said", rung: 7 },
    { exact: "two said", rung: 4.5 },
  ]);
  report.statements[0].attributions = ["a0", "a1"];
  report.hedges = [
    { id: "h0", span: spanIn(report.article.text, "One"), kind: "reportive", in_quotation: false, attribution: null },
    { id: "h1", span: spanIn(report.article.text, "two"), kind: "reportive", in_quotation: true, attribution: null },
  ];
  assert.deepEqual(
    [...world.findingsOf(report)].map((finding) => finding.highlight),
    ["onrecord-rung-4", "onrecord-rung-4", "onrecord-hedge", "onrecord-hedge-uncounted"],
  );
});
