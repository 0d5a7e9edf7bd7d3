// The one request to the backend, and every way in which it can fail. It is made here and not in the page, because a page's
// scripts are bound by its cross-origin and local-network rules and an extension's background with a host permission is not.

import "../browser-api.js";
import { backendToken } from "../settings.js";

const REPORT_VERSION = 1;
const ANSWER_WITHIN_MS = 120_000;
const OUR_PROBLEMS = "urn:onrecord:problem:";
/** @type {Readonly<Record<number, Failure["kind"]>>} By HTTP status; 0 is a redirection, which is not followed. */
const KINDS = Object.freeze({ 0: "wrong_address", 401: "token", 403: "refused", 404: "wrong_address", 405: "wrong_address", 421: "refused", 501: "wrong_address" });

/**
 * Asks the backend for a report.
 * @param {string} address The backend's origin.
 * @param {ScoreRequest} request What the page's reader collected.
 * @returns {Promise<ScoreAnswer>} The report, or the failure to show; it never throws.
 */
export async function askForReport(address, request) {
  return ask(address, await backendToken(), request, ANSWER_WITHIN_MS);
}

/**
 * Sends one article and tells what came of it.
 * @param {string} address The backend's origin.
 * @param {string} token What the backend knows the reader by, empty for none.
 * @param {object} article The request's members.
 * @param {number} within Milliseconds to wait for the whole answer.
 * @returns {Promise<ScoreAnswer>} It never throws.
 */
export async function ask(address, token, article, within) {
  // Asked first: without the permission the browser would treat us as a web page, and some servers answer those too.
  if (!(await browserApi.hasPermission(address))) return { failure: failure("not_permitted", address) };
  try {
    const response = await post(`${address}/v1/score`, token, { ...article, offset_unit: "utf16" }, within);
    return read(address, response, parsed(await response.text()));
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    return { failure: failure(late ? "timeout" : "not_running", address) };
  }
}

/**
 * @param {string} url
 * @param {string} token
 * @param {object} body
 * @param {number} within
 */
function post(url, token, body, within) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  return fetch(url, {
    method: "POST",
    headers: token ? { ...headers, authorization: `Bearer ${token}` } : headers,
    body: JSON.stringify(body),
    cache: "no-store",
    credentials: "omit",
    redirect: "manual", // an article and a token go where the reader said, and nowhere else
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(within),
  });
}

/**
 * @param {string} address
 * @param {Response} response
 * @param {any} body
 * @returns {ScoreAnswer}
 */
function read(address, response, body) {
  if (!response.ok) return { failure: refusal(address, response, body) };
  const version = /^onrecord\/report\/(\d+)$/.exec(body?.schema)?.[1];
  if (version === undefined) return { failure: failure("wrong_address", address) };
  if (Number(version) !== REPORT_VERSION) return { failure: failure(Number(version) < REPORT_VERSION ? "too_old" : "too_new", address) };
  return isReport(body) ? { report: body, address } : { failure: failure("unreadable", address) };
}

/** @param {any} body A report of our version, if it keeps its word. */
function isReport(body) {
  const lists = [body.article?.blocks, body.sources, body.attributions, body.statements, body.hedges, body.signals];
  return body.offset_unit === "utf16" && typeof body.article?.text === "string" && lists.every(Array.isArray);
}

/**
 * Reads an RFC 9457 problem document where there is one; our own backend's is never taken for another server's.
 * @param {string} address
 * @param {Response} response
 * @param {any} problem
 */
function refusal(address, { status, statusText }, problem) {
  const kind = (status >= 300 && status < 400 ? KINDS[0] : KINDS[status]) ?? "problem";
  const ours = typeof problem?.type === "string" && problem.type.startsWith(OUR_PROBLEMS);
  const title = typeof problem?.title === "string" ? problem.title : `HTTP ${status} ${statusText}`.trim();
  const detail = typeof problem?.detail === "string" ? problem.detail : "";
  return failure(ours && kind === "wrong_address" ? "problem" : kind, address, title, detail);
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @type {(kind: Failure["kind"], address: string, title?: string, detail?: string) => Failure} */
const failure = (kind, address, title = "", detail = "") => ({ kind, address, title, detail });
