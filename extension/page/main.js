"use strict";

// What the background script asks of the page: open or close the overlay, show or hide its marks, explain what is selected.

/**
 * The open overlay. Without a value here on purpose: if the extension was updated and its files run a second time in this
 * page, the first run's overlay is still in the variable, and is closed below.
 * @type {Overlay | undefined}
 */
var openOverlay;
if (openOverlay) closeOverlay(openOverlay);

/** @type {Record<string, (message: any) => void>} */
var ANSWERS = {
  "onrecord:toggle": ({ sheets, quiet }) => toggleOverlay(sheets, Boolean(quiet)),
  "onrecord:explain": ({ sheets }) => void explainSelection(openOverlay ?? showOverlay(sheets, true)),
  "onrecord:marks": toggleMarks,
};

browserApi.onMessage((message) => {
  const answer = Object.hasOwn(ANSWERS, message?.type) ? ANSWERS[message.type] : undefined;
  answer?.(message);
  return answer && Promise.resolve({ open: openOverlay !== undefined });
});

// A page that comes back as it was left has lost its badge meanwhile.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && openOverlay) void scorePage(openOverlay);
});

/**
 * A click opens the overlay, opens a panel that was shut, or closes it all.
 * @param {StyleSheets} sheets
 * @param {boolean} quiet Not a click: the reader wants this site scored without being asked; the panel stays shut.
 */
function toggleOverlay(sheets, quiet) {
  if (!openOverlay) showOverlay(sheets, quiet);
  else if (!openOverlay.panel.isOpen() && !quiet) openOverlay.panel.open();
  else if (!quiet) closeOverlay(openOverlay);
}

/**
 * @param {StyleSheets} sheets
 * @param {boolean} quiet
 * @returns {Overlay}
 */
function showOverlay(sheets, quiet) {
  const overlay = createOverlay(sheets, quiet);
  openOverlay = overlay;
  overlay.scored = scorePage(overlay);
  return overlay;
}

/** @param {Overlay} overlay */
function closeOverlay(overlay) {
  openOverlay = undefined;
  overlay.unwatch();
  overlay.unstyle();
  unpaint();
  overlay.host.remove();
  void browserApi.sendToBackground({ type: "onrecord:closed" });
}

function toggleMarks() {
  if (!openOverlay) return;
  openOverlay.marks = !openOverlay.marks;
  openOverlay.card.hide();
  repaint(openOverlay);
}
