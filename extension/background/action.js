// A click on the toolbar button, or its keyboard shortcut: bring the overlay to the page, or take it away.

import "../browser-api.js";
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
  "panel/elements.js",
  "panel/score.js",
  "panel/sources.js",
  "panel/findings.js",
  "panel/panel.js",
  "page/main.js",
]);

/** Tabs a click is being answered in: a second click meanwhile must not inject everything twice. */
const busy = new Set();

/**
 * Opens the overlay in a tab, or closes it where it is open.
 * @param {{id?: number}} tab The tab whose button was clicked.
 */
export async function toggle(tab) {
  const tabId = tab.id;
  if (tabId === undefined || busy.has(tabId)) return;
  busy.add(tabId);
  try {
    await sendToggle(tabId);
  } catch (error) {
    console.warn("On Record cannot read this page:", error);
    await badgeError(tabId, browserApi.message("error_page_closed"));
  } finally {
    busy.delete(tabId);
  }
}

/** @param {number} tabId */
async function sendToggle(tabId) {
  /** @type {MessageToPage} */
  const message = { type: "onrecord:toggle", sheets: await readSheets() };
  try {
    await browserApi.sendToPage(tabId, message);
  } catch {
    // Nobody listens in that page yet.
    await browserApi.injectStyle(tabId, message.sheets.highlights);
    await browserApi.injectScripts(tabId, [...PAGE_FILES]);
    await browserApi.sendToPage(tabId, message);
  }
}

/** @returns {Promise<StyleSheets>} */
async function readSheets() {
  return {
    panel: await browserApi.readOwnFile("panel/panel.css"),
    highlights: await browserApi.readOwnFile("page/highlights.css"),
  };
}
