"use strict";

// The report to take along: as plain text, as the backend's JSON, and as Web Annotations of the page.

/**
 * The part of the panel with the buttons for it.
 * @param {ReportView} view The report and where it came from.
 * @returns {HTMLElement}
 */
function makeExport(view) {
  const state = make("p", { class: "quiet", role: "status" });
  /** @type {(key: string, done: string, act: () => Promise<boolean> | boolean) => HTMLElement} */
  const button = (key, done, act) => {
    const click = async () => (state.textContent = browserApi.message((await act()) ? done : "export_failed"));
    return make("button", { type: "button", class: "chip", click }, browserApi.message(key));
  };
  const name = `on-record-${location.hostname || "page"}`;
  return makeSection(
    browserApi.message("export"),
    "",
    true,
    make(
      "div",
      { class: "chips" },
      button("copy_text", "copied", () => copyText(reportAsText(view.report, location.href))),
      button("copy_json", "copied", () => copyText(JSON.stringify(view.report, null, 2))),
      button("save_json", "saved", () => saveFile(`${name}.json`, "application/json", JSON.stringify(view.report, null, 2))),
      button("save_annotations", "saved", () => saveFile(`${name}.jsonld`, "application/ld+json", JSON.stringify(reportAsAnnotations(view.report, location.href), null, 2))),
    ),
    state,
  );
}

/**
 * The report in a few lines.
 * @param {OnRecordReport} report What the backend answered.
 * @param {string} url The page's address.
 * @returns {string} Lines, each ended.
 */
function reportAsText(report, url) {
  const names = new Map(report.sources.map(({ id, name }) => [id, name]));
  const said = report.attributions.map((found) => {
    const who = found.sources.map((id) => names.get(id)).join(", ") || browserApi.message("identity_none");
    return `- ${who} (${browserApi.message("rung", found.rung, browserApi.message(`rung_${Math.floor(found.rung)}`))}): “${found.statement.map(({ exact }) => shorten(exact)).join(" … ")}”`;
  });
  const signals = report.signals.map((signal) => `- ${signed(signal.points)} ${signal.title ?? signal.id}: ${signal.why}`);
  return [
    report.article.title ?? "",
    url,
    scoreInWords(report),
    browserApi.message("what_it_measures"),
    "",
    ...signals,
    "",
    ...said,
    "",
  ].join("\n");
}

/**
 * The findings as annotations of the page (W3C Web Annotation Data Model).
 * @param {OnRecordReport} report What the backend answered.
 * @param {string} url The page's address.
 * @returns {object} A JSON-LD document.
 */
function reportAsAnnotations(report, url) {
  const byId = new Map(report.attributions.map((found) => [found.id, found]));
  /** @type {(id: string, span: ReportSpan, words: string) => object} */
  const annotation = (id, span, words) => ({
    id: `#${id}`,
    type: "Annotation",
    motivation: "commenting",
    body: { type: "TextualBody", value: words, format: "text/plain", language: browserApi.message("language") },
    target: { source: url, selector: { type: "TextQuoteSelector", exact: span.exact, prefix: span.prefix, suffix: span.suffix } },
  });
  const items = [
    ...report.statements.map(({ id, span, attributions }) => annotation(id, span, attributions.map((found) => byId.get(found)?.why ?? "").join(" "))),
    ...report.hedges.map(({ id, span, kind }) => annotation(id, span, browserApi.message(`hedge_${kind}`))),
    ...report.signals.flatMap(({ id, spans, why }) => spans.map((span, at) => annotation(`${id}-${at}`, span, why))),
  ];
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    label: scoreInWords(report),
    total: items.length,
    first: { type: "AnnotationPage", items },
  };
}

/**
 * @param {string} text
 * @returns {Promise<boolean>} Whether it is on the clipboard now.
 */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldStyle(text); // a page without https has no clipboard of the new kind
  }
}

/** @param {string} text */
function copyOldStyle(text) {
  /** @param {ClipboardEvent} event */
  const fill = (event) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener("copy", fill, { capture: true });
  const copied = Document.prototype.execCommand.call(document, "copy");
  removeEventListener("copy", fill, { capture: true });
  return copied;
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
function saveFile(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  const link = make("a", { href, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  return true;
}
