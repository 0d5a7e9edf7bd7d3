"use strict";

// The one seam to the browser. It has neither import nor export, so that the page's classic scripts and the background's
// and options' modules (`import "../browser-api.js"`) share it. `chrome` is the name both Chromium and Firefox define,
// with promises in both; unlike `browser` it cannot be an element that the page called so.

/**
 * @param {typeof chrome} api The browser's own API.
 */
function createBrowserApi(api) {
  return {
    /** @type {(key: string, ...values: (string | number)[]) => string} */
    message: (key, ...values) => api.i18n.getMessage(key, values.map(String)) || key,

    /**
     * An element's shadow root, a closed one too. Chromium has a function for it, Firefox a property.
     * @type {(element: Element) => ShadowRoot | null}
     */
    shadowRootOf: (element) => {
      if (!(element instanceof HTMLElement)) return null;
      const root = api.dom ? api.dom.openOrClosedShadowRoot(element) : element.openOrClosedShadowRoot;
      return root instanceof ShadowRoot ? root : null;
    },

    /** @type {(message: MessageToBackground) => Promise<any>} */
    sendToBackground: (message) => api.runtime.sendMessage(message),

    /** @type {(tabId: number, message: MessageToPage) => Promise<any>} */
    sendToPage: (tabId, message) => api.tabs.sendMessage(tabId, message, { frameId: 0 }),

    /**
     * Answers a message with what the listener's promise gives; undefined leaves the message to others.
     * @param {(message: any, sender: chrome.runtime.MessageSender) => Promise<any> | undefined} listener Reads a message.
     */
    onMessage: (listener) => {
      api.runtime.onMessage.addListener((message, sender, respond) => {
        if (sender.id !== api.runtime.id) return false;
        const answer = listener(message, sender);
        answer?.then(respond);
        return answer !== undefined;
      });
    },

    /** @type {(listener: (tab: chrome.tabs.Tab) => void) => void} */
    onActionClicked: (listener) => api.action.onClicked.addListener(listener),

    /** @type {(listener: (tabId: number) => void) => void} */
    onNavigation: (listener) =>
      api.tabs.onUpdated.addListener((tabId, change) => {
        if (change.status === "loading") listener(tabId);
      }),

    /** @type {(tabId: number, files: string[]) => Promise<unknown>} */
    injectScripts: (tabId, files) => api.scripting.executeScript({ target: { tabId }, files }),

    /** @type {(tabId: number, css: string) => Promise<void>} */
    injectStyle: (tabId, css) => api.scripting.insertCSS({ target: { tabId }, css }),

    /** @type {(tabId: number, text: string, colour: string) => Promise<void>} */
    setBadge: async (tabId, text, colour) => {
      await api.action.setBadgeBackgroundColor({ tabId, color: colour });
      await api.action.setBadgeTextColor({ tabId, color: "#ffffff" });
      await api.action.setBadgeText({ tabId, text });
    },

    /** @type {(tabId: number, title: string) => Promise<void>} */
    setActionTitle: (tabId, title) => api.action.setTitle({ tabId, title }),

    /** @type {(path: string) => Promise<string>} */
    readOwnFile: async (path) => (await fetch(api.runtime.getURL(path))).text(),

    /** @type {(origin: string) => Promise<boolean>} */
    mayReach: (origin) => api.permissions.contains({ origins: [`${origin}/*`] }),

    /** @type {(key: string) => Promise<unknown>} */
    readSetting: async (key) => (await api.storage.local.get(key))[key],

    /** @type {(key: string, value: unknown) => Promise<void>} */
    writeSetting: (key, value) => api.storage.local.set({ [key]: value }),
  };
}

globalThis.browserApi = createBrowserApi(globalThis.chrome);
