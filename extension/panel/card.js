"use strict";

// The card beside a passage: who says so, how well the reader is told, and why. It stays out of the way of pointer and selection.

var CARD_GAP = 8;

/**
 * Puts an empty card into our element.
 * @param {ShadowRoot} root Ours.
 * @returns {Card}
 */
function createCard(root) {
  const words = make("div", {});
  const close = make("button", { type: "button", class: "close", "aria-label": browserApi.message("card_close") }, "×");
  const card = make("section", { class: "card", role: "dialog", "aria-label": browserApi.message("card_label"), tabindex: "-1", hidden: true }, close, words);
  /** @type {HTMLElement | null} */
  let cameFrom = null;
  const hide = () => {
    if (card.hidden) return false;
    const hadFocus = root.activeElement !== null && card.contains(root.activeElement);
    card.hidden = true;
    if (hadFocus) cameFrom?.focus({ preventScroll: true });
    cameFrom = null;
    return true;
  };
  close.addEventListener("click", hide);
  root.append(card);
  return {
    hide,
    isUnder: (x, y) => !card.hidden && isInside(card.getBoundingClientRect(), x, y),
    show: (content, beside, focus = null) => {
      words.replaceChildren(...content);
      card.hidden = false;
      putBeside(card, beside);
      cameFrom = focus;
      if (focus) card.focus({ preventScroll: true });
    },
  };
}

/**
 * @param {DOMRect} box
 * @param {number} x
 * @param {number} y
 */
function isInside(box, x, y) {
  return box.left - CARD_GAP <= x && x <= box.right + CARD_GAP && box.top - CARD_GAP <= y && y <= box.bottom + CARD_GAP;
}

/**
 * Below the passage where there is room, else above; within the window.
 * @param {HTMLElement} card
 * @param {DOMRect} beside
 */
function putBeside(card, beside) {
  const { width, height } = card.getBoundingClientRect();
  const below = beside.bottom + CARD_GAP;
  const top = below + height <= innerHeight ? below : Math.max(CARD_GAP, beside.top - CARD_GAP - height);
  const left = Math.min(Math.max(CARD_GAP, beside.left), Math.max(CARD_GAP, innerWidth - width - CARD_GAP));
  card.style.top = `${top}px`;
  card.style.left = `${left}px`;
}

/**
 * What the card says of findings.
 * @param {ReportView} view The report and the way to the page.
 * @param {Finding[]} findings One or more, statements first.
 * @returns {HTMLElement[]}
 */
function describeFindings(view, findings) {
  const ids = new Set(findings.map(({ id }) => id));
  const statements = view.report.statements.filter(({ id }) => ids.has(id));
  const own = statements.flatMap((statement) => attributionsOf(view.report, statement));
  const hedges = hedgesBeside(view.report, ids, own);
  const parts = own.map((attribution) => makeAttribution(view, attribution));
  if (hedges.length) parts.push(make("ul", { class: "plain hedged" }, ...hedges.map(makeHedgeWords)));
  const rules = [...new Set(own.flatMap(({ rules }) => rules))];
  if (rules.length) parts.push(make("p", { class: "rules" }, ...rules.map((rule) => makeRuleLink(view, rule))));
  return parts;
}

/**
 * @param {OnRecordReport} report
 * @param {Set<string>} ids Of findings.
 * @param {ReportAttribution[]} attributions
 */
function hedgesBeside(report, ids, attributions) {
  const wanted = new Set([...ids, ...attributions.flatMap(({ hedges }) => hedges)]);
  return report.hedges.filter(({ id }) => wanted.has(id));
}

/** @param {ReportHedge} hedge */
function makeHedgeWords(hedge) {
  const quoted = hedge.in_quotation ? make("small", {}, ` ${browserApi.message("in_quotation")}`) : null;
  return make("li", {}, `“${shorten(hedge.span.exact)}”`, make("small", {}, ` ${browserApi.message(`hedge_${hedge.kind}`)}`), quoted);
}
