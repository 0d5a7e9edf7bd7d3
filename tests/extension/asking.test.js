import { browser, resetBrowser } from "./fake-chrome.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { PAGE_FILES, explainSelection, toggleMarks } from "../../extension/background/action.js";
import { scoreIfWanted } from "../../extension/background/autorun.js";
import { addMenuEntry, chooseFromMenu } from "../../extension/background/menu.js";
import { answerPage } from "../../extension/background/messages.js";
import { setAutoRunSites, setPalette } from "../../extension/settings.js";

/** @type {any[]} */
let sent = [];

beforeEach(() => {
  resetBrowser();
  sent = [];
  browser.page = async (message) => void sent.push(message);
});

test("a page of a site on the list is scored with the panel shut", async () => {
  await setAutoRunSites(["https://news.example"]);
  await scoreIfWanted(5, "https://news.example/story");
  assert.deepEqual(sent.map(({ type, quiet }) => [type, quiet]), [["onrecord:toggle", true]]);
});

test("no other site is, nor one whose permission was taken back, nor a page without an address", async () => {
  await setAutoRunSites(["https://news.example"]);
  for (const url of ["https://other.example/", "https://sub.news.example/", "http://news.example/", undefined, "about:blank"]) await scoreIfWanted(5, url);
  browser.taken = ["https://news.example/*"];
  await scoreIfWanted(5, "https://news.example/story");
  assert.deepEqual(sent, []);
});

test("the menu of a selection asks who says so, and brings the overlay where it is not", async () => {
  addMenuEntry();
  const [{ id, title, contexts }] = browser.menu;
  assert.deepEqual([title, contexts], ["Who says so?", ["selection"]]);
  let listening = false;
  browser.page = async (message) => {
    if (!listening) throw new Error("Receiving end does not exist.");
    sent.push(message);
  };
  browser.inject = async ({ files }) => void (listening ||= Boolean(files));
  chooseFromMenu({ menuItemId: "another" }, /** @type {any} */ ({ id: 5 }));
  chooseFromMenu({ menuItemId: id }, /** @type {any} */ ({ id: 5 }));
  await new Promise((done) => setTimeout(done, 20));
  assert.deepEqual(sent.map(({ type }) => type), ["onrecord:explain"]);
});

test("hiding the marks asks the page, and nothing of a page without an overlay", async () => {
  await toggleMarks(/** @type {any} */ ({ id: 5 }));
  assert.deepEqual(sent, [{ type: "onrecord:marks" }]);
  browser.page = async () => {
    throw new Error("Receiving end does not exist.");
  };
  await toggleMarks(/** @type {any} */ ({ id: 5 }));
  await toggleMarks(undefined);
  assert.deepEqual(browser.injected.filter(({ files }) => files), []);
});

test("the marks have the palette that the reader has chosen, and every palette is taken away with them", async () => {
  await setPalette("greyscale");
  await explainSelection(/** @type {any} */ ({ id: 5 }));
  assert.match(browser.injected[0].css, /highlights-greyscale\.css/);
  assert.match(sent[0].sheets.highlights, /highlights-greyscale\.css/);
  await answerPage({ type: "onrecord:closed" }, { tab: { id: 5 }, frameId: 0 });
  assert.equal(browser.removed.length, 3);
});

test("the page's scripts are there once each", () => {
  assert.equal(new Set(PAGE_FILES).size, PAGE_FILES.length);
});
