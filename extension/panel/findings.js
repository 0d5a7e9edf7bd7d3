"use strict";

// Every finding as real text: highlights are invisible to screen readers.

/**
 * The statements in the order of the article, each with its attributions.
 * @param {ReportView} view The report and the way to the page.
 * @returns {HTMLElement}
 */
function makeStatements(view) {
  const items = view.report.statements.map((statement) => {
    const own = attributionsOf(view.report, statement);
    const tier = tierOf(own.length ? Math.min(...own.map(({ rung }) => rung)) : 0);
    return make("li", { class: `finding of-${tier}` }, makeJump(view, statement.span), ...own.map((found) => makeAttribution(view, found)));
  });
  const list = items.length ? make("ol", { class: "plain" }, ...items) : make("p", { class: "quiet" }, browserApi.message("no_statements"));
  return makeSection(browserApi.message("statements"), String(items.length), true, list);
}

/**
 * The attributions of a passage.
 * @param {OnRecordReport} report What the backend answered.
 * @param {ReportStatement} statement One of its statements.
 * @returns {ReportAttribution[]}
 */
function attributionsOf(report, statement) {
  const wanted = new Set(statement.attributions);
  return withoutRepeats(report, report.attributions.filter(({ id }) => wanted.has(id)));
}

/**
 * Attributions of one passage that would read the same are shown once.
 * @param {OnRecordReport} report
 * @param {ReportAttribution[]} attributions
 */
function withoutRepeats(report, attributions) {
  const readings = attributions.map((found) => [whoSpeaks(report, found), found.rung, found.why].join("\n"));
  return attributions.filter((_, at) => readings.indexOf(readings[at]) === at);
}

/**
 * @param {ReportView} view
 * @param {ReportAttribution} attribution
 */
function makeAttribution(view, attribution) {
  return make(
    "div",
    { class: `beside tier-${tierOf(attribution.rung)}` },
    make("p", { class: "who" }, whoSpeaks(view.report, attribution)),
    make("p", {}, makeRung(attribution.rung)),
    make("p", { class: "quiet" }, attribution.why),
  );
}

/**
 * The sources of an attribution by name, with the outlets it came through.
 * @param {OnRecordReport} report What the backend answered.
 * @param {ReportAttribution} attribution One of its attributions.
 * @returns {string}
 */
function whoSpeaks(report, attribution) {
  const names = new Map(report.sources.map((source) => [source.id, source.name]));
  const list = (/** @type {string[]} */ ids) => ids.map((id) => names.get(id)).filter((name) => name).join(", ");
  const who = list(attribution.sources) || browserApi.message("identity_none");
  const through = list(attribution.relay.filter((id) => !attribution.sources.includes(id)));
  return through ? browserApi.message("who_through", who, through) : who;
}

/**
 * The hedges, by kind.
 * @param {ReportView} view The report and the way to the page.
 * @returns {HTMLElement | null} Null if there are none.
 */
function makeHedges(view) {
  const { hedges } = view.report;
  if (!hedges.length) return null;
  const kinds = [...new Set(hedges.map((hedge) => hedge.kind))];
  const lists = kinds.flatMap((kind) => [
    make("h3", {}, browserApi.message(`hedge_${kind}`)),
    make("ul", { class: "plain chips" }, ...hedges.filter((hedge) => hedge.kind === kind).map((hedge) => makeHedge(view, hedge))),
  ]);
  const section = makeSection(browserApi.message("hedges"), String(hedges.length), true, ...lists);
  section.classList.add("of-hedge");
  return section;
}

/**
 * @param {ReportView} view
 * @param {ReportHedge} hedge
 */
function makeHedge(view, hedge) {
  const quoted = hedge.in_quotation ? make("small", {}, browserApi.message("in_quotation")) : null;
  return make("li", {}, makeJump(view, hedge.span, "chip"), quoted);
}

/**
 * How much of the report is marked on the page, and what is not.
 * @param {ReportView} view The report and the way to the page.
 * @returns {HTMLElement}
 */
function makePlacing(view) {
  const { placed, total, notPlaced, cut, report } = view;
  const counts = browserApi.message("placed", placed, total);
  const lost = notPlaced.map(({ span }) => make("li", {}, shorten(span.exact)));
  const notes = report.warnings.map((warning) => make("p", {}, warning.message));
  return make(
    "footer",
    {},
    make("p", {}, counts),
    lost.length ? make("div", {}, make("p", {}, browserApi.message("not_placed_list")), make("ul", {}, ...lost)) : null,
    cut ? make("p", {}, browserApi.message("page_cut")) : null,
    ...notes,
  );
}
