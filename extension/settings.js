// What the reader can set. Nothing about the pages read is ever stored.

import "./browser-api.js";

export const DEFAULT_ADDRESS = "http://127.0.0.1:8765";

const ADDRESS_KEY = "backendAddress";
const LOOPBACK_HOSTS = new Set(["127.0.0.1", "localhost"]);

/**
 * The origin an address means.
 * @param {string} text What the reader typed.
 * @returns {string | null} Scheme, host and port; null if it is no plain http address of this computer. Other computers
 *   need a host permission that the manifest does not ask for.
 */
export function loopbackOrigin(text) {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (!url || url.protocol !== "http:" || !LOOPBACK_HOSTS.has(url.hostname)) return null;
  if (url.username || url.password || url.pathname !== "/" || url.search || url.hash) return null;
  return url.origin;
}

/**
 * Where the backend listens.
 * @returns {Promise<string>} An origin without a closing slash.
 */
export async function backendAddress() {
  const stored = await browserApi.readSetting(ADDRESS_KEY);
  return (typeof stored === "string" && loopbackOrigin(stored)) || DEFAULT_ADDRESS;
}

/**
 * Keeps a new address.
 * @param {string} origin As `loopbackOrigin` gives it.
 */
export async function setBackendAddress(origin) {
  await browserApi.writeSetting(ADDRESS_KEY, origin);
}
