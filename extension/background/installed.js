// What happens once, when the extension is new in the browser: the first-run page.

import "../browser-api.js";

const FIRST_RUN_PAGE = "welcome/welcome.html";

/**
 * Opens the first-run page, but not after an update of the extension or the browser.
 * @param {string} reason Why the browser says that something was installed.
 */
export async function welcome(reason) {
  if (reason === "install") await browserApi.openOwnPage(FIRST_RUN_PAGE);
}
