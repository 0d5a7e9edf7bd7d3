// The overlay in real Firefox, on demand: `npm run test:firefox`, with Firefox ESR 140 or later and the set-up of `make test`.
//
// WebDriver has no way to click a toolbar button. The add-on under test is therefore a copy with one more background script,
// which clicks when the page's address gets the fragment #click; everything else is the extension as it lies.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import puppeteer from "puppeteer-core";

const ROOT = resolve(import.meta.dirname, "../..");
const FIREFOX = process.env.ONRECORD_FIREFOX ?? "/usr/bin/firefox-esr";
const PYTHON = process.env.ONRECORD_PYTHON ?? join(ROOT, ".venv/bin/python");
const FOLDERS = ["seeds", "tests/browser/pages"];
const PAGES = { "deserters.html": 5, "shadow-roots.html": 3, "strict-policy.html": 3 }; // with the fewest passages to expect
const STARTS_WITHIN_MS = 60_000;

const CLICKER = `
import { toggle } from "./action.js";
import { setBackendAddress } from "../settings.js";
chrome.tabs.onUpdated.addListener(async (tabId, change) => {
  if (!change.url?.includes("#click")) return;
  await setBackendAddress("BACKEND");
  await toggle({ id: tabId });
  for (let text = ""; ; ) {
    text = await chrome.action.getBadgeText({ tabId });
    await fetch("SITE/badge", { method: "POST", body: text });
    if (text && text !== "…") return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});`;

/** @type {import("node:http").Server} */
let site;
/** @type {import("node:child_process").ChildProcess | undefined} */
let backend;
/** @type {import("puppeteer-core").Browser} */
let firefox;
let folder = "";
let badge = "";
let siteAddress = "";
let backendAddress = "";

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "onrecord-firefox-"));
  site = await servePages();
  siteAddress = addressOf(site);
  backendAddress = process.env.ONRECORD_BACKEND ?? (await startBackend());
  firefox = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  await firefox.installExtension(await copyWithClicker());
});

after(async () => {
  await firefox?.close();
  site?.close();
  backend?.kill();
  await rm(folder, { recursive: true, force: true });
});

for (const [name, fewest] of Object.entries(PAGES)) {
  test(`Firefox marks ${name}, every finding, and leaves its HTML as it was`, { timeout: 120_000 }, async () => {
    badge = "";
    const page = await firefox.newPage();
    await page.goto(`${siteAddress}/${name}`);
    const untouched = await page.evaluate(() => document.body.innerHTML);

    await page.evaluate(() => {
      location.hash = "click";
    });
    await until(() => badge !== "" && badge !== "…");

    assert.match(badge, /^(\d+|–)$/);
    const painted = await page.evaluate(() =>
      [...CSS.highlights].flatMap(([key, ranges]) => (key.startsWith("onrecord-rung-") ? [...ranges].map(String) : [])),
    );
    assert.ok(painted.length >= fewest, `${painted.length} passages painted`);
    assert.ok(painted.every((words) => words.trim()));
    assert.equal(await page.evaluate(() => document.body.innerHTML), untouched);
    assert.equal(await page.evaluate(() => document.querySelector("onrecord-panel")?.shadowRoot), null);
    if (process.env.ONRECORD_SHOTS) await page.screenshot({ path: `${join(process.env.ONRECORD_SHOTS, name)}.png` });
    await page.close();
  });
}

/** @param {() => boolean} holds */
async function until(holds) {
  for (const end = Date.now() + 60_000; !holds() && Date.now() < end; ) await new Promise((done) => setTimeout(done, 50));
}

async function servePages() {
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      badge = "";
      for await (const chunk of request) badge += chunk;
      response.end();
      return;
    }
    const name = (request.url ?? "").slice(1);
    const path = FOLDERS.map((folder) => join(ROOT, folder, name)).find((file) => name in PAGES && existsSync(file));
    response.writeHead(path ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(path && (await readFile(path)));
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
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error("the backend did not start");
}

async function copyWithClicker() {
  const copy = join(folder, "extension");
  await cp(join(ROOT, "extension"), copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8"));
  manifest.background.scripts.push("background/test-clicker.js");
  await writeFile(join(copy, "manifest.json"), JSON.stringify(manifest));
  const clicker = CLICKER.replace("BACKEND", backendAddress).replace("SITE", siteAddress);
  await writeFile(join(copy, "background/test-clicker.js"), clicker);
  return copy;
}
