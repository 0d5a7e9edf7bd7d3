"use strict";

// The panel is built of elements and text nodes only; text of the page never becomes markup.

/**
 * Makes an element.
 * @param {string} tag Name of the element.
 * @param {Record<string, string | boolean | ((event: any) => void)>} attributes Attributes; a function listens to the event
 *   of that name; false leaves the attribute out.
 * @param {...(Node | string | null)} children Texts and nodes; null is skipped.
 * @returns {HTMLElement}
 */
function make(tag, attributes, ...children) {
  const element = newElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * A part of the panel that folds.
 * @param {string} title Heading.
 * @param {string} count Shown beside the heading.
 * @param {boolean} open Whether it starts open.
 * @param {...(Node | string | null)} children What is inside.
 * @returns {HTMLElement}
 */
function makeSection(title, count, open, ...children) {
  const heading = make("summary", {}, make("h2", {}, title), make("span", { class: "count" }, count));
  return make("details", { class: "section", open }, heading, ...children);
}

/**
 * The words of a passage, as a button that leads to it.
 * @param {ReportView} view The report and the way to the page.
 * @param {ReportSpan} span The passage.
 * @param {string} [className] For its looks.
 * @returns {HTMLElement} Plain text with a note where the page has no such passage.
 */
function makeJump(view, span, className = "passage") {
  const words = shorten(span.exact);
  if (!view.rangesOf(span).length) {
    return make("span", { class: `${className} lost` }, words, make("small", {}, browserApi.message("not_placed")));
  }
  const button = make("button", { type: "button", class: className, title: browserApi.message("jump") }, words);
  // Asked for anew: the page may have drawn the passage again since. A click by keyboard has no detail, and takes the focus along.
  button.addEventListener("click", (event) => view.jump(span, event.detail === 0 ? button : null));
  return button;
}

/**
 * A swatch in the style of the rung's highlight; the words beside it say the same.
 * @param {number} rung 0 to 8.
 * @returns {HTMLElement}
 */
function makeRung(rung) {
  const whole = Math.floor(rung);
  const swatch = make("span", { class: `swatch tier-${tierOf(rung)}`, "aria-hidden": "true" }, "Abc");
  return make("span", { class: "rung" }, swatch, browserApi.message("rung", String(rung), browserApi.message(`rung_${whole}`)));
}

/**
 * A link to what a rule means, which the backend tells.
 * @param {ReportView} view The report and where it came from.
 * @param {string} rule Its id.
 * @returns {HTMLElement}
 */
function makeRuleLink(view, rule) {
  const href = `${view.address}/rubric#${encodeURIComponent(rule)}`;
  const name = rule.toLowerCase().replaceAll(/[-_]/g, " ");
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, browserApi.message("rule_link", name));
}

/**
 * @param {string} text Words of the page.
 * @returns {string} On one line, at most 220 characters.
 */
function shorten(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length <= 220 ? line : `${line.slice(0, 200).trimEnd()} …`;
}

/**
 * Points with their sign and one decimal, with a true minus.
 * @param {number} points Points of the score.
 * @returns {string}
 */
function signed(points) {
  const size = Math.abs(points).toFixed(1);
  return points < 0 ? `−${size}` : `+${size}`;
}
