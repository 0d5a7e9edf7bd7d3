import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, reportOver, spanIn } from "./page-world.js";

const STORY = "<h1>Ferry late</h1><p>The ferry is late, officials said.</p><p>It may sail, said Ann Roe, the harbour master.</p>";
const PASSAGES = [
  { exact: "The ferry is late, officials said.", rung: 3 },
  { exact: "It may sail, said Ann Roe, the harbour master.", rung: 7 },
];

/**
 * A page whose toolbar button was clicked once.
 * @param {(request: any) => any} answer What the background answers to the request.
 * @param {string} [body]
 */
async function clicked(answer, body = STORY) {
  const page = openPage(body, { answer: (message) => (message.type === "onrecord:score" ? answer(message.request) : undefined) });
  await page.clickToolbar();
  return { ...page, panel: page.roots[0], painted: () => paintedIn(page.world) };
}

/** @param {any} world */
function paintedIn(world) {
  return Object.fromEntries([...world.CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(String)]));
}

/** @param {any} request */
const scored = (request) => ({ report: reportOver(request.blocks, PASSAGES) });

test("a click paints the statements by rung and shows what the report says", async () => {
  const { panel, painted } = await clicked(scored);
  assert.deepEqual(painted(), { "onrecord-rung-3": [PASSAGES[0].exact], "onrecord-rung-7": [PASSAGES[1].exact] });
  const words = panel.textContent ?? "";
  for (const expected of ["42", "Thinly sourced", "34", "49", "does not say whether the article is true", "Speaker 0", "harbour master"]) {
    assert.ok(words.includes(expected), `${expected} in ${words}`);
  }
  assert.match(words, /Rung 3: unnamed, placed/);
  assert.match(words, /2 of 2 findings are marked/);
});

test("the lines of the breakdown stand above the score that they sum to", async () => {
  const { panel } = await clicked(scored);
  const cells = [...panel.querySelectorAll("td")].map((cell) => Number((cell.textContent ?? "").replace("−", "-")));
  const score = cells.pop();
  assert.equal(cells.reduce((sum, points) => sum + points, 0), score);
  assert.equal(score, 41.5);
});

test("the page's own HTML stays as it was, and the panel's root is closed", async () => {
  const untouched = openPage(STORY).document.body.innerHTML;
  const { document } = await clicked(scored);
  assert.equal(document.body.innerHTML, untouched);
  assert.equal(document.documentElement.lastElementChild?.localName, "onrecord-panel");
  assert.equal(document.documentElement.lastElementChild?.shadowRoot, null);
});

test("a second click takes panel and marks away and tells the background", async () => {
  const page = await clicked(scored);
  await page.clickToolbar();
  assert.deepEqual(page.painted(), {});
  assert.equal(page.document.querySelector("onrecord-panel"), null);
  assert.equal(page.sent.at(-1).type, "onrecord:closed");
});

test("Escape in the panel closes it, and other keys there do not reach the page", async () => {
  const { document, panel, world } = await clicked(scored);
  const heard = /** @type {string[]} */ ([]);
  document.addEventListener("keydown", (event) => heard.push(event.key));
  for (const key of ["j", "Escape"]) {
    panel.querySelector("button")?.dispatchEvent(new world.KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
  }
  assert.deepEqual(heard, []);
  assert.equal(document.querySelector("onrecord-panel"), null);
});

test("marks of the page's own in the shared registry are left alone", async () => {
  const page = await clicked(scored);
  page.world.CSS.highlights.set("search-hit", new page.world.Highlight());
  await page.clickToolbar();
  assert.deepEqual([...page.world.CSS.highlights.keys()], ["search-hit"]);
});

test("an answer that comes after the overlay was closed paints nothing", async () => {
  /** @type {(answer: any) => void} */
  let give = () => {};
  const page = await clicked(() => new Promise((resolve) => (give = resolve)));
  assert.match(page.panel.textContent ?? "", /scoring/);
  await page.clickToolbar();
  give(scored(page.sent[0].request));
  await new Promise((done) => setTimeout(done, 5));
  assert.deepEqual(page.painted(), {});
});

test("a passage in the panel leads to its place on the page", async () => {
  const { panel, world, painted } = await clicked(scored);
  const seen = /** @type {string[]} */ ([]);
  world.Element.prototype.scrollIntoView = function () {
    seen.push(this.textContent);
  };
  world.Range.prototype.getBoundingClientRect = () => ({ top: 10, bottom: 30 });
  const button = [...panel.querySelectorAll("button")].find((found) => found.textContent === PASSAGES[1].exact);
  button?.click();
  assert.deepEqual(seen, [PASSAGES[1].exact]);
  assert.deepEqual(painted()["onrecord-jump"], [PASSAGES[1].exact]);
});

test("a finding that is not on the page is counted and listed, and has no button", async () => {
  const { panel, painted } = await clicked((request) => {
    const report = reportOver(request.blocks, PASSAGES);
    report.statements[0].span = { ...report.statements[0].span, exact: "The ferry is early, officials said." };
    return { report };
  });
  assert.deepEqual(Object.keys(painted()), ["onrecord-rung-7"]);
  assert.match(panel.textContent ?? "", /1 of 2 findings are marked/);
  assert.match(panel.querySelector("footer")?.textContent ?? "", /The ferry is early, officials said\./);
  assert.ok(![...panel.querySelectorAll("button")].some((found) => found.textContent?.includes("early")));
});

test("an article that is not scored says why, shows no number, and still lists what was found", async () => {
  const { panel, painted } = await clicked((request) => {
    const { score, interval, band, breakdown, ...rest } = reportOver(request.blocks, PASSAGES);
    return { report: { ...rest, status: "not_scored", reason: { code: "too_short", message: "Under 120 words." } } };
  });
  assert.equal(panel.querySelector(".number")?.textContent, "–");
  assert.match(panel.textContent ?? "", /Under 120 words\./);
  assert.equal(panel.querySelector("table"), null);
  assert.equal(Object.keys(painted()).length, 2);
});

test("hedges are listed by kind, and those in a quotation as the speaker's own", async () => {
  const { panel, painted } = await clicked((request) => {
    const report = reportOver(request.blocks, PASSAGES);
    const span = spanIn(report.article.text, "may");
    report.hedges = [{ id: "h0", span, kind: "epistemic", in_quotation: true, attribution: null }];
    return { report };
  });
  assert.deepEqual(painted()["onrecord-hedge-uncounted"], ["may"]);
  assert.match(panel.textContent ?? "", /Possibility and likelihood.*may.*the speaker's own/);
});

test("markup in the page's words stays words in the panel", async () => {
  const evil = "<img src=x onerror=alert(1)> is fine, officials said.";
  const { panel } = await clicked(
    (request) => {
      const report = reportOver(request.blocks, [{ exact: evil }]);
      report.sources[0].name = "<b>bold</b>";
      report.attributions[0].why = "<script>1</script>";
      return { report };
    },
    `<p>${evil.replaceAll("<", "&lt;")}</p>`,
  );
  assert.equal(panel.querySelector("img, script, b"), null);
  assert.ok(panel.textContent?.includes(evil));
  assert.ok(panel.textContent?.includes("<b>bold</b>"));
});

test("a backend that is not running is named, with how to start it, and can be tried again", async () => {
  let running = false;
  const page = await clicked((request) =>
    running ? scored(request) : { failure: { kind: "not_running", address: "http://127.0.0.1:8765", title: "", detail: "" } },
  );
  assert.match(page.panel.textContent ?? "", /not running at http:\/\/127\.0\.0\.1:8765.*make serve/);
  running = true;
  page.panel.querySelector(/** @type {"button"} */ ("button.retry"))?.click();
  await new Promise((done) => setTimeout(done, 5));
  assert.equal(Object.keys(page.painted()).length, 2);
});

test("a problem document is shown with its title and detail", async () => {
  const failure = { kind: "problem", address: "http://127.0.0.1:8765", title: "Nothing to read", detail: "No article here." };
  const { panel } = await clicked(() => ({ failure }));
  assert.match(panel.textContent ?? "", /Nothing to read.*No article here\./);
});

test("a page on which reading goes wrong gets a failure that says so, not an endless wait", async (t) => {
  const page = openPage(STORY);
  page.world.console.warn = t.mock.fn();
  page.world.writeHtml = () => {
    throw new TypeError("no such thing");
  };
  await page.clickToolbar();
  assert.match(page.roots[0].textContent ?? "", /could not read this page.*no such thing/);
  assert.deepEqual(page.sent.map((message) => message.type), ["onrecord:failed"]);
});

test("no answer from the background is a failure that is shown", async () => {
  const { panel } = await clicked(() => undefined);
  assert.match(panel.textContent ?? "", /no report that this version/);
});
