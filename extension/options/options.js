// The options page: where the backend listens.

import "../browser-api.js";
import { backendAddress, loopbackOrigin, setBackendAddress } from "../settings.js";

for (const element of document.querySelectorAll("[data-message]")) {
  element.textContent = browserApi.message(element.getAttribute("data-message") ?? "");
}

const form = /** @type {HTMLFormElement} */ (document.querySelector("form"));
const address = /** @type {HTMLInputElement} */ (document.querySelector("#address"));
const state = /** @type {HTMLElement} */ (document.querySelector("#state"));

address.value = await backendAddress();

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const origin = loopbackOrigin(address.value);
  address.setAttribute("aria-invalid", String(origin === null));
  if (origin === null) {
    state.textContent = browserApi.message("options_not_loopback");
    return;
  }
  await setBackendAddress(origin);
  address.value = origin;
  state.textContent = browserApi.message("options_saved");
});
