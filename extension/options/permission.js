// The browser's permission for a host: asked for in a click, and given back as soon as no setting needs it.

import "../browser-api.js";
import { autoRunSites, backendAddress, isLoopback } from "../settings.js";

/**
 * Asks the reader. Call it first thing in a click: browsers take it from nothing else.
 * @param {string} origin The site or the backend.
 * @returns {Promise<boolean>} Whether it may be reached; true without a question if it could be before.
 */
export async function allow(origin) {
  try {
    return await browserApi.requestPermission(origin);
  } catch {
    return false; // no host that a browser grants anything for
  }
}

/**
 * Gives a host's permission back unless the backend or a site on the list is there, or it is this computer.
 * @param {string} origin A site or a backend that was taken out of the settings.
 */
export async function release(origin) {
  const needed = [await backendAddress(), ...(await autoRunSites())].map(hostOf);
  if (!isLoopback(origin) && !needed.includes(hostOf(origin))) await browserApi.removePermission(origin);
}

/** @param {string} origin */
function hostOf(origin) {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}`;
}
