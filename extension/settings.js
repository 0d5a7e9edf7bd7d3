// What the reader can set, kept in the browser's own storage on this computer. Nothing about the pages read is ever stored.

import "./browser-api.js";

export const DEFAULT_ADDRESS = "http://127.0.0.1:8765";
export const PALETTES = Object.freeze(["standard", "bold", "greyscale"]);

const ADDRESS_KEY = "backendAddress";
const TOKEN_KEY = "backendToken";
const PALETTE_KEY = "palette";
const SITES_KEY = "autoRunSites";
const LOOPBACK_HOSTS = new Set(["127.0.0.1", "localhost"]);

/**
 * The backend that an address means.
 * @param {string} text What the reader typed.
 * @returns {string | null} Scheme, host and port; null unless it is http on this computer or https. Plain http to another
 *   computer would show the articles, and the token, to everybody on the way.
 */
export function backendOrigin(text) {
  const url = webUrl(text.trim());
  if (!url || url.pathname !== "/" || url.search || url.hash) return null;
  return url.protocol === "https:" || isLoopback(url.origin) ? url.origin : null;
}

/**
 * Whether an origin is this computer's, which the extension may reach from the start.
 * @param {string} origin Scheme, host and port.
 */
export function isLoopback(origin) {
  const { protocol, hostname } = new URL(origin);
  return protocol === "http:" && LOOPBACK_HOSTS.has(hostname);
}

/**
 * The site that an address or a bare name means.
 * @param {string} text What the reader typed: `news.example`, or the address of any page there.
 * @returns {string | null} Scheme, host and port; null if it is no site of the web.
 */
export function siteOrigin(text) {
  const trimmed = text.trim();
  const url = webUrl(/^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return url && /[a-z0-9]/i.test(url.hostname) && !url.hostname.includes("*") ? url.origin : null;
}

/** @param {string} text */
function webUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url : null;
}

/**
 * Where the backend listens.
 * @returns {Promise<string>} An origin without a closing slash.
 */
export async function backendAddress() {
  const stored = await browserApi.readSetting(ADDRESS_KEY);
  return (typeof stored === "string" && backendOrigin(stored)) || DEFAULT_ADDRESS;
}

/**
 * Keeps a new address.
 * @param {string} origin As `backendOrigin` gives it.
 */
export async function setBackendAddress(origin) {
  await browserApi.writeSetting(ADDRESS_KEY, origin);
}

/**
 * The token in what was typed.
 * @param {string} text What the reader typed or pasted.
 * @returns {string | null} Empty for none; null if no HTTP header can carry it.
 */
export function tokenIn(text) {
  const trimmed = text.trim();
  return /^[\x21-\x7e]*$/.test(trimmed) ? trimmed : null;
}

/**
 * What the backend knows this reader by.
 * @returns {Promise<string>} Empty if the backend asks for none.
 */
export async function backendToken() {
  const stored = await browserApi.readSetting(TOKEN_KEY);
  return (typeof stored === "string" && tokenIn(stored)) || "";
}

/**
 * Keeps a new token.
 * @param {string} token As `tokenIn` gives it.
 */
export async function setBackendToken(token) {
  await browserApi.writeSetting(TOKEN_KEY, token);
}

/**
 * The colours that passages are marked in.
 * @returns {Promise<string>} One of `PALETTES`.
 */
export async function palette() {
  const stored = await browserApi.readSetting(PALETTE_KEY);
  return PALETTES.find((name) => name === stored) ?? PALETTES[0];
}

/**
 * Keeps another choice of colours.
 * @param {string} name One of `PALETTES`.
 */
export async function setPalette(name) {
  await browserApi.writeSetting(PALETTE_KEY, name);
}

/**
 * The sites whose pages are read without a click. One whose permission the reader took back is none of them any more.
 * @returns {Promise<string[]>} Origins, sorted.
 */
export async function autoRunSites() {
  const stored = await browserApi.readSetting(SITES_KEY);
  const sites = Array.isArray(stored) ? stored.filter((site) => typeof site === "string" && siteOrigin(site) === site) : [];
  const allowed = await Promise.all(sites.map(browserApi.hasPermission));
  return sites.filter((_, at) => allowed[at]);
}

/**
 * Keeps another list of sites.
 * @param {string[]} origins As `siteOrigin` gives them.
 */
export async function setAutoRunSites(origins) {
  await browserApi.writeSetting(SITES_KEY, [...new Set(origins)].sort());
}

/**
 * Adds a site, whose permission must have been granted already.
 * @param {string} origin As `siteOrigin` gives it.
 */
export async function addAutoRunSite(origin) {
  await setAutoRunSites([...(await autoRunSites()), origin]);
}

/**
 * Takes a site from the list.
 * @param {string} origin The site.
 */
export async function removeAutoRunSite(origin) {
  await setAutoRunSites((await autoRunSites()).filter((site) => site !== origin));
}
