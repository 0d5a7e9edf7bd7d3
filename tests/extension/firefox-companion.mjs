// The overlay as a companion in real Firefox: it keeps up with the page, needs no click where the reader wants none, and says what
// is wrong. The added background script does what the reader does; the fragment of a page's address tells what.

/* global document, location, history, CSS */

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { pause, startFirefox } from "./firefox-world.mjs";

const READER = `
import { toggle, toggleMarks } from "./action.js";
import { setAutoRunSites, setBackendAddress, setPalette } from "../settings.js";
const acts = {
  "#click": (id) => toggle({ id }),
  "#click-nowhere": async (id) => {
    await setBackendAddress("http://127.0.0.1:9");
    await toggle({ id });
  },
  "#list": () => setAutoRunSites(["SITE"]),
  "#unlist": () => setAutoRunSites([]),
  "#marks": (id) => toggleMarks({ id }),
};
let last = "";
chrome.tabs.onUpdated.addListener(async (tabId, change, tab) => {
  const { hash } = new URL(tab.url);
  if (change.status !== "complete" && !change.url) return;
  if (acts[hash] && last !== tab.url) {
    last = tab.url;
    await setBackendAddress("SITE");
    await acts[hash](tabId);
  }
});
setInterval(async () => {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const badge = tab && (await chrome.action.getBadgeText({ tabId: tab.id }));
  if (tab) await fetch("SITE/badge", { method: "POST", body: JSON.stringify({ url: tab.url ?? "", badge }) });
}, 200);`;

const LATE =
  "The harbour council will meet again on Thursday, and Ruta Lind, its clerk, said the minutes of the last meeting would be published before then.";
const MILL = [
  "The mill at Brekke will close in June, Ada Holm, its manager, said on Friday. She said that 40 people would lose their work.",
  "“We have tried all there was to try,” Holm said. The council was told in a letter that this newspaper has seen.",
  "People familiar with the sale say that the land was sold in March. Tom Lind, the mayor, denied that the council had known of it.",
  "Workers have reportedly been offered places at the smelter in Norwell, which is an hour away by bus and pays less than the mill did.",
  "The union's secretary, Ruth Eze, said it would ask for talks next week, and that nobody had asked it for its view before the sale.",
];
const PAGE = "inline-links.html";

/** @type {Awaited<ReturnType<typeof startFirefox>> | undefined} */
let world;
let badge = { url: "", badge: "" };
let scored = 0;

before(async () => {
  world = await startFirefox(READER, async (path, body, backend) => {
    if (path === "/badge") {
      badge = JSON.parse(body);
      return { body: "{}" };
    }
    scored += 1;
    const answer = await fetch(`${backend}${path}`, { method: "POST", headers: { "content-type": "application/json" }, body });
    return { status: answer.status, body: await answer.text() };
  });
});

after(() => world?.stop());

/**
 * A page in front, opened for one act of the reader.
 * @param {string} fragment
 * @param {(page: import("puppeteer-core").Page) => Promise<void>} seen
 */
async function opened(fragment, seen) {
  assert.ok(world);
  scored = 0;
  const page = await world.firefox.newPage();
  try {
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(`${world.site}/${PAGE}?${Math.random()}${fragment}`);
    await seen(page);
  } finally {
    await page.close();
  }
}

/**
 * The painted passages, as the page itself sees them.
 * @param {import("puppeteer-core").Page} page
 */
function painted(page) {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) => (name.startsWith("onrecord-rung-") ? [...ranges].map(String) : [])),
  );
}

/** @param {() => Promise<boolean> | boolean} holds */
async function until(holds) {
  for (const end = Date.now() + 20_000; Date.now() < end; await pause(100)) if (await holds()) return;
  assert.fail(`it never came to hold; the badge shows ${badge.badge}`);
}

test("a paragraph that comes late is scored and marked too", async () => {
  await opened("#click", async (page) => {
    await until(async () => (await painted(page)).length > 2);
    await page.evaluate((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      [...document.querySelectorAll("p")].at(-1)?.after(paragraph);
    }, LATE);
    await until(async () => (await painted(page)).some((words) => words.includes("Ruta Lind")));
    assert.equal(scored, 2);
  });
});

test("a page that draws its text anew keeps its marks, and nothing is sent", async () => {
  await opened("#click", async (page) => {
    await until(async () => (await painted(page)).length > 2);
    const before = (await painted(page)).sort();
    await page.evaluate(() => {
      for (const paragraph of document.querySelectorAll("p")) paragraph.replaceWith(paragraph.cloneNode(true));
    });
    await pause(200);
    await until(async () => JSON.stringify((await painted(page)).sort()) === JSON.stringify(before));
    assert.equal(scored, 1);
  });
});

test("another article under another address gets its own score and badge", async () => {
  await opened("#click", async (page) => {
    await until(async () => (await painted(page)).length > 2);
    await page.evaluate((paragraphs) => {
      history.pushState({}, "", "/another.html");
      const title = document.createElement("h1");
      title.textContent = "Mill to close in June";
      const body = paragraphs.map((text) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = text;
        return paragraph;
      });
      (document.querySelector("article") ?? document.body).replaceChildren(title, ...body);
    }, MILL);
    await until(async () => (await painted(page)).some((words) => words.includes("Ada Holm")));
    await until(() => badge.url.endsWith("/another.html") && /^(\d+|–)$/.test(badge.badge));
  });
});

test("a backend that is not running gives a badge that says so, and marks nothing", async () => {
  await opened("#click-nowhere", async (page) => {
    await until(() => badge.url.endsWith("#click-nowhere") && badge.badge === "!");
    assert.deepEqual(await painted(page), []);
  });
});

test("one key hides the marks and shows them again", async () => {
  await opened("#click", async (page) => {
    await until(async () => (await painted(page)).length > 2);
    await page.evaluate(() => void (location.hash = "marks"));
    await until(async () => (await painted(page)).length === 0);
  });
});

test("a site on the list is scored without a click, and no other is", async () => {
  await opened("#list", async () => pause(500));
  await opened("", async (page) => {
    await until(async () => (await painted(page)).length > 2);
    await until(() => /^(\d+|–)$/.test(badge.badge));
  });
  await opened("#unlist", async () => pause(500));
  await opened("", async (page) => {
    await pause(2_000);
    assert.deepEqual(await painted(page), []);
    assert.equal(badge.badge, "");
  });
});
