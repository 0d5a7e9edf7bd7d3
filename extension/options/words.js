// What the extension's own pages have in common: their words, and how they tell what came of trying the backend out.

import "../browser-api.js";
import { isLoopback } from "../settings.js";

/** Writes every message that the page's HTML asks for. */
export function writeMessages() {
  for (const element of document.querySelectorAll("[data-message]")) {
    element.textContent = browserApi.message(element.getAttribute("data-message") ?? "");
  }
}

/**
 * An element that must be in the page.
 * @param {string} id Its id.
 * @returns {any}
 */
export function byId(id) {
  return document.getElementById(id);
}

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag Its name.
 * @param {string | (Node | string)[]} [content] What is in it.
 * @param {Partial<HTMLElementTagNameMap[Tag]>} [properties] Further properties.
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, content = [], properties = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/**
 * Tries a backend out, in the background, from where pages are scored too.
 * @param {string} address The backend's origin.
 * @param {string} token Empty for none.
 * @returns {Promise<ConnectionResult>}
 */
export async function tryBackend(address, token) {
  return browserApi.sendToBackground({ type: "onrecord:test", address, token });
}

/**
 * Tells what came of it, and what helps.
 * @param {HTMLElement} state Where to.
 * @param {ConnectionResult} result As the background gave it.
 * @param {string} [more] A last sentence.
 */
export function showResult(state, result, more = "") {
  if (result.kind === "works") {
    const works = browserApi.message("connection_works", result.address);
    showState(state, "well", [works, browserApi.message("connection_engine", result.engine, result.rules), more]);
    return;
  }
  showState(state, "ill", [sentence(result), result.title, result.detail, help(result), more]);
}

/**
 * Says something in a box for it.
 * @param {HTMLElement} state The box.
 * @param {"" | "well" | "ill"} how How it went.
 * @param {string[]} sentences The first one in bold; empty ones are passed over.
 */
export function showState(state, how, sentences) {
  state.className = `state ${how}`;
  state.replaceChildren(...sentences.filter(Boolean).map((text) => make("p", text)));
}

/** @param {Failure} failure */
function sentence({ kind, address }) {
  return kind === "problem" ? browserApi.message("connection_problem", address) : browserApi.message(`failure_${kind}`, address);
}

/** @param {Failure} failure */
function help({ kind, address }) {
  if (kind === "not_running" && !isLoopback(address)) return browserApi.message("help_not_running_elsewhere");
  return browserApi.message(`help_${kind}`);
}
