"use strict";

// What is on the page while the overlay is open: marks, panel and card, and how they keep up with the page.

/**
 * The overlay of one page.
 * @typedef {object} Overlay
 * @property {StyleSheets} sheets As the background read them.
 * @property {Host} host Our element.
 * @property {Panel} panel
 * @property {Card} card
 * @property {ReportView | undefined} view The report, once it is there.
 * @property {PageReading | undefined} reading Where the page's words stand now.
 * @property {PlacedFinding[]} placed What can be painted.
 * @property {(span: ReportSpan) => Range[]} rangesOf Where a span stood when the page was last looked at.
 * @property {boolean} marks Whether the reader wants to see the marks.
 * @property {() => void} unwatch Ends watching page and pointer.
 * @property {() => void} unstyle Takes our style out of the page's shadow roots and frames.
 * @property {Promise<void>} scored Settles when the first answer is shown.
 */

/**
 * @param {StyleSheets} sheets
 * @param {boolean} quiet Whether the panel stays shut.
 * @returns {Overlay}
 */
function createOverlay(sheets, quiet) {
  const host = createHost(sheets.panel, () => overlay.card.hide() || closeOverlay(overlay));
  /** @type {Overlay} */
  const overlay = {
    sheets,
    host,
    panel: createPanel(host.root, { close: () => closeOverlay(overlay), quiet }),
    card: createCard(host.root),
    view: undefined,
    reading: undefined,
    placed: [],
    rangesOf: () => [],
    marks: true,
    unwatch: () => {},
    unstyle: () => {},
    scored: Promise.resolve(),
  };
  return overlay;
}

/**
 * Reads the page, has it scored, and shows the answer.
 * @param {Overlay} overlay
 * @param {PageReading} [reading] Where the page was just read.
 */
async function scorePage(overlay, reading) {
  const { panel } = overlay;
  const retry = () => void scorePage(overlay);
  if (!overlay.view) panel.showWorking();
  try {
    const now = reading ?? collectPage();
    const answer = await askBackground(now.request);
    if (overlay !== openOverlay) return; // closed meanwhile
    if ("failure" in answer) panel.showFailure(answer.failure, retry);
    else showAnswer(overlay, answer, now);
  } catch (error) {
    console.warn("On Record could not read this page:", error);
    panel.showFailure({ kind: "page", address: "", title: "", detail: String(error) }, retry);
    void browserApi.sendToBackground({ type: "onrecord:failed" });
  }
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
 * @param {Overlay} overlay
 * @param {{report: OnRecordReport, address: string}} answer
 * @param {PageReading} reading
 */
function showAnswer(overlay, { report, address }, reading) {
  const hiddenTiers = overlay.view?.hiddenTiers ?? new Set();
  overlay.reading = reading;
  placeFindings(overlay, report);
  const placed = new Set(overlay.placed.map(({ finding }) => finding.id));
  const findings = findingsOf(report);
  overlay.view = {
    report,
    address,
    placed: placed.size,
    total: findings.length,
    notPlaced: findings.filter(({ id }) => !placed.has(id)),
    cut: reading.cut,
    hiddenTiers,
    rangesOf: (span) => overlay.rangesOf(span),
    jump: (span, from) => jumpAndTell(overlay, span, from),
    showTier: (tier, shown) => {
      if (shown) hiddenTiers.delete(tier);
      else hiddenTiers.add(tier);
      repaint(overlay);
    },
  };
  repaint(overlay);
  overlay.panel.showReport(overlay.view);
  watch(overlay);
}

/**
 * @param {Overlay} overlay
 * @param {OnRecordReport} report
 */
function placeFindings(overlay, report) {
  overlay.rangesOf = placer(report, overlay.reading?.blocks ?? []);
  overlay.placed = findingsOf(report)
    .map((finding) => ({ finding, ranges: overlay.rangesOf(finding.span) }))
    .filter(({ ranges }) => ranges.length);
}

/** @param {Overlay} overlay */
function repaint(overlay) {
  const hidden = overlay.view?.hiddenTiers;
  paint(overlay.marks ? overlay.placed.filter(({ finding }) => !hidden?.has(finding.tier)) : []);
}

/** @param {Overlay} overlay */
function watch(overlay) {
  overlay.unwatch();
  overlay.unstyle();
  const { shadowRoots, frames } = /** @type {PageReading} */ (overlay.reading);
  const roots = [...shadowRoots, ...frames.flatMap((frame) => frame.shadowRoots)];
  overlay.unstyle = styleShadowRoots(roots, overlay.sheets.highlights);
  const stops = [
    watchPage([document, ...frames.map((frame) => frame.document), ...roots], () => keepUp(overlay)),
    watchPointer((x, y) => showUnderPointer(overlay, x, y)),
  ];
  overlay.unwatch = () => stops.forEach((stop) => stop());
}

/**
 * Reads the page again, and paints or scores it anew where that is called for.
 * @param {Overlay} overlay
 */
function keepUp(overlay) {
  if (!overlay.view || !overlay.reading) return;
  const now = collectPage();
  const change = whatChanged(overlay.reading, now, overlay.view.report);
  if (change === "article") void scorePage(overlay, now);
  if (change !== "nodes") return;
  overlay.reading = { ...now, blocks: renumbered(overlay.reading.blocks, now.blocks) };
  placeFindings(overlay, overlay.view.report);
  repaint(overlay);
}

/**
 * @param {Overlay} overlay
 * @param {number} x
 * @param {number} y
 */
function showUnderPointer(overlay, x, y) {
  if (!overlay.marks || overlay.card.isUnder(x, y)) return;
  const hidden = overlay.view?.hiddenTiers;
  const found = findingsAt(overlay.placed, overlay.reading?.shadowRoots ?? [], x, y).filter(({ finding }) => !hidden?.has(finding.tier));
  if (found.length) showCard(overlay, found);
  else overlay.card.hide();
}

/**
 * @param {Overlay} overlay
 * @param {PlacedFinding[]} found
 * @param {HTMLElement | null} [from] Where the focus goes back to; without it the focus stays where it is.
 */
function showCard(overlay, found, from = null) {
  if (!overlay.view) return;
  const content = describeFindings(overlay.view, found.map(({ finding }) => finding));
  overlay.card.show(content, found[0].ranges[0].getBoundingClientRect(), from);
}

/**
 * Leads to a passage, and tells there what was found.
 * @param {Overlay} overlay
 * @param {ReportSpan} span
 * @param {HTMLElement | null} from Where the focus goes back to from the card.
 */
function jumpAndTell(overlay, span, from) {
  if (!overlay.view) return;
  placeFindings(overlay, overlay.view.report); // the page may have drawn the passage anew a moment ago
  const ranges = overlay.rangesOf(span);
  if (!ranges.length) return;
  jumpTo(ranges);
  const found = overlay.placed.filter(({ finding }) => finding.span.start < span.end && span.start < finding.span.end);
  if (found.length) showCard(overlay, found, from);
}

/**
 * Tells who says what the reader has selected.
 * @param {Overlay} overlay
 */
async function explainSelection(overlay) {
  await overlay.scored;
  if (!overlay.view) {
    overlay.panel.open(); // it says what went wrong
    return;
  }
  const found = selectedFindings(overlay.placed);
  const beside = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0).getBoundingClientRect() : undefined;
  if (found.length) showCard(overlay, found);
  else overlay.card.show([make("p", {}, browserApi.message("card_nothing"))], beside ?? new DOMRect());
}
