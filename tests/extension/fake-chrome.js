// The browser's API as far as the background and the options use it. Import this before any module of the extension.

import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const EXTENSION = resolve(import.meta.dirname, "../../extension");
const MESSAGES = JSON.parse(readFileSync(join(EXTENSION, "_locales/en/messages.json"), "utf8"));

/** What was done to the browser, and how it is to behave; reset before each test. */
export const browser = {
  badge: /** @type {Record<number, {text?: string, colour?: string, title?: string}>} */ ({}),
  badgesShown: /** @type {string[]} */ ([]),
  injected: /** @type {any[]} */ ([]),
  removed: /** @type {any[]} */ ([]),
  menu: /** @type {any[]} */ ([]),
  stored: /** @type {Record<string, unknown>} */ ({}),
  mayReach: true,
  /** Match patterns that the reader has taken back. */
  taken: /** @type {string[]} */ ([]),
  opened: /** @type {string[]} */ ([]),
  /** @type {(message: any) => Promise<unknown>} */
  page: async () => ({}),
  /** @type {(injection: any) => Promise<void>} */
  inject: async () => {},
};

const PRISTINE = { ...browser };

/** Forgets everything. */
export function resetBrowser() {
  Object.assign(browser, PRISTINE, { badge: {}, badgesShown: [], injected: [], removed: [], menu: [], stored: {}, taken: [], opened: [] });
}

/** @param {number} tabId */
const badgeOf = (tabId) => (browser.badge[tabId] ??= {});

globalThis.chrome = /** @type {any} */ ({
  i18n: {
    getMessage: (/** @type {string} */ key, /** @type {string[]} */ values = []) =>
      (MESSAGES[key]?.message ?? "").replace(/\$(\d)/g, (/** @type {string} */ _, /** @type {number} */ at) => values[at - 1] ?? ""),
  },
  action: {
    setBadgeText: async (/** @type {any} */ { tabId, text }) => {
      badgeOf(tabId).text = text;
      browser.badgesShown.push(text);
    },
    setBadgeBackgroundColor: async (/** @type {any} */ { tabId, color }) => void (badgeOf(tabId).colour = color),
    setBadgeTextColor: async () => {},
    setTitle: async (/** @type {any} */ { tabId, title }) => void (badgeOf(tabId).title = title),
  },
  tabs: {
    sendMessage: (/** @type {number} */ _tabId, /** @type {any} */ message) => browser.page(message),
    create: async (/** @type {any} */ { url }) => void browser.opened.push(url),
  },
  scripting: {
    executeScript: async (/** @type {any} */ injection) => {
      await browser.inject(injection);
      browser.injected.push(injection);
    },
    removeCSS: async (/** @type {any} */ injection) => void browser.removed.push(injection),
    insertCSS: async (/** @type {any} */ injection) => {
      await browser.inject(injection);
      browser.injected.push(injection);
    },
  },
  contextMenus: { create: (/** @type {any} */ entry) => void browser.menu.push(entry) },
  runtime: { id: "self", getURL: (/** @type {string} */ path) => `data:text/css,${path}` },
  permissions: {
    contains: async (/** @type {any} */ { origins }) => browser.mayReach && !origins.some((/** @type {string} */ pattern) => browser.taken.includes(pattern)),
  },
  storage: {
    local: {
      get: async (/** @type {string} */ key) => ({ [key]: browser.stored[key] }),
      set: async (/** @type {object} */ values) => void Object.assign(browser.stored, values),
    },
  },
});
