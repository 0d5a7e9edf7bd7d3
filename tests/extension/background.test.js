import { browser, resetBrowser } from "./fake-chrome.js";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { afterEach, beforeEach, test } from "node:test";
import { PAGE_FILES, toggle } from "../../extension/background/action.js";
import { askForReport } from "../../extension/background/backend.js";
import { clearBadge } from "../../extension/background/badge.js";
import { answerPage } from "../../extension/background/messages.js";
import { setBackendAddress, setBackendToken } from "../../extension/settings.js";

const REQUEST = { html: '<p data-onrecord-block="0">Text.</p>', url: "https://news.example/", blocks: [{ id: 0, text: "Text." }] };
const REPORT = {
  schema: "onrecord/report/1",
  status: "scored",
  score: 61.6,
  band: "mostly_sourced",
  offset_unit: "utf16",
  article: { text: "Text.", blocks: [] },
  sources: [],
  attributions: [],
  statements: [],
  hedges: [],
  signals: [],
};
const FROM_TAB = { tab: { id: 5 }, frameId: 0 };

/** @type {import("node:http").Server} */
let backend;
let address = "";
/** @type {{headers: import("node:http").IncomingHttpHeaders, method?: string, url?: string, body: any}[]} */
let asked = [];
/** @type {{status: number, body: string, location?: string}} */
let answer = { status: 200, body: JSON.stringify(REPORT) };

beforeEach(async () => {
  resetBrowser();
  asked = [];
  answer = { status: 200, body: JSON.stringify(REPORT) };
  backend = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push({ headers: request.headers, method: request.method, url: request.url, body: JSON.parse(body) });
    const location = answer.location ? { location: answer.location } : {};
    response.writeHead(answer.status, { "content-type": "application/json", ...location }).end(answer.body);
  }).listen(0, "127.0.0.1");
  await once(backend, "listening");
  address = `http://127.0.0.1:${/** @type {any} */ (backend.address()).port}`;
  await setBackendAddress(address);
});

afterEach(() => {
  backend.closeAllConnections();
  backend.close();
});

const scriptsInjected = () => browser.injected.filter(({ files }) => files);

const ask = () => answerPage({ type: "onrecord:score", request: REQUEST }, FROM_TAB);

test("a page's request goes to the backend as JSON in UTF-16 offsets, and its report comes back", async () => {
  assert.deepEqual(await ask(), { report: REPORT, address });
  const [{ method, url, headers, body }] = asked;
  assert.deepEqual([method, url, headers["content-type"]], ["POST", "/v1/score", "application/json"]);
  assert.deepEqual(body, { ...REQUEST, offset_unit: "utf16" });
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
});

test("the badge shows that it is at work, then the rounded score of that tab", async () => {
  await ask();
  assert.deepEqual(browser.badgesShown, ["…", "62"]);
  assert.match(browser.badge[5].title ?? "", /62 of 100, Mostly sourced/);
});

test("an article without a score gets a grey dash with the reason, never an alarm", async () => {
  const { score, band, ...rest } = REPORT;
  const reason = { code: "too_short", message: "Under 120 words." };
  answer.body = JSON.stringify({ ...rest, status: "not_scored", reason });
  await ask();
  assert.equal(browser.badge[5].text, "–");
  assert.match(browser.badge[5].title ?? "", /Under 120 words\./);
});

test("no badge is red or green: blue to amber for scores, grey for the rest", async () => {
  for (const band of ["well_sourced", "mostly_sourced", "thinly_sourced", "poorly_sourced"]) {
    answer.body = JSON.stringify({ ...REPORT, band });
    await ask();
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt((browser.badge[5].colour ?? "").slice(at, at + 2), 16));
    assert.ok(blue > red || green > red * 0.45, `${band} is red`);
    assert.ok(green < Math.max(red, blue), `${band} is green`);
  }
});

test("a backend that is not running is told from one that the browser does not let us reach", async () => {
  backend.closeAllConnections();
  backend.close();
  await once(backend, "close");
  assert.deepEqual(await ask(), { failure: { kind: "not_running", address, title: "", detail: "" } });
  assert.equal(browser.badge[5].text, "!");
  assert.match(browser.badge[5].title ?? "", /not running at http:\/\/127\.0\.0\.1:\d+/);
  browser.mayReach = false;
  assert.equal((/** @type {any} */ (await ask())).failure.kind, "not_permitted");
});

test("a problem document keeps its title and detail, and a refusal is told from other problems", async () => {
  // Not 421: Node's fetch, unlike the browsers', trips over sending the body again.
  for (const [status, kind] of [[401, "token"], [403, "refused"], [413, "problem"], [422, "problem"], [503, "problem"]]) {
    answer = { status: Number(status), body: JSON.stringify({ title: "A title", detail: "A detail.", status }) };
    assert.deepEqual(await ask(), { failure: { kind, address, title: "A title", detail: "A detail." } });
  }
});

test("an error that is no problem document is shown by its status", async () => {
  answer = { status: 502, body: "<html>" };
  assert.equal((/** @type {any} */ (await ask())).failure.title, "HTTP 502 Bad Gateway");
});

test("an answer that is no report of this schema is not shown as one, and the reason is told", async () => {
  const other = (/** @type {object} */ changes) => JSON.stringify({ ...REPORT, ...changes });
  const bodies = [
    ...["", "[]", "null", "{}", "<html>", other({ schema: 1 }), other({ schema: "onrecord/report/1 " })].map((body) => [body, "wrong_address"]),
    [other({ schema: "onrecord/report/0" }), "too_old"],
    [other({ schema: "onrecord/report/9" }), "too_new"],
    [other({ offset_unit: "codepoint" }), "unreadable"],
    [other({ sources: null }), "unreadable"],
  ];
  for (const [body, kind] of bodies) {
    answer.body = body;
    assert.equal((/** @type {any} */ (await askForReport(address, REQUEST))).failure?.kind, kind, body);
  }
});

test("a server without this door is told from a backend that knows no such address", async () => {
  for (const status of [404, 405, 501]) {
    answer = { status, body: "<html>" };
    assert.equal((/** @type {any} */ (await askForReport(address, REQUEST))).failure?.kind, "wrong_address");
    answer.body = JSON.stringify({ type: "urn:onrecord:problem:not_found", title: "There is nothing here", status });
    assert.equal((/** @type {any} */ (await askForReport(address, REQUEST))).failure?.kind, "problem");
  }
});

test("a redirection is not followed: an article goes where the reader said", async () => {
  answer.status = 307;
  answer.location = `${address}/elsewhere`;
  assert.equal((/** @type {any} */ (await askForReport(address, REQUEST))).failure?.kind, "wrong_address");
  assert.equal(asked.length, 1);
});

test("a token is sent as a bearer's, and no header where there is none", async () => {
  await ask();
  await setBackendToken("s3cret-token");
  await ask();
  assert.deepEqual(asked.map(({ headers }) => headers.authorization), [undefined, "Bearer s3cret-token"]);
});

test("nothing is sent to a host that the browser has not allowed", async () => {
  browser.mayReach = false;
  await ask();
  assert.equal(asked.length, 0);
});

test("messages of another shape, or from elsewhere than a tab's top frame, are not answered", () => {
  const good = { type: "onrecord:score", request: REQUEST };
  for (const message of [null, "x", {}, { type: "onrecord:score" }, { ...good, request: { ...REQUEST, blocks: [{ id: "0", text: "" }] } }]) {
    assert.equal(answerPage(message, FROM_TAB), undefined);
  }
  assert.equal(answerPage(good, {}), undefined);
  assert.equal(answerPage(good, { tab: { id: 5 }, frameId: 3 }), undefined);
  assert.equal(asked.length, 0);
});

test("a message cannot make more of itself be sent than page, address and blocks", async () => {
  await answerPage({ type: "onrecord:score", request: { ...REQUEST, cookie: "x", offset_unit: "codepoint" } }, FROM_TAB);
  assert.deepEqual(Object.keys(asked[0].body).sort(), ["blocks", "html", "offset_unit", "url"]);
  assert.equal(asked[0].body.offset_unit, "utf16");
});

test("the first click injects the scripts once and then asks the page; later clicks only ask", async () => {
  let there = false;
  browser.inject = async ({ files }) => void (there ||= Boolean(files));
  browser.page = async () => (there ? {} : Promise.reject(new Error("Receiving end does not exist.")));
  await toggle({ id: 5 });
  await toggle({ id: 5 });
  assert.deepEqual(scriptsInjected(), [{ target: { tabId: 5 }, files: [...PAGE_FILES] }]);
});

test("two quick clicks inject once", async () => {
  let there = false;
  browser.inject = ({ files }) => new Promise((done) => setTimeout(() => done(void (there ||= Boolean(files))), 5));
  browser.page = async () => (there ? {} : Promise.reject(new Error("Receiving end does not exist.")));
  await Promise.all([toggle({ id: 5 }), toggle({ id: 5 })]);
  assert.equal(scriptsInjected().length, 1);
});

test("a page that the browser keeps from extensions gets a badge and a tooltip that says so", async (t) => {
  t.mock.method(console, "warn", () => {});
  browser.page = () => Promise.reject(new Error("Receiving end does not exist."));
  browser.inject = () => Promise.reject(new Error("Cannot access contents of the page."));
  await toggle({ id: 5 });
  assert.equal(browser.badge[5].text, "!");
  assert.match(browser.badge[5].title ?? "", /lets no extension read this page/);
});

test("a page that could not be read gets a badge that says so", async () => {
  await answerPage({ type: "onrecord:failed" }, FROM_TAB);
  assert.equal(browser.badge[5].text, "!");
  assert.match(browser.badge[5].title ?? "", /could not read this page/);
});

test("closing the overlay, and leaving the page, clear the badge", async () => {
  await ask();
  await answerPage({ type: "onrecord:closed" }, FROM_TAB);
  assert.equal(browser.badge[5].text, "");
  await ask();
  await clearBadge(5);
  assert.equal(browser.badge[5].text, "");
  assert.match(browser.badge[5].title ?? "", /show who says so/);
});
