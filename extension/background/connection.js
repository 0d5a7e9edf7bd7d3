// Tries the backend out the way a page is scored: same request, same rights, a sentence instead of an article. Only the
// extension's own pages may ask for it.

import "../browser-api.js";
import { backendOrigin } from "../settings.js";
import { ask } from "./backend.js";

const SENTENCE = "The mayor will resign in May, her spokesperson Ana Ruiz told the council.";
const ANSWER_WITHIN_MS = 20_000; // a first answer may have to wait until the model is loaded

/**
 * Finds out whether a backend answers, and if not, why.
 * @param {string} address The backend's origin.
 * @param {string} token What the backend knows the reader by, empty for none.
 * @param {number} [within] Milliseconds to wait.
 * @returns {Promise<ConnectionResult>} It never throws.
 */
export async function testConnection(address, token, within = ANSWER_WITHIN_MS) {
  const answer = await ask(address, token, { text: SENTENCE }, within);
  if ("failure" in answer) return answer.failure;
  const { engine, ruleset_version: rules } = answer.report;
  return { kind: "works", address, engine: `${words(engine?.name)} ${words(engine?.version)}`.trim(), rules: words(rules) };
}

/** @param {unknown} value */
function words(value) {
  return typeof value === "string" ? value : "";
}

/**
 * Answers the options page and the first-run page.
 * @param {any} message What was sent.
 * @param {{url?: string}} sender Who sent it.
 * @returns {Promise<ConnectionResult> | undefined} Undefined for a message that is none of ours.
 */
export function answerOwnPages(message, sender) {
  if (message?.type !== "onrecord:test" || !sender.url?.startsWith(browserApi.ownAddress(""))) return undefined;
  const address = backendOrigin(String(message.address));
  return address === null ? undefined : testConnection(address, String(message.token));
}
