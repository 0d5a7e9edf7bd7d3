import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, reportOver, spanIn } from "./page-world.js";

const STORY = "<h1>Ferry late</h1><p>The ferry is late, officials said.</p><p>It may sail, said Ann Roe, the harbour master.</p>";
const LATE = { exact: "The ferry is late, officials said.", rung: 3 };
const SAIL = { exact: "It may sail, said Ann Roe, the harbour master.", rung: 7 };

/** @param {object} [more] Fields of the report that differ. */
async function shown(more = {}) {
  const page = openPage(STORY, {
    answer: ({ type, request }) => {
      if (type !== "onrecord:score") return undefined;
      const report = reportOver(request.blocks, [LATE, SAIL], more);
      report.hedges = [{ id: "h0", span: spanIn(report.article.text, "may"), kind: "epistemic", in_quotation: false, attribution: "a1" }];
      report.attributions[1].hedges = ["h0"];
      report.attributions[1].rules = ["RUNG-7"];
      return { report, address: "http://127.0.0.1:8765" };
    },
  });
  await page.clickToolbar();
  const [root] = page.roots;
  const button = (/** @type {string} */ words) =>
    /** @type {HTMLElement} */ ([...root.querySelectorAll("button")].find((found) => found.textContent?.includes(words)));
  return { ...page, root, button, painted: () => [...page.world.CSS.highlights.keys()].sort() };
}

test("a kind that is switched off goes from the page and from the lists, and comes back", async () => {
  const { root, button, painted } = await shown();
  assert.deepEqual(painted(), ["onrecord-hedge", "onrecord-rung-3", "onrecord-rung-7"]);
  button("Unnamed, placed").click();
  assert.deepEqual(painted(), ["onrecord-hedge", "onrecord-rung-7"]);
  assert.equal(button("Unnamed, placed").getAttribute("aria-pressed"), "false");
  assert.ok(root.querySelector(".without-described .finding.of-described"));
  button("Unnamed, placed").click();
  assert.deepEqual(painted(), ["onrecord-hedge", "onrecord-rung-3", "onrecord-rung-7"]);
  assert.equal(root.querySelector(".without-described"), null);
});

test("marks can be hidden and shown again while the panel stays", async () => {
  const { send, painted, root } = await shown();
  await send({ type: "onrecord:marks" });
  assert.deepEqual(painted(), []);
  assert.ok(root.querySelector(".panel:not([hidden])"));
  await send({ type: "onrecord:marks" });
  assert.equal(painted().length, 3);
});

test("a passage chosen by keyboard shows its card, and Escape leads back to the list", async () => {
  const { root, button, world } = await shown();
  const passage = [...root.querySelectorAll(".finding button")].find((found) => found.textContent === SAIL.exact);
  /** @type {HTMLElement} */ (passage).focus();
  /** @type {HTMLElement} */ (passage).click();
  const card = /** @type {HTMLElement} */ (root.querySelector(".card"));
  assert.equal(card.hidden, false);
  assert.equal(root.activeElement, card);
  for (const words of ["Speaker 1", "Rung 7", "Reason 1.", "“may”"]) assert.ok(card.textContent?.includes(words), words);
  assert.equal(card.querySelector("a")?.href, "http://127.0.0.1:8765/rubric#RUNG-7");
  card.dispatchEvent(new world.KeyboardEvent("keydown", { key: "Escape", bubbles: true, composed: true }));
  assert.equal(card.hidden, true);
  assert.equal(root.activeElement, passage);
  assert.ok(button("Close") === undefined || root.querySelector(".panel:not([hidden])"), "the panel stays");
});

test("sources stand in their groups with what they say", async () => {
  const { root } = await shown();
  const heads = [...root.querySelectorAll("h3")].map((head) => head.textContent);
  assert.ok(heads.includes("Named officials 1"), String(heads));
  assert.ok(heads.includes("Unnamed officials 1"), String(heads));
  const [first] = root.querySelectorAll(".sources details");
  assert.ok(first.textContent?.includes(LATE.exact));
});

test("which group a source stands in", () => {
  const { world } = openPage("");
  const cases = [
    ["named_person", "government", "named_officials"],
    ["named_organization", "intelligence", "named_intelligence"],
    ["anonymous_source", "intelligence", "unnamed_intelligence"],
    ["unnamed_group", "military", "unnamed_officials"],
    ["named_organization", "business", "organizations"],
    ["named_person", "public", "named_people"],
    ["unnamed_person", "unknown", "unnamed_people"],
    ["document", "government", "documents"],
    ["named_organization", "media", "media"],
  ];
  for (const [identity, sector, group] of cases) assert.equal(world.groupOf({ identity, sector }), group);
});

test("the report as text says who, how well known, what, and what the score is not", async () => {
  const { world } = await shown();
  const report = reportOver([{ id: 0, text: LATE.exact }], [LATE]);
  const text = world.reportAsText(report, "https://news.example/story");
  for (const words of ["https://news.example/story", "42 of 100", "Speaker 0 (Rung 3", LATE.exact, "does not say whether"]) {
    assert.ok(text.includes(words), words);
  }
});

test("the report as annotations quotes each passage with its page", async () => {
  const { world } = await shown();
  const report = reportOver([{ id: 0, text: LATE.exact }], [LATE]);
  const made = world.reportAsAnnotations(report, "https://news.example/story");
  assert.equal(made["@context"], "http://www.w3.org/ns/anno.jsonld");
  assert.equal(made.total, made.first.items.length);
  const [item] = made.first.items;
  assert.equal(item.target.source, "https://news.example/story");
  assert.equal(item.target.selector.exact, LATE.exact);
  assert.equal(item.body.value, "Reason 0.");
});

test("a page scored without a click shows its marks and no panel, until it is asked for", async () => {
  const page = openPage(STORY, { answer: ({ type, request }) => (type === "onrecord:score" ? { report: reportOver(request.blocks, [LATE]), address: "" } : undefined) });
  await page.send({ type: "onrecord:toggle", sheets: { panel: "", highlights: "" }, quiet: true });
  const panel = /** @type {HTMLElement} */ (page.roots[0].querySelector(".panel"));
  assert.equal(panel.hidden, true);
  assert.ok(page.world.CSS.highlights.has("onrecord-rung-3"));
  await page.clickToolbar();
  assert.equal(panel.hidden, false);
  await page.clickToolbar();
  assert.equal(page.document.querySelector("onrecord-panel"), null);
});

test("what is selected is explained, and what nobody is given for is said to be so", async () => {
  const page = await shown();
  const [, paragraph, other] = page.document.body.children;
  const select = (/** @type {Element} */ element) => page.world.getSelection().selectAllChildren(element);
  const card = /** @type {HTMLElement} */ (page.root.querySelector(".card"));
  select(paragraph);
  await page.send({ type: "onrecord:explain", sheets: {} });
  assert.match(card.textContent ?? "", /Speaker 0/);
  select(other);
  await page.send({ type: "onrecord:explain", sheets: {} });
  assert.match(card.textContent ?? "", /Speaker 1/);
  select(page.document.body.children[0]);
  await page.send({ type: "onrecord:explain", sheets: {} });
  assert.match(card.textContent ?? "", /in its own voice/);
});
