import { browser, resetBrowser } from "./fake-chrome.js";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { afterEach, beforeEach, test } from "node:test";
import { answerOwnPages, testConnection } from "../../extension/background/connection.js";
import { welcome } from "../../extension/background/installed.js";

const REPORT = {
  schema: "onrecord/report/1",
  ruleset_version: "5b1f",
  engine: { name: "onrecord-tagger", version: "2c81" },
  status: "not_scored",
  offset_unit: "utf16",
  article: { text: "", blocks: [] },
  sources: [],
  attributions: [],
  statements: [],
  hedges: [],
  signals: [],
};
const PROBLEM = { type: "urn:onrecord:problem:not_ready", title: "The server is not ready", detail: "The log says why." };
const OWN_PAGE = { url: "data:text/css,options/options.html" };

/** @type {(status: number, body: unknown, headers?: Record<string, string>) => import("node:http").RequestListener} */
const says = (status, body, headers = {}) => (_, response) => response.writeHead(status, headers).end(typeof body === "string" ? body : JSON.stringify(body));

/** @type {import("node:http").Server} */
let server;
let address = "";
let answer = says(200, REPORT);

beforeEach(async () => {
  resetBrowser();
  answer = says(200, REPORT);
  server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await once(server, "listening");
  address = `http://127.0.0.1:${/** @type {any} */ (server.address()).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** @type {(t: import("node:test").TestContext, answers: () => Promise<unknown>) => any} */
const fakeFetch = (t, answers) => t.mock.method(globalThis, "fetch", answers);

test("a backend that works is told with its engine and rules", async () => {
  assert.deepEqual(await testConnection(address, ""), { kind: "works", address, engine: "onrecord-tagger 2c81", rules: "5b1f" });
});

test("a report that names no engine works too", async () => {
  for (const engine of [undefined, null, {}, { name: 7 }]) {
    answer = says(200, { ...REPORT, engine, ruleset_version: undefined });
    assert.deepEqual(await testConnection(address, ""), { kind: "works", address, engine: "", rules: "" });
  }
});

test("what answers in another way is told apart", async () => {
  const cases = [
    [says(200, "<html>"), "wrong_address"],
    [says(200, { status: "ok" }), "wrong_address"],
    [says(404, "<html>"), "wrong_address"],
    [says(405, ""), "wrong_address"],
    [says(501, "Unsupported method ('POST')"), "wrong_address"],
    [says(302, "", { location: "/login" }), "wrong_address"],
    [says(401, ""), "token"],
    [says(401, { ...PROBLEM, type: "urn:onrecord:problem:unauthorized" }), "token"],
    [says(403, ""), "refused"],
    [says(200, { ...REPORT, schema: "onrecord/report/0" }), "too_old"],
    [says(200, { ...REPORT, schema: "onrecord/report/2" }), "too_new"],
    [says(200, { ...REPORT, statements: null }), "unreadable"],
    [says(503, PROBLEM), "problem"],
    [says(404, PROBLEM), "problem"],
    [says(502, "<html>"), "problem"],
  ];
  for (const [given, kind] of cases) {
    answer = /** @type {any} */ (given);
    assert.equal((await testConnection(address, "")).kind, kind);
  }
});

test("a name that the backend does not answer to is a refusal", async (t) => {
  // Faked, since Node's fetch, unlike the browsers', trips over a 421.
  fakeFetch(t, async () => Response.json({ ...PROBLEM, title: "This server does not answer to that name" }, { status: 421 }));
  const result = /** @type {Failure} */ (await testConnection(address, ""));
  assert.deepEqual([result.kind, result.title], ["refused", "This server does not answer to that name"]);
});

test("a redirection as browsers show it, without status, is another server", async (t) => {
  fakeFetch(t, async () => ({ ok: false, status: 0, statusText: "", text: async () => "" }));
  assert.equal((await testConnection(address, "")).kind, "wrong_address");
});

test("where nobody listens, the backend is not running", async () => {
  server.close();
  await once(server, "close");
  assert.equal((await testConnection(address, "")).kind, "not_running");
});

test("a connection that breaks off is no backend that runs", async () => {
  answer = (_, response) => {
    response.writeHead(200).write("{");
    setTimeout(() => response.destroy(), 5);
  };
  assert.equal((await testConnection(address, "")).kind, "not_running");
});

test("waiting ends in time, before the answer and in the midst of it", async () => {
  answer = () => {};
  assert.equal((await testConnection(address, "", 50)).kind, "timeout");
  answer = (_, response) => response.writeHead(200).write("{");
  assert.equal((await testConnection(address, "", 50)).kind, "timeout");
});

test("without the browser's permission nothing is sent", async (t) => {
  browser.mayReach = false;
  const sent = fakeFetch(t, async () => Response.json(REPORT));
  assert.equal((await testConnection("https://record.example", "secret")).kind, "not_permitted");
  assert.equal(sent.mock.callCount(), 0);
});

test("the token goes along as a bearer's, with a sentence of ours and neither cookie nor referrer", async () => {
  /** @type {any[]} */
  const asked = [];
  answer = async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    asked.push([request.method, request.url, request.headers, JSON.parse(body)]);
    says(200, REPORT)(request, response);
  };
  await testConnection(address, "secret");
  const [method, url, headers, body] = asked[0];
  assert.deepEqual([method, url, headers.authorization], ["POST", "/v1/score", "Bearer secret"]);
  assert.deepEqual([headers.cookie, headers.referer], [undefined, undefined]);
  assert.deepEqual(Object.keys(body), ["text", "offset_unit"]);
});

test("only the extension's own pages are answered, and only about addresses a backend may have", async () => {
  const message = { type: "onrecord:test", address, token: "" };
  for (const sender of [{}, { url: "https://news.example/" }, { url: "https://news.example/?data:text/css," }]) {
    assert.equal(answerOwnPages(message, sender), undefined);
  }
  for (const wrong of [null, {}, { ...message, type: "onrecord:score" }, { ...message, address: "http://10.0.0.2" }, { ...message, address: undefined }]) {
    assert.equal(answerOwnPages(wrong, OWN_PAGE), undefined);
  }
  assert.equal((await answerOwnPages(message, OWN_PAGE))?.kind, "works");
});

test("the first-run page opens once, when the extension is new", async () => {
  for (const reason of ["update", "chrome_update", "browser_update", "shared_module_update"]) await welcome(reason);
  assert.deepEqual(browser.opened, []);
  await welcome("install");
  assert.deepEqual(browser.opened, ["data:text/css,welcome/welcome.html"]);
});
