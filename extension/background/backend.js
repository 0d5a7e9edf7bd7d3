// The one request to the backend, and every way in which it can fail. It is made here and not in the page, because a page's
// scripts are bound by its cross-origin and local-network rules and an extension's background with a host permission is not.

import "../browser-api.js";

const REPORT_SCHEMA = "onrecord/report/1";
const REFUSALS = new Set([401, 403, 421]);
const ANSWER_WITHIN_MS = 120_000;

/**
 * Asks the backend for a report.
 * @param {string} address The backend's origin.
 * @param {ScoreRequest} request What the page's reader collected.
 * @returns {Promise<ScoreAnswer>} The report, or the failure to show; it never throws.
 */
export async function askForReport(address, request) {
  let response;
  try {
    response = await post(`${address}/v1/score`, { ...request, offset_unit: "utf16" });
  } catch (error) {
    return { failure: await unreachable(address, error) };
  }
  const body = await readJson(response);
  if (!response.ok) return { failure: refusal(address, response, body) };
  if (!isReport(body)) return { failure: failure("unreadable", address) };
  return { report: body };
}

/**
 * @param {string} url
 * @param {object} body
 */
function post(url, body) {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
    cache: "no-store",
    credentials: "omit",
    redirect: "error",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
}

/** @param {Response} response */
async function readJson(response) {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

/**
 * @param {any} body
 * @returns {body is OnRecordReport}
 */
function isReport(body) {
  return (
    body?.schema === REPORT_SCHEMA &&
    body.offset_unit === "utf16" &&
    typeof body.article?.text === "string" &&
    [body.article.blocks, body.sources, body.attributions, body.statements, body.hedges, body.signals].every(Array.isArray)
  );
}

/**
 * @param {string} address
 * @param {unknown} error
 */
async function unreachable(address, error) {
  if (error instanceof Error && error.name === "TimeoutError") return failure("timeout", address);
  return failure((await browserApi.mayReach(address)) ? "not_running" : "not_permitted", address);
}

/**
 * Reads an RFC 9457 problem document where there is one.
 * @param {string} address
 * @param {Response} response
 * @param {any} problem
 */
function refusal(address, response, problem) {
  const kind = REFUSALS.has(response.status) ? "refused" : "problem";
  const title = typeof problem?.title === "string" ? problem.title : `HTTP ${response.status} ${response.statusText}`;
  return failure(kind, address, title, typeof problem?.detail === "string" ? problem.detail : "");
}

/**
 * @param {Failure["kind"]} kind
 * @param {string} address
 * @param {string} [title]
 * @param {string} [detail]
 * @returns {Failure}
 */
function failure(kind, address, title = "", detail = "") {
  return { kind, address, title, detail };
}
