// Where the backend listens, the token that it may ask for, and the test of both.

import "../browser-api.js";
import { backendAddress, backendOrigin, backendToken, setBackendAddress, setBackendToken, tokenIn } from "../settings.js";
import { allow, release } from "./permission.js";
import { byId, showResult, showState, tryBackend } from "./words.js";

const form = byId("backend");
const address = byId("address");
const token = byId("token");
const state = byId("backend-state");
const test = byId("test");
const shown = byId("token-shown");

/** Fills the form in and makes it work. */
export async function showBackend() {
  address.value = await backendAddress();
  token.value = await backendToken();
  shown.addEventListener("change", () => {
    token.type = shown.checked ? "text" : "password";
  });
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void withTyped(save);
  });
  test.addEventListener("click", () => {
    if (test.getAttribute("aria-disabled") !== "true") void withTyped(tryOut);
  });
}

/**
 * Reads the form, asks for the permission, which browsers allow in the click itself only, and then does what was clicked.
 * @param {(origin: string, secret: string, allowed: boolean) => Promise<void>} clicked
 */
async function withTyped(clicked) {
  const origin = backendOrigin(address.value);
  const secret = tokenIn(token.value);
  address.setAttribute("aria-invalid", String(origin === null));
  token.setAttribute("aria-invalid", String(secret === null));
  if (origin === null || secret === null) {
    (origin === null ? address : token).focus();
    say("ill", origin === null ? "options_bad_address" : "options_bad_token");
    return;
  }
  const answered = allow(origin);
  say("", "options_asking");
  await clicked(origin, secret, await answered);
}

/** @type {(origin: string, secret: string, allowed: boolean) => Promise<void>} */
async function save(origin, secret, allowed) {
  if (!allowed) {
    say("ill", "options_not_allowed", origin);
    return;
  }
  const before = await backendAddress();
  await setBackendAddress(origin);
  await setBackendToken(secret);
  await release(before);
  address.value = origin;
  token.value = secret;
  say("well", "options_saved");
}

/** @type {(origin: string, secret: string) => Promise<void>} */
async function tryOut(origin, secret) {
  say("", "connection_asking");
  test.setAttribute("aria-disabled", "true"); // not `disabled`, which would take the focus away
  try {
    const result = await tryBackend(origin, secret);
    showResult(state, result, (await isSaved(origin, secret)) ? "" : browserApi.message("connection_unsaved"));
  } finally {
    test.removeAttribute("aria-disabled");
  }
}

/** @type {(origin: string, secret: string) => Promise<boolean>} */
async function isSaved(origin, secret) {
  return origin === (await backendAddress()) && secret === (await backendToken());
}

/** @type {(how: "" | "well" | "ill", key: string, ...values: string[]) => void} */
function say(how, key, ...values) {
  showState(state, how, [browserApi.message(key, ...values)]);
}
