"use strict";

// Who speaks in the article, grouped by how far each is identified.

var IDENTITY_ORDER = Object.freeze([
  "named_person",
  "named_organization",
  "document",
  "anonymous_source",
  "unnamed_person",
  "unnamed_group",
  "none",
]);

/**
 * The list of sources.
 * @param {OnRecordReport} report What the backend answered.
 * @returns {HTMLElement}
 */
function makeSources(report) {
  const groups = IDENTITY_ORDER.map((identity) => ({
    identity,
    sources: report.sources.filter((source) => source.identity === identity),
  })).filter(({ sources }) => sources.length);
  const lists = groups.flatMap(({ identity, sources }) => [
    make("h3", {}, browserApi.message(`identity_${identity}`)),
    make("ul", { class: "plain sources" }, ...sources.map(makeSource)),
  ]);
  const nobody = lists.length ? null : make("p", { class: "quiet" }, browserApi.message("no_sources"));
  return makeSection(browserApi.message("sources"), String(report.sources.length), true, ...lists, nobody);
}

/**
 * Title and affiliation, as far as the name does not say them already.
 * @param {ReportSource} source One of the report's.
 * @returns {string}
 */
function roleOf(source) {
  const name = source.name.toLowerCase();
  return [source.title, source.affiliation].filter((part) => part && !name.includes(part.toLowerCase())).join(", ");
}

/** @param {ReportSource} source */
function makeSource(source) {
  const role = roleOf(source);
  const sector = source.sector === "unknown" ? "" : browserApi.message(`sector_${source.sector}`);
  const uses = browserApi.message(source.attributions.length === 1 ? "one_statement" : "statements_count", source.attributions.length);
  return make(
    "li",
    { class: `beside tier-${tierOf(source.rung)}` },
    make("p", { class: "name" }, source.name || browserApi.message("identity_none")),
    role ? make("p", {}, role) : null,
    make("p", { class: "quiet" }, [sector, uses].filter((part) => part).join(" · ")),
  );
}
