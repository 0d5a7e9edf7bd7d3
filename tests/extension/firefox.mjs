// The overlay in real Firefox, 140 or later, after the set-up of `make test`: `npm run test:firefox`.
//
// The added background script clicks once a page whose address ends in #click has loaded, and then tells this test what the page
// looks like, until the test has seen enough. One browser opens all pages, one after the other.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { PAGES_FOLDER, pause, startFirefox } from "./firefox-world.mjs";

const PAGES = readdirSync(PAGES_FOLDER).filter((name) => /\.x?html$/.test(name)).sort();
const EXPECTATIONS = JSON.parse(readFileSync(join(PAGES_FOLDER, "expectations.json"), "utf8"));
const FEWEST_STATEMENTS = 3;
const LEAST_SHARE = 0.995;
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

/** @type {Awaited<ReturnType<typeof startFirefox>> | undefined} */
let world;

/** What is known of the page that is open: the last exchange with the backend, and the last look. */
let open = { address: "", exchange: /** @type {any} */ (null), look: /** @type {any} */ (null), until: 0 };
const tally = { found: 0, painted: 0, pages: 0 };

before(async () => {
  world = await startFirefox(CLICKER, hear);
});

after(() => world?.stop());

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
  assert.ok(world);
  const address = `${world.site}/${name}#click`;
  open = { address, exchange: null, look: null, until: 0 };
  const page = await world.firefox.newPage();
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

/**
 * The clicker's ear, and a door before the backend that keeps what goes through.
 * @param {string} path
 * @param {string} body
 * @param {string} backend
 */
async function hear(path, body, backend) {
  if (path === "/look") {
    const look = JSON.parse(body);
    const isOpen = look.url === open.address && open.until !== 1;
    if (isOpen) open.look = look;
    return { body: JSON.stringify({ enough: !isOpen || isEnough() }) };
  }
  const headers = { "content-type": "application/json", accept: "application/json" };
  const answer = await fetch(`${backend}${path}`, { method: "POST", headers, body });
  const told = await answer.text();
  if (answer.ok) open.exchange = { request: JSON.parse(body), report: JSON.parse(told) };
  return { status: answer.status, body: told };
}
