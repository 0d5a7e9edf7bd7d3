// Sites that the reader wants scored without being asked: off for every site until it is added on the options page.

import { autoRunSites } from "../settings.js";
import { scoreQuietly } from "./action.js";

/**
 * Scores a page that has come, if the reader wants that for its site.
 * @param {number} tabId The tab.
 * @param {string | undefined} url The page's address, which the browser tells for permitted sites only.
 */
export async function scoreIfWanted(tabId, url) {
  if (!url || !URL.canParse(url)) return;
  if ((await autoRunSites()).includes(new URL(url).origin)) await scoreQuietly(tabId);
}
