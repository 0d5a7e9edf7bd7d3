// The page's scripts as the browser runs them: classic scripts, in order, in one global of their own, over a jsdom document.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import vm from "node:vm";
import { JSDOM } from "jsdom";
import { PAGE_FILES } from "../../extension/background/action.js";

export const EXTENSION = resolve(import.meta.dirname, "../../extension");

/** @type {Record<string, {message: string}>} */
export const MESSAGES = JSON.parse(readFileSync(join(EXTENSION, "_locales/en/messages.json"), "utf8"));

const SCRIPTS = PAGE_FILES.map((file) => new vm.Script(readFileSync(join(EXTENSION, file), "utf8"), { filename: file }));

/**
 * A message as `chrome.i18n.getMessage` gives it.
 * @param {string} key
 * @param {string[]} [values]
 */
export function getMessage(key, values = []) {
  return (MESSAGES[key]?.message ?? "").replace(/\$(\d)/g, (_, at) => values[at - 1] ?? "");
}

/**
 * A page with the extension's scripts in it.
 * @param {string} body HTML of the body.
 * @param {{head?: string, answer?: (message: any) => any}} [options] `answer` stands for the background script.
 */
export function openPage(body, { head = "", answer = () => undefined } = {}) {
  const dom = new JSDOM(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    url: "https://news.example/story?id=1",
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  const sent = /** @type {any[]} */ ([]);
  const listeners = /** @type {any[]} */ ([]);
  const roots = /** @type {ShadowRoot[]} */ ([]);
  const world = /** @type {any} */ (dom.window);
  supplyWhatJsdomLacks(world, roots);
  world.chrome = {
    i18n: { getMessage },
    dom: { openOrClosedShadowRoot: (/** @type {Element} */ element) => roots.find((root) => root.host === element) ?? null },
    runtime: {
      id: "self",
      onMessage: { addListener: (/** @type {any} */ listener) => listeners.push(listener) },
      sendMessage: async (/** @type {any} */ message) => {
        sent.push(message);
        return answer(message);
      },
    },
  };
  for (const script of SCRIPTS) script.runInContext(dom.getInternalVMContext());
  /** @type {(message: object) => Promise<void>} */
  const send = (message) => sendToPage(listeners, message);
  const clickToolbar = () => send({ type: "onrecord:toggle", sheets: { panel: "", highlights: "" }, quiet: false });
  return { world, document: dom.window.document, sent, roots, send, clickToolbar };
}

/**
 * The background script's message to the page.
 * @param {any[]} listeners
 * @param {object} message
 */
async function sendToPage(listeners, message) {
  await new Promise((done) => {
    for (const listener of listeners) listener(message, { id: "self" }, done);
  });
  await new Promise((done) => setTimeout(done, 5));
}

/**
 * @param {any} world
 * @param {ShadowRoot[]} roots Gets the closed roots too.
 */
function supplyWhatJsdomLacks(world, roots) {
  world.Highlight = class extends Set {
    /** @param {...Range} ranges */
    constructor(...ranges) {
      super(ranges);
      this.priority = 0;
    }
  };
  world.CSS = { highlights: new Map() };
  world.CSSStyleSheet = class {
    replaceSync() {}
  };
  world.ShadowRoot.prototype.adoptedStyleSheets = [];
  const nowhere = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };
  world.Range.prototype.getBoundingClientRect = () => nowhere;
  world.Range.prototype.getClientRects = () => [nowhere];
  world.Element.prototype.scrollIntoView = () => undefined;
  world.scrollBy = () => undefined;
  const attachShadow = world.Element.prototype.attachShadow;
  world.Element.prototype.attachShadow = function (/** @type {any} */ options) {
    const root = attachShadow.call(this, options);
    roots.push(root);
    return root;
  };
}

/**
 * A report over blocks as the page sent them, with one statement for each passage given.
 * @param {{id: number, text: string}[]} blocks
 * @param {{exact: string, rung?: number}[]} passages
 * @param {object} [more] Fields that differ.
 */
export function reportOver(blocks, passages, more = {}) {
  let text = "";
  const placed = blocks.map((block) => {
    if (text) text += "\n\n";
    const start = text.length;
    text += block.text;
    return { id: block.id, kind: "paragraph", start, end: text.length, selector: null };
  });
  const spans = passages.map(({ exact }) => spanIn(text, exact));
  return /** @type {any} */ ({
    schema: "onrecord/report/1",
    status: "scored",
    score: 41.5,
    interval: [34, 49],
    band: "thinly_sourced",
    breakdown: [
      { id: "base", points: 47.5 },
      { id: "headline_overclaims", points: -6 },
    ],
    offset_unit: "utf16",
    article: { title: null, text, words: 200, blocks: placed },
    sources: passages.map((_, at) => sourceOf(at)),
    attributions: passages.map(({ rung = 3 }, at) => attributionOf(at, spans[at], rung)),
    statements: spans.map((span, at) => ({ id: `st${at}`, span, attributions: [`a${at}`], sources: [`s${at}`] })),
    hedges: [],
    signals: [{ id: "headline_overclaims", points: -6, why: "It says more.", standard: "A standard", spans: [] }],
    warnings: [],
    ...more,
  });
}

/**
 * @param {string} text
 * @param {string} exact
 */
export function spanIn(text, exact) {
  const start = text.indexOf(exact);
  return { block: null, start, end: start + exact.length, exact, prefix: "", suffix: "" };
}

/** @param {number} at */
function sourceOf(at) {
  return {
    id: `s${at}`,
    name: `Speaker ${at}`,
    title: "harbour master",
    affiliation: null,
    identity: at % 2 ? "unnamed_group" : "named_person",
    sector: "government",
    mentions: [],
    attributions: [`a${at}`],
    rung: 3,
    why: "",
  };
}

/**
 * @param {number} at
 * @param {any} span
 * @param {number} rung
 */
function attributionOf(at, span, rung) {
  return {
    id: `a${at}`,
    statement: [span],
    cue: null,
    mention: null,
    sources: [`s${at}`],
    relay: [],
    rung,
    rules: [],
    why: `Reason ${at}.`,
  };
}
