"use strict";

// Which passages of a report are painted, and as what.

/**
 * The findings to paint, in the report's order: statements by rung, and hedges.
 * @param {OnRecordReport} report The backend's answer.
 * @returns {Finding[]}
 */
function findingsOf(report) {
  const rungs = new Map(report.attributions.map((attribution) => [attribution.id, attribution.rung]));
  const statements = report.statements.map((statement) => {
    const rung = statementRung(statement, rungs);
    return { id: statement.id, highlight: `onrecord-rung-${Math.floor(rung)}`, tier: tierOf(rung), span: statement.span };
  });
  const hedges = report.hedges.map((hedge) => ({
    id: hedge.id,
    highlight: countsAsHedge(hedge) ? "onrecord-hedge" : "onrecord-hedge-uncounted",
    tier: "hedge",
    span: hedge.span,
  }));
  return [...statements, ...hedges];
}

/**
 * Words in a quotation are the speaker's own, and an approximate figure is mere care: both are shown, more faintly.
 * @param {ReportHedge} hedge One of the report's.
 * @returns {boolean}
 */
function countsAsHedge(hedge) {
  return !hedge.in_quotation && hedge.kind !== "approximator";
}

/**
 * A passage is no better sourced than the weakest attribution in it.
 * @param {ReportStatement} statement
 * @param {Map<string, number>} rungs Rungs of the attributions by id.
 * @returns {number} 0 to 8; halves are possible.
 */
function statementRung(statement, rungs) {
  const own = statement.attributions.map((id) => rungs.get(id)).filter((rung) => rung !== undefined);
  return own.length ? Math.min(...own) : 0;
}
