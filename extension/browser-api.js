"use strict";

// The one seam to the browser. It has neither import nor export, so that the page's classic scripts and the background's
// and options' modules (`import "../browser-api.js"`) share it. `chrome` is the name both Chromium and Firefox define,
// with promises in both; unlike `browser` it cannot be an element that the page called so.

/**
 * All addresses of an origin's host. A pattern has no port: Firefox' patterns know none and would match nothing.
 * @param {string} origin Scheme, host and port.
 */
function matchPattern(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

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
      const root = api.dom ? api.dom.openOrClosedShadowRoot(/** @type {HTMLElement} */ (element)) : element.openOrClosedShadowRoot;
      // By kind and not by class: each frame has a class of its own. A form's control of that name is no root.
      return root?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root : null;
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
    injectStyle: (tabId, css) => api.scripting.insertCSS({ target: { tabId, allFrames: true }, css }),

    /** @type {(tabId: number, css: string) => Promise<void>} */
    removeStyle: (tabId, css) => api.scripting.removeCSS({ target: { tabId, allFrames: true }, css }),

    /** @type {(listener: (tabId: number, url: string | undefined) => void) => void} */
    onPageComplete: (listener) =>
      api.tabs.onUpdated.addListener((tabId, change, tab) => {
        if (change.status === "complete") listener(tabId, tab.url);
      }),

    /** @type {(listener: (command: string, tab?: chrome.tabs.Tab) => void) => void} */
    onCommand: (listener) => api.commands.onCommand.addListener(listener),

    /** @type {(id: string, title: string) => void} */
    createMenuEntry: (id, title) => void api.contextMenus.create({ id, title, contexts: ["selection"] }),

    /** @type {(listener: (choice: chrome.contextMenus.OnClickData, tab?: chrome.tabs.Tab) => void) => void} */
    onMenuClicked: (listener) => api.contextMenus.onClicked.addListener(listener),

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
    hasPermission: (origin) => api.permissions.contains({ origins: [matchPattern(origin)] }),

    /**
     * Asks the reader for a site. Call it first thing in a click: browsers take it from nothing else.
     * @type {(origin: string) => Promise<boolean>}
     */
    requestPermission: (origin) => api.permissions.request({ origins: [matchPattern(origin)] }),

    /** @type {(origin: string) => Promise<boolean>} */
    removePermission: (origin) => api.permissions.remove({ origins: [matchPattern(origin)] }),

    /** @type {(listener: () => void) => void} */
    onPermissionsRemoved: (listener) => api.permissions.onRemoved.addListener(listener),

    /** @type {(listener: (reason: string) => void) => void} */
    onInstalled: (listener) => api.runtime.onInstalled.addListener(({ reason }) => listener(reason)),

    /** @type {(path: string) => string} */
    ownAddress: (path) => api.runtime.getURL(path),

    /** @type {(path: string) => Promise<unknown>} */
    openOwnPage: (path) => api.tabs.create({ url: api.runtime.getURL(path) }),

    /** @type {() => Promise<chrome.commands.Command[]>} */
    commands: () => api.commands.getAll(),

    /**
     * Opens the browser's own page for keyboard shortcuts. Firefox has a function for it, Chromium an address.
     * @type {() => Promise<unknown>}
     */
    openShortcutSettings: () =>
      api.commands.openShortcutSettings?.() ?? api.tabs.create({ url: "chrome://extensions/shortcuts" }),

    /** @type {(key: string) => Promise<unknown>} */
    readSetting: async (key) => (await api.storage.local.get(key))[key],

    /** @type {(key: string, value: unknown) => Promise<void>} */
    writeSetting: (key, value) => api.storage.local.set({ [key]: value }),
  };
}

globalThis.browserApi = createBrowserApi(globalThis.chrome);
