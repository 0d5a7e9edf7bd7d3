// The first-run page: is the backend there, and what comes next.

import "../browser-api.js";
import { backendAddress, backendToken } from "../settings.js";
import { keysOfButton } from "../options/keys.js";
import { byId, showResult, showState, tryBackend, writeMessages } from "../options/words.js";

const state = byId("state");
const check = byId("check");

async function checkBackend() {
  if (check.getAttribute("aria-disabled") === "true") return;
  check.setAttribute("aria-disabled", "true"); // not `disabled`, which would take the focus away
  showState(state, "", [browserApi.message("connection_asking")]);
  try {
    showResult(state, await tryBackend(await backendAddress(), await backendToken()));
  } finally {
    check.removeAttribute("aria-disabled");
  }
}

/** Shows the keys that the button has in this browser, if it has any. */
async function showKeys() {
  const keys = await keysOfButton();
  if (!keys) return;
  byId("keys").querySelector("kbd").textContent = keys;
  byId("keys").hidden = false;
}

writeMessages();
check.addEventListener("click", () => void checkBackend());
await Promise.all([checkBackend(), showKeys()]);
document.documentElement.dataset.ready = "";
