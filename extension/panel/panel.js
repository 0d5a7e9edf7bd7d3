"use strict";

// The panel: one element of ours beside the page's body, with everything in a closed shadow root, so that neither the page's
// styles nor its scripts reach what it says.

/**
 * Puts an empty panel beside the page.
 * @param {string} css The panel's style.
 * @param {() => void} close What the close button and Escape do.
 * @returns {Panel}
 */
function createPanel(css, close) {
  const before = domReader.activeElement(document);
  const host = newElement("onrecord-panel");
  const root = host.attachShadow({ mode: "closed" });
  styleRoot(root, css);
  const state = make("p", { class: "unseen", role: "status" });
  const content = make("div", {});
  const panel = make(
    "section",
    { class: "panel", role: "dialog", "aria-label": browserApi.message("panel_label"), tabindex: "-1", lang: browserApi.message("language"), dir: "ltr" },
    makeHeader(close),
    state,
    content,
  );
  root.append(panel);
  keepKeys(host, close);
  domReader.documentElement(document).append(host);
  panel.focus({ preventScroll: true });
  /** @type {(said: string, ...parts: HTMLElement[]) => void} */
  const show = (said, ...parts) => {
    state.textContent = said; // for screen readers
    content.replaceChildren(...parts);
  };
  return {
    showWorking: () => show(browserApi.message("state_working"), makeWorking()),
    showFailure: (failure, retry) => show(failureTitle(failure), ...makeFailure(failure, retry)),
    showReport: (view) => show(scoreInWords(view.report), ...makeReport(view)),
    remove: () => removeHost(host, before),
  };
}

/**
 * @param {ShadowRoot} root
 * @param {string} css
 */
function styleRoot(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
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

/**
 * Keys pressed in the panel are not the page's shortcuts.
 * @param {HTMLElement} host
 * @param {() => void} close
 */
function keepKeys(host, close) {
  host.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") close();
  });
  for (const type of ["keyup", "keypress"]) host.addEventListener(type, (event) => event.stopPropagation());
}

/**
 * @param {HTMLElement} host
 * @param {unknown} before What had the focus before the panel took it.
 */
function removeHost(host, before) {
  const hadFocus = domReader.activeElement(document) === host;
  host.remove();
  if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
}

function makeWorking() {
  return make("p", { class: "working", "aria-hidden": "true" }, browserApi.message("state_working"));
}

/**
 * @param {ReportView} view
 * @returns {HTMLElement[]}
 */
function makeReport(view) {
  const parts = [
    makeScore(view.report),
    make("p", { class: "plainly" }, browserApi.message("what_it_measures")),
    makeLegend(),
    makeBreakdown(view),
    makeSources(view.report),
    makeStatements(view),
    makeHedges(view),
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
  const help = failure.kind === "not_running" ? make("p", {}, browserApi.message("how_to_start"), " ", make("code", {}, "make serve")) : null;
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
