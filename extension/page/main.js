"use strict";

// The overlay's life in one page: opened by a click on the toolbar button, closed by the next, or by Escape.

/**
 * What is on the page while the overlay is open.
 * @typedef {object} Overlay
 * @property {StyleSheets} sheets As the background read them.
 * @property {Panel} panel Ours, beside the page.
 * @property {() => void} unstyle Takes our style out of the page's shadow roots.
 */

/**
 * The open overlay. Without a value here on purpose: if the extension was updated and its files run a second time in this
 * page, the first run's overlay is still in the variable, and is closed below.
 * @type {Overlay | undefined}
 */
var openOverlay;
if (openOverlay) closeOverlay(openOverlay);

browserApi.onMessage((message) => {
  if (message?.type !== "onrecord:toggle") return undefined;
  if (openOverlay) closeOverlay(openOverlay);
  else showOverlay(message.sheets);
  return Promise.resolve({ open: openOverlay !== undefined });
});

/** @param {StyleSheets} sheets */
function showOverlay(sheets) {
  /** @type {Overlay} */
  const overlay = { sheets, unstyle: () => {}, panel: createPanel(sheets.panel, () => closeOverlay(overlay)) };
  openOverlay = overlay;
  void scorePage(overlay);
}

/** @param {Overlay} overlay */
function closeOverlay(overlay) {
  openOverlay = undefined;
  unpaint();
  overlay.unstyle();
  overlay.panel.remove();
  void browserApi.sendToBackground({ type: "onrecord:closed" });
}

/** @param {Overlay} overlay */
async function scorePage(overlay) {
  const { panel } = overlay;
  const retry = () => void scorePage(overlay);
  panel.showWorking();
  try {
    const reading = collectPage();
    const answer = await askBackground(reading.request);
    if (overlay !== openOverlay) return; // closed meanwhile
    if ("failure" in answer) panel.showFailure(answer.failure, retry);
    else showAnswer(overlay, answer.report, reading);
  } catch (error) {
    console.warn("On Record could not read this page:", error);
    panel.showFailure({ kind: "page", address: "", title: "", detail: String(error) }, retry);
    void browserApi.sendToBackground({ type: "onrecord:failed" });
  }
}

/**
 * @param {Overlay} overlay
 * @param {OnRecordReport} report
 * @param {PageReading} reading
 */
function showAnswer(overlay, report, reading) {
  overlay.unstyle = styleShadowRoots(reading.shadowRoots, overlay.sheets.highlights);
  overlay.panel.showReport(showFindings(report, reading));
}

/**
 * @param {ScoreRequest} request
 * @returns {Promise<ScoreAnswer>}
 */
async function askBackground(request) {
  try {
    const answer = await browserApi.sendToBackground({ type: "onrecord:score", request });
    if (answer) return answer;
  } catch (error) {
    console.warn("On Record's background script did not answer:", error);
  }
  return { failure: { kind: "unreadable", address: "", title: "", detail: "" } };
}

/**
 * Paints what can be placed exactly.
 * @param {OnRecordReport} report
 * @param {PageReading} reading
 * @returns {ReportView}
 */
function showFindings(report, reading) {
  const rangesOf = placer(report, reading.blocks);
  const all = findingsOf(report).map((finding) => ({ finding, ranges: rangesOf(finding.span) }));
  const placed = all.filter(({ ranges }) => ranges.length);
  const notPlaced = all.filter(({ ranges }) => !ranges.length);
  paint(placed);
  return { report, placed: placed.length, notPlaced, cut: reading.cut, rangesOf, jump: jumpTo };
}
