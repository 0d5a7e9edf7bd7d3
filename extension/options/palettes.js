// The choice of colours, each shown in the very styles that pages get.

import "../browser-api.js";
import { PALETTES, palette, setPalette } from "../settings.js";
import { byId, make } from "./words.js";

/** The kinds of marks: the highlight's name, and the name of what it means. */
const KINDS = Object.freeze([
  ["onrecord-rung-8", "record"],
  ["onrecord-rung-6", "named"],
  ["onrecord-rung-4", "described"],
  ["onrecord-rung-2", "vague"],
  ["onrecord-rung-0", "none"],
  ["onrecord-hedge", "hedge"],
]);

/** Lists the palettes and keeps what is chosen, at once. */
export async function showPalettes() {
  const chosen = await palette();
  document.adoptedStyleSheets = await Promise.all(PALETTES.map(sampleSheet));
  byId("palettes").querySelector("fieldset").append(...PALETTES.map((name) => choice(name, name === chosen)));
  byId("palettes").addEventListener("change", async (/** @type {any} */ event) => {
    await setPalette(event.target.value);
    byId("palette-state").textContent = browserApi.message("options_palette_saved");
  });
}

/**
 * The painter's own sheet, for elements in place of highlights: there are no two palettes of highlights in one page.
 * @param {string} name
 */
async function sampleSheet(name) {
  const css = await browserApi.readOwnFile(`page/highlights-${name}.css`);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css.replace(/::highlight\(([\w-]+)\)/g, `.palette-${name} .$1`));
  return sheet;
}

/**
 * @param {string} name
 * @param {boolean} checked
 */
function choice(name, checked) {
  const input = make("input", [], { type: "radio", name: "palette", value: name, checked, autocomplete: "off" });
  const samples = KINDS.map(([highlight, tier]) => make("span", browserApi.message(`tier_${tier}`), { className: highlight }));
  const words = make("span", browserApi.message(`palette_${name}`), { id: `palette-${name}` });
  input.setAttribute("aria-labelledby", words.id);
  return make("label", [input, words, make("span", samples, { className: "samples" })], { className: `palette palette-${name}` });
}
