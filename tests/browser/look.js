// What a page shows, for the tests: run in a world of its own, where the page's tricks with prototypes do not reach.

/* global document, innerHeight, getComputedStyle, scrollTo, getSelection, Node, NodeFilter, XPCNativeWrapper */

/** The painted pieces of text, the page's HTML, where its paragraphs stand, and what in it no reader sees. */
function lookAtPage() {
  const documents = documentsFrom(document);
  return {
    painted: documents.flatMap(paintedIn),
    html: documents.map((inside) => inside.body?.innerHTML ?? ""),
    boxes: documents.flatMap((inside) => [...inside.querySelectorAll("h1, h2, h3, p, li, td, blockquote")].map(boxOf)),
    unseen: documents.flatMap((inside) => [...inside.querySelectorAll("[data-unseen]")].map((node) => node.textContent.trim())),
  };
}

/**
 * A document and those in its frames that the page itself may look into.
 * @param {Document} inside
 * @returns {Document[]}
 */
function documentsFrom(inside) {
  const frames = [...inside.querySelectorAll("iframe, frame")].map((frame) => frame.contentDocument);
  return [inside, ...frames.filter(Boolean).flatMap(documentsFrom)];
}

/**
 * Each document has its own registry, which paints nothing of another's. Firefox lets an extension iterate over it only with
 * the page's own eyes; what is found there is then looked at with ours.
 * @param {Document} inside
 */
function paintedIn(inside) {
  const painted = [];
  const registry = inside.defaultView.CSS.highlights;
  for (const [name, ranges] of registry.wrappedJSObject ?? registry) {
    if (!name.startsWith("onrecord-")) continue;
    for (const one of ranges) {
      const range = globalThis.XPCNativeWrapper ? XPCNativeWrapper(one) : one;
      painted.push({ name, text: range.toString(), shows: shows(range, inside) && isStyled(range, name) });
    }
  }
  return painted;
}

function shows(range, inside) {
  const node = range.startContainer;
  return node.isConnected && node.ownerDocument === inside && range.getClientRects().length > 0;
}

/**
 * In a shadow root or a frame a mark may be without the style that it has elsewhere. All of ours have a line under or over.
 * @param {Range} range
 * @param {string} name Of the highlight.
 */
function isStyled(range, name) {
  const { parentElement, parentNode } = range.startContainer;
  return getComputedStyle(parentElement ?? parentNode.host, `::highlight(${name})`).textDecorationLine.endsWith("line");
}

function boxOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x, y, width, height].map(Math.round).join(" ");
}

/** Scrolls to the end and back, as a reader does before the click, and waits until the page has come to rest. */
async function scrollThrough() {
  const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  for (let step = 1; step <= 6; step++) {
    scrollTo(0, (document.documentElement.scrollHeight * step) / 6);
    await pause(40);
  }
  scrollTo(0, 0);
  let html = "";
  for (let looks = 0; looks < 8 && html !== document.body.innerHTML; looks++) {
    html = document.body.innerHTML;
    await pause(200);
  }
}

/** A point on text that nothing lies over and no link, or null. */
function findPoint() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.data.trim().length < 20 || text.parentElement.closest("a, button, summary, script, style")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = [...range.getClientRects()].find(({ width, top, left }) => width > 120 && left < 600 && top > 0 && top < innerHeight - 50);
    if (!box) continue;
    const point = [box.left + 8, box.top + box.height / 2];
    if (document.elementFromPoint(...point) === text.parentElement) return point;
  }
  return null;
}

function watchClicks() {
  document.addEventListener("click", ({ target }) => (globalThis.lastClicked = target), true);
}

/** What the last click met, and what is selected. */
function whatWasDone() {
  const clicked = globalThis.lastClicked;
  const met = clicked?.nodeType === Node.ELEMENT_NODE ? `${clicked.localName}: ${clicked.textContent.slice(0, 60)}` : "";
  return { clicked: met, selected: getSelection().toString() };
}

void Object.assign(globalThis, { lookAtPage, scrollThrough, findPoint, watchClicks, whatWasDone });
