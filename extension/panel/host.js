"use strict";

// Our one element beside the page's body. All we show is in its closed shadow root, so that neither the page's styles nor its
// scripts reach what we say. It covers the window and lets every click through, but where panel or card are.

/**
 * Puts our element beside the page.
 * @param {string} css The style of panel and card.
 * @param {() => void} escape What the Escape key does in it.
 * @returns {Host}
 */
function createHost(css, escape) {
  const before = domReader.activeElement(document);
  const element = newElement("onrecord-panel");
  const root = element.attachShadow({ mode: "closed" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  keepKeys(element, escape);
  domReader.documentElement(document).append(element);
  return { root, remove: () => removeHost(element, before) };
}

/**
 * Keys pressed in it are not the page's shortcuts.
 * @param {HTMLElement} element
 * @param {() => void} escape
 */
function keepKeys(element, escape) {
  element.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") escape();
  });
  for (const type of ["keyup", "keypress"]) element.addEventListener(type, (event) => event.stopPropagation());
}

/**
 * @param {HTMLElement} element
 * @param {unknown} before What had the focus before we took it.
 */
function removeHost(element, before) {
  const hadFocus = domReader.activeElement(document) === element;
  element.remove();
  if (hadFocus && before instanceof HTMLElement) before.focus({ preventScroll: true });
}
