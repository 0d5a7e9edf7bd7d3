// Real Firefox with the extension as it lies, a backend of its own and the pages of tests/browser/pages.
//
// WebDriver has no way to click a toolbar button. The add-on under test is therefore a copy with one more background script.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, resolve, sep } from "node:path";
import puppeteer from "puppeteer-core";

const ROOT = resolve(import.meta.dirname, "../..");
const FIREFOX = process.env.ONRECORD_FIREFOX ?? "/usr/bin/firefox-esr";
const PYTHON = process.env.ONRECORD_PYTHON ?? join(ROOT, ".venv/bin/python");
const TYPES = { ".html": "text/html", ".xhtml": "application/xhtml+xml" }; // without a charset: the pages say their own
const STARTS_WITHIN_MS = 60_000;

export const PAGES_FOLDER = join(ROOT, "tests/browser/pages");

/**
 * Starts it all.
 * @param {string} clicker The added background script; SITE in it is the site's address.
 * @param {(path: string, body: string, backend: string) => Promise<{status?: number, body: string}>} post What the site answers to
 *   what is posted to it.
 */
export async function startFirefox(clicker, post) {
  assert.ok(existsSync(FIREFOX), `Firefox ESR is needed and not at ${FIREFOX}: install Debian's firefox-esr, or set ONRECORD_FIREFOX.`);
  const folder = await mkdtemp(join(tmpdir(), "onrecord-firefox-"));
  const { process: backend, address } = await startBackend();
  const site = await serveSite((path, body) => post(path, body, address));
  const firefox = await puppeteer.launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
  await firefox.installExtension(await copyWithClicker(folder, clicker.replaceAll("SITE", addressOf(site))));
  const stop = async () => {
    await firefox.close();
    site.closeAllConnections();
    site.close();
    backend?.kill();
    await rm(folder, { recursive: true, force: true });
  };
  return { firefox, site: addressOf(site), backend: address, stop };
}

/** @param {number} milliseconds */
export function pause(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

/** @param {(path: string, body: string) => Promise<{status?: number, body: string}>} post */
async function serveSite(post) {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    if (request.method === "POST") {
      const answer = await post(request.url ?? "", body);
      response.writeHead(answer.status ?? 200, { "content-type": "application/json" }).end(answer.body);
      return;
    }
    const path = join(PAGES_FOLDER, new URL(request.url ?? "", "http://site").pathname);
    const type = Object.entries(TYPES).find(([ending]) => ending === extname(path))?.[1];
    const found = type && path.startsWith(PAGES_FOLDER + sep) && existsSync(path);
    response.writeHead(found ? 200 : 404, found ? { "content-type": type } : {});
    response.end(found ? await readFile(path) : "");
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
  if (process.env.ONRECORD_BACKEND) return { address: process.env.ONRECORD_BACKEND };
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = addressOf(probe);
  probe.close();
  const args = ["-m", "onrecord", "serve", "--host", "127.0.0.1", "--port", new URL(address).port];
  const backend = spawn(PYTHON, args, { env: { ...process.env, PYTHONPATH: join(ROOT, "server") }, stdio: "ignore" });
  for (const end = Date.now() + STARTS_WITHIN_MS; Date.now() < end; ) {
    const answer = await fetch(`${address}/healthz`).catch(() => null);
    if (answer?.ok) return { process: backend, address };
    await pause(200);
  }
  throw new Error("the backend did not start");
}

/**
 * @param {string} folder
 * @param {string} clicker
 */
async function copyWithClicker(folder, clicker) {
  const copy = join(folder, "extension");
  await cp(join(ROOT, "extension"), copy, { recursive: true });
  const manifest = JSON.parse(await readFile(join(copy, "manifest.json"), "utf8"));
  manifest.background.scripts.push("background/test-clicker.js");
  await writeFile(join(copy, "manifest.json"), JSON.stringify(manifest));
  await writeFile(join(copy, "background/test-clicker.js"), clicker);
  await cp(join(ROOT, "tests/browser/look.js"), join(copy, "test-look.js"));
  return copy;
}
