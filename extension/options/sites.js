// The sites whose articles are scored as they open. The browser is asked for each one of them, in the click that adds it.

import "../browser-api.js";
import { addAutoRunSite, autoRunSites, removeAutoRunSite, siteOrigin } from "../settings.js";
import { allow, release } from "./permission.js";
import { byId, make } from "./words.js";

const list = byId("sites");
const form = byId("add-site");
const field = byId("site");
const state = byId("sites-state");

/** Lists the sites and makes the form work. */
export async function showSites() {
  field.placeholder = browserApi.message("options_site_example");
  form.addEventListener("submit", (/** @type {Event} */ event) => {
    event.preventDefault();
    void add();
  });
  // The reader may have taken a permission back in the browser's own settings meanwhile.
  addEventListener("focus", () => void showList());
  await showList();
}

async function showList() {
  const sites = await autoRunSites();
  const none = make("li", browserApi.message("options_sites_none"), { className: "quiet" });
  list.replaceChildren(...(sites.length ? sites.map(entry) : [none]));
}

/** @param {string} site */
function entry(site) {
  const unseen = make("span", ` ${site}`, { className: "unseen" });
  const button = make("button", [browserApi.message("options_site_remove"), unseen], { type: "button" });
  button.addEventListener("click", () => void remove(site));
  return make("li", [make("span", site.replace(/^https:\/\//, "")), button]);
}

async function add() {
  const site = siteOrigin(field.value);
  field.setAttribute("aria-invalid", String(site === null));
  if (site === null) {
    field.focus();
    say("options_bad_site");
    return;
  }
  const answered = allow(site);
  say("options_asking");
  if (!(await answered)) {
    say("options_site_refused", site);
    return;
  }
  await addAutoRunSite(site);
  field.value = "";
  await showList();
  say("options_site_added", site);
}

/** @param {string} site */
async function remove(site) {
  await removeAutoRunSite(site);
  await release(site);
  await showList();
  field.focus(); // the button that had the focus is gone
  say("options_site_removed", site);
}

/** @type {(key: string, ...values: string[]) => void} */
function say(key, ...values) {
  state.textContent = browserApi.message(key, ...values);
}
