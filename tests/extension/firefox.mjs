// The overlay in real Firefox, on demand: `npm run test:firefox`, with Firefox ESR 140 or later and the set-up of `make test`.
//
// WebDriver has no way to click a toolbar button. The add-on under test is therefore a copy with one more background script,
// which clicks once a page whose address ends in #click has loaded, and then tells this test what the page looks like, until
// the test has seen enough. Everything else is the extension as it lies. One browser opens all pages, one after the other.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";

const ROOT = resolve(import.meta.dirname, "../..");
const FIREFOX = process.env.ONRECORD_FIREFOX ?? "/usr/bin/firefox-esr";
const PYTHON = process.env.ONRECORD_PYTHON ?? join(ROOT, ".venv/bin/python");
const PAGES_FOLDER = join(ROOT, "tests/browser/pages");
const PAGES = readdirSync(PAGES_FOLDER).filter((name) => /\.x?html$/.test(name)).sort();
const EXPECTATIONS = JSON.parse(readFileSync(join(PAGES_FOLDER, "expectations.json"), "utf8"));
const TYPES = { ".html": "text/html", ".xhtml": "application/xhtml+xml" }; // without a charset: the pages say their own
const FEWEST_STATEMENTS = 3;
const LEAST_SHARE = 0.995;
const STARTS_WITHIN_MS = 60_000;
const PAGE_WITHIN_MS = 60_000;
const SETTLES_WITHIN_MS = 8_000;

const CLICKER = `
import { toggle } from "./action.js";
import { setBackendAddress } from "../settings.js";
const tell = async (told) => (await fetch("SITE/look", { method: "POST", body: JSON.stringify(told) })).json();
const inPage = async (tabId, func) => {
  const [{ result, error }] = await chrome.scripting.executeScript({ target: { tabId }, func });
  if (error) throw error;
  return result;
};
// The script is run anew for each look: Firefox answers the same code again with what it saw in a frame the time before.
const look = async (tabId) => {
  await chrome.scripting.executeScript({ target: { tabId }, files: ["test-look.js"] });
  return inPage(tabId, () => lookAtPage());
};
const clicked = new Set();
chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
  if (change.status !== "complete" || !tab.url.endsWith("#click") || clicked.has(tabId)) return;
  clicked.add(tabId);
  try {
    await setBackendAddress("SITE");
    await look(tabId);
    await inPage(tabId, () => scrollThrough());
    const before = await look(tabId);
    await toggle({ id: tabId });
    for (let enough = false; !enough; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      const badge = await chrome.action.getBadgeText({ tabId });
      ({ enough } = await tell({ url: tab.url, badge, before, after: await look(tabId) }));
    }
  } catch (error) {
    await tell({ url: tab.url, error: String(error?.message ?? error) });
  }
});`;

/** @type {import("node:http").Server} */
let site;
/** @type {import("node:child_process").ChildProcess | undefined} */
let backend;
/** @type {import("puppeteer-core").Browser | undefined} */
let firefox;
let folder = "";
let siteAddress = "";
let backendAddress = "";

/** What is known of the page that is open: the last exchange with the backend, and the last look. */
let open = { address: "", exchange: /** @type {any} */ (null), look: /** @type {any} */ (null), until: 0 };
const tally = { found: 0, painted: 0, pages: 0 };

before(async () => {
  assert.ok(existsSync(FIREFOX), `Firefox ESR is needed and not at ${FIREFOX}: install Debian's firefox-esr, or set ONRECORD_FIREFOX.`);
  folder = await mkdtemp(join(tmpdir(), "onrecord-firefox-"));
  site = await serveSite();
  siteAddress = addressOf(site);
  backendAddress = process.env.ONRECORD_BACKEND ?? (await startBackend());
  firefox = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  await firefox.installExtension(await copyWithClicker());
});

after(async () => {
  await firefox?.close();
  site?.closeAllConnections();
  site?.close();
  backend?.kill();
  if (folder) await rm(folder, { recursive: true, force: true });
});

for (const name of PAGES) {
  test(`Firefox marks ${name}: each finding, word for word, and leaves the page as it was`, { timeout: PAGE_WITHIN_MS }, async () => {
    const { exchange, look } = await clickedPage(name);
    const { report, request } = exchange;
    const lacking = missing(look.after, report);
    tally.pages += 1;
    tally.found += findings(report).length;
    tally.painted += findings(report).length - lacking.length;

    assert.match(look.badge, /^(\d+|–)$/);
    assert.ok(report.statements.length >= FEWEST_STATEMENTS, `${report.statements.length} statements`);
    assert.ok(lacking.length <= (EXPECTATIONS.missing[name]?.count ?? 0), lacking.join("\n"));
    assert.deepEqual(strays(look.after, report), []);
    assert.deepEqual(look.after.painted.filter((/** @type {any} */ piece) => !piece.shows), []);
    const sent = squeezed(request.html + request.blocks.map((/** @type {any} */ block) => block.text).join(""));
    assert.deepEqual(look.before.unseen.filter((/** @type {string} */ words) => sent.includes(squeezed(words))), []);
    if (name in EXPECTATIONS.changing) return;
    assert.deepEqual(look.after.html, look.before.html);
    assert.deepEqual(look.after.boxes, look.before.boxes);
  });
}

test("over all pages together, hardly a finding is listed only and not painted", () => {
  console.log(`# ${tally.painted} of ${tally.found} findings painted on ${tally.pages} pages`);
  assert.ok(tally.pages >= PAGES.length - 1, `only ${tally.pages} pages could be looked at`);
  assert.ok(tally.painted >= LEAST_SHARE * tally.found);
});

/**
 * @param {string} name
 * @returns {Promise<{exchange: any, look: any}>} Once all is painted, or no more is to be waited for.
 */
async function clickedPage(name) {
  assert.ok(firefox);
  const address = `${siteAddress}/${name}#click`;
  open = { address, exchange: null, look: null, until: 0 };
  const page = await firefox.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(address);
    for (const end = Date.now() + PAGE_WITHIN_MS - 10_000; !isEnough() && Date.now() < end; ) await pause(50);
    assert.ok(open.look, "the clicker told nothing about the page");
    assert.equal(open.look.error, undefined);
    assert.ok(open.exchange, `the backend gave no report; the badge shows ${open.look.badge}`);
    if (process.env.ONRECORD_SHOTS) await page.screenshot({ path: `${join(process.env.ONRECORD_SHOTS, name)}.png` });
    return open;
  } finally {
    open.until = 1; // the clicker need not go on
    await page.close();
  }
}

/** Whether the last look shows all that the report says, or there was time enough. */
function isEnough() {
  const { look, exchange, until } = open;
  if (look?.error || look?.badge === "!") return true;
  if (!look || !exchange) return false;
  const { after: seen } = look;
  if (look.badge === "…") return false; // being scored, or scored anew
  const whole = !missing(seen, exchange.report).length && !strays(seen, exchange.report).length;
  if (whole && seen.painted.every((/** @type {any} */ piece) => piece.shows)) return true;
  open.until ||= Date.now() + SETTLES_WITHIN_MS;
  return Date.now() > until && until > 0;
}

/**
 * @param {any} report
 * @returns {[string, string][]} What is to be painted: the kind of highlight and the words.
 */
function findings(report) {
  const statements = report.statements.map((/** @type {any} */ { span }) => ["onrecord-rung-", span.exact]);
  return [...statements, ...report.hedges.map((/** @type {any} */ { span }) => ["onrecord-hedge", span.exact])];
}

/**
 * @param {any} look
 * @param {string} kind
 * @returns {string[]}
 */
function piecesOf(look, kind) {
  return look.painted.flatMap((/** @type {any} */ { name, text }) => (name.startsWith(kind) ? [text] : []));
}

/**
 * @param {any} look
 * @param {any} report
 */
function missing(look, report) {
  return findings(report).flatMap(([kind, words]) =>
    squeezed(piecesOf(look, kind).join("")).includes(squeezed(words)) ? [] : [words],
  );
}

/**
 * Painted pieces that are part of no finding; and where none is missing, kinds of which more or less is painted than was found.
 * @param {any} look
 * @param {any} report
 */
function strays(look, report) {
  return ["onrecord-rung-", "onrecord-hedge"].flatMap((kind) => {
    const passages = findings(report).flatMap(([of, words]) => (of === kind ? [squeezed(words)] : []));
    const pieces = piecesOf(look, kind).map(squeezed);
    const odd = pieces.filter((piece) => !passages.some((words) => words.includes(piece)));
    const sorted = (/** @type {string[]} */ texts) => [...texts.join("")].sort().join("");
    const even = missing(look, report).length > 0 || sorted(pieces) === sorted(passages);
    return even ? odd : [...odd, `${kind}: not as many letters are painted as found`];
  });
}

/** @param {string} words */
function squeezed(words) {
  return words.replace(/\s+/g, "");
}

/** @param {number} milliseconds */
function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** The pages; the clicker's ear; and a door before the backend that keeps what goes through. */
async function serveSite() {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    if (request.url === "/look") {
      const look = JSON.parse(body);
      const isOpen = look.url === open.address && open.until !== 1;
      if (isOpen) open.look = look;
      response.end(JSON.stringify({ enough: !isOpen || isEnough() }));
    } else if (request.method === "POST") {
      const headers = { "content-type": "application/json", accept: "application/json" };
      const answer = await fetch(`${backendAddress}${request.url}`, { method: "POST", headers, body });
      const told = await answer.text();
      if (answer.ok) open.exchange = { request: JSON.parse(body), report: JSON.parse(told) };
      response.writeHead(answer.status, { "content-type": "application/json" });
      response.end(told);
    } else {
      const path = join(PAGES_FOLDER, new URL(request.url ?? "", "http://site").pathname);
      const type = Object.entries(TYPES).find(([ending]) => ending === extname(path))?.[1];
      const found = type && path.startsWith(PAGES_FOLDER + sep) && existsSync(path);
      response.writeHead(found ? 200 : 404, found ? { "content-type": type } : {});
      response.end(found ? await readFile(path) : "");
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

/** @param {import("node:http").Server} server */
function addressOf(server) {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return `http://127.0.0.1:${port}`;
}

async function startBackend() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = addressOf(probe);
  probe.close();
  const args = ["-m", "onrecord", "serve", "--host", "127.0.0.1", "--port", new URL(address).port];
  backend = spawn(PYTHON, args, { env: { ...process.env, PYTHONPATH: join(ROOT, "server") }, stdio: "ignore" });
  for (const end = Date.now() + STARTS_WITHIN_MS; Date.now() < end; ) {
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return address;
    await pause(200);
  }
  throw new Error("the backend did not start");
}

async function copyWithClicker() {
  const copy = join(folder, "extension");
  await cp(join(ROOT, "extension"), copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8"));
  manifest.background.scripts.push("background/test-clicker.js");
  await writeFile(join(copy, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(copy, "background/test-clicker.js"), CLICKER.replaceAll("SITE", siteAddress));
  await cp(join(ROOT, "tests/browser/look.js"), join(copy, "test-look.js"));
  return copy;
}
