// "Who says so?" in the menu of a selection.

import "../browser-api.js";
import { explainSelection } from "./action.js";

const ENTRY = "onrecord-explain";

/** Puts the entry into the menu; the browser keeps it until the extension is updated. */
export function addMenuEntry() {
  browserApi.createMenuEntry(ENTRY, browserApi.message("menu_explain"));
}

/**
 * Answers a choice in the menu.
 * @param {{menuItemId: string | number}} choice What was chosen.
 * @param {chrome.tabs.Tab} [tab] Where.
 */
export function chooseFromMenu(choice, tab) {
  if (choice.menuItemId === ENTRY) void explainSelection(tab);
}
