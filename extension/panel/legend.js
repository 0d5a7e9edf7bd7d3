"use strict";

// What the marks on the page mean; each kind can be put out of sight, on the page and in the lists.

var TIERS = Object.freeze(["record", "named", "described", "vague", "none", "hedge"]);

/**
 * The legend, whose entries are switches.
 * @param {ReportView} view The report and the way to the page.
 * @param {HTMLElement} findings Where the lists are whose entries go with the marks.
 * @returns {HTMLElement}
 */
function makeLegend(view, findings) {
  const switches = TIERS.map((tier) => {
    const swatch = make("span", { class: `swatch tier-${tier}`, "aria-hidden": "true" }, "Abc");
    const button = make("button", { type: "button", "aria-pressed": String(!view.hiddenTiers.has(tier)) }, swatch, browserApi.message(`tier_${tier}`));
    button.addEventListener("click", () => {
      const shown = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(shown));
      view.showTier(tier, shown);
      hideEntries(view, findings);
    });
    return button;
  });
  hideEntries(view, findings);
  return make("div", { class: "legend", role: "group", "aria-label": browserApi.message("legend") }, ...switches);
}

/**
 * @param {ReportView} view
 * @param {HTMLElement} findings
 */
function hideEntries(view, findings) {
  for (const tier of TIERS) findings.classList.toggle(`without-${tier}`, view.hiddenTiers.has(tier));
}

/**
 * Rungs that share a highlight.
 * @param {number} rung 0 to 8.
 * @returns {"record" | "named" | "described" | "vague" | "none"}
 */
function tierOf(rung) {
  if (rung >= 7) return "record";
  if (rung >= 5) return "named";
  if (rung >= 3) return "described";
  return rung >= 1 ? "vague" : "none";
}
