// The badge on the toolbar button, one per tab. Never red: a thin score is no alarm, and no score is no verdict.

import "../browser-api.js";

const GREY = "#5f6670";
/** @type {Readonly<Record<string, string>>} */
const BAND_COLOURS = Object.freeze({
  well_sourced: "#1f5fbf",
  mostly_sourced: "#2b7a9b",
  thinly_sourced: "#a86a00",
  poorly_sourced: "#8a4b00",
});

/**
 * Shows that the page is being scored.
 * @param {number} tabId The tab.
 */
export async function badgeWorking(tabId) {
  await show(tabId, "…", GREY, browserApi.message("state_working"));
}

/**
 * Shows the rounded score, or a dash where there is none.
 * @param {number} tabId The tab.
 * @param {OnRecordReport} report What the backend answered.
 */
export async function badgeReport(tabId, report) {
  if (report.score === undefined || report.band === undefined) {
    await show(tabId, "–", GREY, browserApi.message("badge_not_scored", report.reason?.message ?? ""));
    return;
  }
  const score = String(Math.round(report.score));
  const title = browserApi.message("badge_score", score, browserApi.message(`band_${report.band}`));
  await show(tabId, score, BAND_COLOURS[report.band] ?? GREY, title);
}

/**
 * Shows that something went wrong, with the reason as the button's tooltip.
 * @param {number} tabId The tab.
 * @param {string} title What went wrong.
 */
export async function badgeError(tabId, title) {
  await show(tabId, "!", GREY, title);
}

/**
 * Takes the badge away.
 * @param {number} tabId The tab.
 */
export async function clearBadge(tabId) {
  await show(tabId, "", GREY, "");
}

/**
 * @param {number} tabId
 * @param {string} text
 * @param {string} colour
 * @param {string} title
 */
async function show(tabId, text, colour, title) {
  try {
    await browserApi.setBadge(tabId, text, colour);
    await browserApi.setActionTitle(tabId, title || browserApi.message("action_title"));
  } catch {
    // The tab was closed meanwhile; there is no badge left to set.
  }
}
