"use strict";

// The head of the panel: score, band, interval, and how the score comes about.

var PARTS_OF_THE_SUM = new Set(["base", "bound", "clamp"]);

/**
 * The score, or why there is none.
 * @param {OnRecordReport} report What the backend answered.
 * @returns {HTMLElement}
 */
function makeScore(report) {
  if (report.score === undefined) return makeNotScored(report);
  const [low, high] = report.interval ?? [report.score, report.score];
  return make(
    "div",
    { class: "score" },
    make("p", { class: "number" }, String(Math.round(report.score)), make("small", {}, browserApi.message("out_of_100"))),
    make(
      "div",
      { class: "meaning" },
      make("p", { class: "band" }, browserApi.message(`band_${report.band}`)),
      makeScale(report.score, low, high),
      make("p", { class: "quiet" }, browserApi.message("interval", low, high)),
    ),
  );
}

/**
 * @param {number} score
 * @param {number} low
 * @param {number} high
 */
function makeScale(score, low, high) {
  const interval = make("span", { class: "interval" });
  interval.style.left = `${low}%`;
  interval.style.width = `${high - low}%`;
  const mark = make("span", { class: "mark" });
  mark.style.left = `${score}%`;
  return make("div", { class: "scale", "aria-hidden": "true" }, interval, mark);
}

/** @param {OnRecordReport} report */
function makeNotScored(report) {
  return make(
    "div",
    { class: "score" },
    make("p", { class: "number", "aria-hidden": "true" }, "–"),
    make(
      "div",
      { class: "meaning" },
      make("p", { class: "band" }, browserApi.message("not_scored")),
      make("p", {}, report.reason?.message ?? ""),
    ),
  );
}

/**
 * The breakdown, whose lines sum to the score.
 * @param {ReportView} view The report and the way to the page.
 * @returns {HTMLElement | null} Null without a score.
 */
function makeBreakdown(view) {
  const { score, breakdown, signals } = view.report;
  if (score === undefined || !breakdown) return null;
  const why = new Map(signals.map((signal) => [signal.id, signal]));
  const lines = breakdown.map(({ id, points }) => makeLine(view, id, points, why.get(id)));
  const total = make(
    "tr",
    { class: "total" },
    make("th", { scope: "row" }, browserApi.message("points_total")),
    make("td", {}, score.toFixed(1)),
  );
  const table = make("table", {}, make("tbody", {}, ...lines), make("tfoot", {}, total));
  return makeSection(browserApi.message("breakdown"), "", true, table);
}

/**
 * @param {ReportView} view
 * @param {string} id
 * @param {number} points
 * @param {ReportSignal | undefined} signal
 */
function makeLine(view, id, points, signal) {
  const label = PARTS_OF_THE_SUM.has(id) ? browserApi.message(`points_${id}`) : (signal?.title ?? signalName(id));
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, label, makeBar(id, points), signal ? makeSignal(view, signal) : null),
    make("td", {}, id === "base" ? points.toFixed(1) : signed(points)),
  );
}

/**
 * The points as a length, out of a hundred; the figures beside it say the same.
 * @param {string} id
 * @param {number} points
 */
function makeBar(id, points) {
  const fill = make("span", { class: id === "base" ? "base" : points < 0 ? "minus" : "plus" });
  fill.style.width = `${Math.min(100, Math.abs(points))}%`;
  return make("div", { class: "bar", "aria-hidden": "true" }, fill);
}

/**
 * Why a signal counts; folded away, where in the article and on which standard.
 * @param {ReportView} view
 * @param {ReportSignal} signal
 */
function makeSignal(view, signal) {
  const passages = signal.spans.map((span) => make("li", {}, makeJump(view, span)));
  const more = make(
    "details",
    { class: "more" },
    make("summary", {}, browserApi.message(passages.length ? "where_and_standard" : "standard")),
    make("p", { class: "quiet" }, signal.standard, " ", makeRuleLink(view, signal.id)),
    passages.length ? make("ul", { class: "plain" }, ...passages) : null,
  );
  return make("div", { class: "why" }, make("p", {}, signal.why), more);
}

/**
 * A rule's id as words.
 * @param {string} id As in `headline_overclaims`.
 * @returns {string}
 */
function signalName(id) {
  const words = id.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The score as a screen reader says it.
 * @param {OnRecordReport} report What the backend answered.
 * @returns {string}
 */
function scoreInWords(report) {
  if (report.score === undefined) return `${browserApi.message("not_scored")}. ${report.reason?.message ?? ""}`;
  return browserApi.message("badge_score", Math.round(report.score), browserApi.message(`band_${report.band}`));
}
