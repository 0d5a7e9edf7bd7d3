// The keyboard shortcuts, as they are set in this browser.

import "../browser-api.js";
import { byId, make } from "./words.js";

/** What browsers call the click on the button. */
const BUTTON = "_execute_action";

/** Lists them, and opens the browser's own page for changing them. */
export async function showKeys() {
  const fixed = { does: browserApi.message("options_keys_close"), keys: browserApi.message("options_keys_escape") };
  byId("keys").replaceChildren(...[...(await shortcuts()), fixed].flatMap(entry));
  byId("change-keys").addEventListener("click", () => void browserApi.openShortcutSettings());
}

/**
 * The keys that click the button.
 * @returns {Promise<string>} Empty if the reader, or another extension, has taken them away.
 */
export async function keysOfButton() {
  return (await browserApi.commands()).find(({ name }) => name === BUTTON)?.shortcut ?? "";
}

async function shortcuts() {
  const commands = await browserApi.commands();
  return commands.map(({ name, description, shortcut }) => ({
    does: name === BUTTON ? browserApi.message("action_title") : (description ?? ""),
    keys: shortcut ?? "",
  }));
}

/** @param {{does: string, keys: string}} shortcut */
function entry({ does, keys }) {
  const key = keys ? make("kbd", keys) : make("span", browserApi.message("options_keys_unset"), { className: "quiet" });
  return [make("dt", does), make("dd", [key])];
}
