"use strict";

// Who speaks in the article, grouped as an editor would: by name or not, and what for; with what each of them says.

/** Sectors whose people hold an office. */
var OFFICIAL_SECTORS = Object.freeze([
  "government",
  "military",
  "law_enforcement",
  "courts",
  "politics",
  "diplomacy_and_international_bodies",
]);

/** In the order in which they are shown. */
var SOURCE_GROUPS = Object.freeze([
  "named_officials",
  "named_intelligence",
  "named_people",
  "organizations",
  "documents",
  "media",
  "unnamed_officials",
  "unnamed_intelligence",
  "unnamed_people",
]);

/**
 * The group a source is listed in.
 * @param {ReportSource} source One of the report's.
 * @returns {typeof SOURCE_GROUPS[number]}
 */
function groupOf({ identity, sector }) {
  if (identity === "document") return "documents";
  const named = identity === "named_person" || identity === "named_organization";
  if (sector === "media") return "media";
  if (sector === "intelligence") return named ? "named_intelligence" : "unnamed_intelligence";
  const official = OFFICIAL_SECTORS.includes(sector);
  if (official) return named ? "named_officials" : "unnamed_officials";
  if (identity === "named_organization") return "organizations";
  return named ? "named_people" : "unnamed_people";
}

/**
 * The list of sources.
 * @param {ReportView} view The report and the way to the page.
 * @returns {HTMLElement}
 */
function makeSources(view) {
  const { sources } = view.report;
  const groups = SOURCE_GROUPS.map((group) => ({ group, own: sources.filter((source) => groupOf(source) === group) }));
  const lists = groups
    .filter(({ own }) => own.length)
    .flatMap(({ group, own }) => [
      make("h3", {}, browserApi.message(`group_${group}`), " ", make("span", { class: "count" }, String(own.length))),
      make("ul", { class: "plain sources" }, ...own.map((source) => makeSource(view, source))),
    ]);
  const nobody = lists.length ? null : make("p", { class: "quiet" }, browserApi.message("no_sources"));
  return makeSection(browserApi.message("sources"), String(sources.length), true, ...lists, nobody);
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

/**
 * @param {ReportView} view
 * @param {ReportSource} source
 */
function makeSource(view, source) {
  const role = roleOf(source);
  const sector = source.sector === "unknown" ? "" : browserApi.message(`sector_${source.sector}`);
  return make(
    "li",
    { class: `beside tier-${tierOf(source.rung)} of-${tierOf(source.rung)}` },
    make("p", { class: "name" }, source.name || browserApi.message("identity_none")),
    role ? make("p", {}, role) : null,
    make("p", { class: "quiet" }, [browserApi.message(`identity_${source.identity}`), sector].filter((part) => part).join(" · ")),
    make("p", { class: "quiet" }, source.why),
    makeOwnStatements(view, source),
  );
}

/**
 * What a source says, or passes on, folded away.
 * @param {ReportView} view
 * @param {ReportSource} source
 */
function makeOwnStatements(view, source) {
  const own = new Set(source.attributions);
  const passages = view.report.statements.filter(({ attributions }) => attributions.some((id) => own.has(id)));
  const uses = browserApi.message(source.attributions.length === 1 ? "one_statement" : "statements_count", source.attributions.length);
  if (!passages.length) return make("p", { class: "quiet" }, uses);
  const list = make("ul", { class: "plain" }, ...passages.map(({ span }) => make("li", {}, makeJump(view, span))));
  return make("details", { class: "more" }, make("summary", {}, uses), list);
}
