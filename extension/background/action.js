// What the reader asks of a page: to bring the overlay, take it away, hide its marks, explain what is selected.

import "../browser-api.js";
import { PALETTES, palette } from "../settings.js";
import { badgeError } from "./badge.js";

/** In the order in which they are run in the page; see docs/decisions/0003-content-scripts-without-bundler.md. */
export const PAGE_FILES = Object.freeze([
  "browser-api.js",
  "page/dom.js",
  "page/tree.js",
  "page/blocks.js",
  "page/html.js",
  "page/collect.js",
  "page/place.js",
  "page/findings.js",
  "page/paint.js",
  "page/changes.js",
  "page/watch.js",
  "page/point.js",
  "panel/elements.js",
  "panel/host.js",
  "panel/legend.js",
  "panel/score.js",
  "panel/sources.js",
  "panel/findings.js",
  "panel/export.js",
  "panel/panel.js",
  "panel/card.js",
  "page/overlay.js",
  "page/main.js",
]);

/** Tabs a click is being answered in: a second click meanwhile must not inject everything twice. */
const busy = new Set();

/**
 * Opens the overlay in a tab, or closes it where it is open.
 * @param {{id?: number}} tab The tab whose button was clicked.
 */
export async function toggle(tab) {
  await ask(tab.id, (sheets) => ({ type: "onrecord:toggle", sheets, quiet: false }));
}

/**
 * Scores the page in a tab with the panel shut, as the reader wants it for this site.
 * @param {number} tabId The tab.
 */
export async function scoreQuietly(tabId) {
  await ask(tabId, (sheets) => ({ type: "onrecord:toggle", sheets, quiet: true }));
}

/**
 * Tells who says what is selected in a tab.
 * @param {{id?: number}} [tab] The tab.
 */
export async function explainSelection(tab) {
  await ask(tab?.id, (sheets) => ({ type: "onrecord:explain", sheets }));
}

/**
 * Hides the marks of the overlay that is open in a tab, or shows them again.
 * @param {{id?: number}} [tab] The tab.
 */
export async function toggleMarks(tab) {
  if (tab?.id !== undefined) await browserApi.sendToPage(tab.id, { type: "onrecord:marks" }).catch(() => undefined); // none open
}

/**
 * Takes our style out of a page again.
 * @param {number} tabId The tab.
 */
export async function removeStyle(tabId) {
  for (const name of PALETTES) await browserApi.removeStyle(tabId, await browserApi.readOwnFile(`page/highlights-${name}.css`)).catch(() => undefined);
}

/**
 * @param {number | undefined} tabId
 * @param {(sheets: StyleSheets) => MessageToPage} message
 */
async function ask(tabId, message) {
  if (tabId === undefined || busy.has(tabId)) return;
  busy.add(tabId);
  try {
    await send(tabId, message(await readSheets(tabId)));
  } catch (error) {
    console.warn("On Record cannot read this page:", error);
    await badgeError(tabId, browserApi.message("error_page_closed"));
  } finally {
    busy.delete(tabId);
  }
}

/**
 * @param {number} tabId
 * @param {MessageToPage} message
 */
async function send(tabId, message) {
  try {
    await browserApi.sendToPage(tabId, message);
  } catch {
    await browserApi.injectScripts(tabId, [...PAGE_FILES]); // nobody listens in that page yet
    await browserApi.sendToPage(tabId, message);
  }
}

/**
 * The style of panel and marks; that of the marks goes into the page and its frames.
 * @param {number} tabId
 * @returns {Promise<StyleSheets>}
 */
async function readSheets(tabId) {
  const highlights = await browserApi.readOwnFile(`page/highlights-${await palette()}.css`);
  await browserApi.injectStyle(tabId, highlights);
  return { panel: await browserApi.readOwnFile("panel/panel.css"), highlights };
}
