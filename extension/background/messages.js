// What the page's scripts may ask of the background: to score what they read, and to set the badge. Nothing else.

import "../browser-api.js";
import { backendAddress } from "../settings.js";
import { removeStyle } from "./action.js";
import { askForReport } from "./backend.js";
import { badgeError, badgeReport, badgeWorking, clearBadge } from "./badge.js";

/**
 * Answers one message.
 * @param {any} message What was sent; checked here, since it comes from the page's process.
 * @param {{tab?: {id?: number}, frameId?: number}} sender Who sent it.
 * @returns {Promise<unknown> | undefined} Undefined for a message that is none of ours.
 */
export function answerPage(message, sender) {
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0) return undefined;
  if (message?.type === "onrecord:closed") return Promise.all([clearBadge(tabId), removeStyle(tabId)]);
  if (message?.type === "onrecord:failed") return badgeError(tabId, browserApi.message("failure_page"));
  if (message?.type === "onrecord:score" && isScoreRequest(message.request)) return score(tabId, message.request);
  return undefined;
}

/**
 * @param {number} tabId
 * @param {ScoreRequest} request
 * @returns {Promise<ScoreAnswer>}
 */
async function score(tabId, { html, url, blocks }) {
  await badgeWorking(tabId);
  const answer = await askForReport(await backendAddress(), { html, url, blocks });
  if ("report" in answer) await badgeReport(tabId, answer.report);
  else await badgeError(tabId, browserApi.message(`failure_${answer.failure.kind}`, answer.failure.address));
  return answer;
}

/**
 * @param {any} request
 * @returns {request is ScoreRequest}
 */
function isScoreRequest(request) {
  return (
    typeof request?.html === "string" &&
    typeof request.url === "string" &&
    Array.isArray(request.blocks) &&
    request.blocks.every(isBlock)
  );
}

/** @param {any} block */
function isBlock(block) {
  return Number.isSafeInteger(block?.id) && typeof block.text === "string";
}
