"use strict";

// The panel: everything the report says, as real text, since highlights are invisible to screen readers.

/**
 * Puts an empty panel into our element.
 * @param {ShadowRoot} root Ours.
 * @param {{close: () => void, quiet: boolean}} options What the close button does; whether it starts shut.
 * @returns {Panel}
 */
function createPanel(root, { close, quiet }) {
  const state = make("p", { class: "unseen", role: "status" });
  const content = make("div", {});
  const panel = make(
    "section",
    { class: "panel", role: "dialog", "aria-label": browserApi.message("panel_label"), tabindex: "-1", lang: browserApi.message("language"), dir: "ltr", hidden: quiet },
    makeHeader(close),
    state,
    content,
  );
  root.append(panel);
  const open = () => {
    panel.hidden = false;
    panel.focus({ preventScroll: true });
  };
  if (!quiet) open();
  /** @type {(said: string, ...parts: HTMLElement[]) => void} */
  const show = (said, ...parts) => {
    state.textContent = said; // for screen readers
    content.replaceChildren(...parts);
  };
  return {
    open,
    isOpen: () => !panel.hidden,
    showWorking: () => show(browserApi.message("state_working"), makeWorking()),
    showFailure: (failure, retry) => show(failureTitle(failure), ...makeFailure(failure, retry)),
    showReport: (view) => show(scoreInWords(view.report), ...makeReport(view)),
  };
}

/** @param {() => void} close */
function makeHeader(close) {
  return make(
    "header",
    {},
    make("h1", {}, browserApi.message("panel_title")),
    make("button", { type: "button", class: "close", "aria-label": browserApi.message("close"), click: close }, "×"),
  );
}

function makeWorking() {
  return make("p", { class: "working", "aria-hidden": "true" }, browserApi.message("state_working"));
}

/**
 * @param {ReportView} view
 * @returns {HTMLElement[]}
 */
function makeReport(view) {
  const findings = make("div", {}, makeSources(view), makeStatements(view), makeHedges(view));
  const parts = [
    makeScore(view.report),
    make("p", { class: "plainly" }, browserApi.message("what_it_measures")),
    makeLegend(view, findings),
    makeBreakdown(view),
    findings,
    makeExport(view),
    makePlacing(view),
  ];
  return parts.filter((part) => part !== null);
}

/**
 * What went wrong, and what helps.
 * @param {Failure} failure
 * @param {() => void} retry
 * @returns {HTMLElement[]}
 */
function makeFailure(failure, retry) {
  const elsewhere = failure.kind === "not_running" && failure.address.startsWith("https:");
  const help = failure.kind === "page" ? null : make("p", {}, browserApi.message(`help_${failure.kind}${elsewhere ? "_elsewhere" : ""}`));
  const words = make(
    "div",
    { class: "failure" },
    make("h2", {}, failureTitle(failure)),
    failure.title ? make("p", {}, failure.title) : null,
    failure.detail ? make("p", {}, failure.detail) : null,
    help,
  );
  return [words, make("button", { type: "button", class: "retry", click: retry }, browserApi.message("try_again"))];
}

/** @param {Failure} failure */
function failureTitle(failure) {
  return browserApi.message(`failure_${failure.kind}`, failure.address);
}
