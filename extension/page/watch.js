"use strict";

// Watching the page for changes, at a cost that stays small even on a page that never rests.

var REST_MS = 500; // without a change, before the page is read again
var LONGEST_WAIT_MS = 3_000; // for a page that never rests
var SHARE = 40; // the time between two readings is at least so many times what a reading took
var OWN_HOST = "onrecord-panel";

/**
 * Calls back when the page has changed and come to rest.
 * @param {Node[]} roots The document, and what stands apart from it: shadow roots, documents of frames.
 * @param {() => void} changed Reads the page again.
 * @returns {() => void} Ends it.
 */
function watchPage(roots, changed) {
  let timer = 0;
  let waitingSince = 0;
  let notBefore = 0;
  const look = () => {
    timer = 0;
    waitingSince = 0;
    const started = performance.now();
    if (!document.hidden) changed();
    notBefore = performance.now() + SHARE * (performance.now() - started);
  };
  const schedule = () => {
    const now = performance.now();
    waitingSince ||= now;
    const rest = Math.min(REST_MS, Math.max(0, waitingSince + LONGEST_WAIT_MS - now));
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(rest, notBefore - now));
  };
  const observer = new MutationObserver((records) => {
    if (!records.every(isOurs)) schedule();
  });
  const wanted = { childList: true, characterData: true, subtree: true, attributes: true, attributeFilter: ["hidden", "open", "class"] };
  for (const root of roots) observer.observe(root, wanted);
  const events = ["visibilitychange", "popstate", "hashchange"];
  for (const event of events) addEventListener(event, schedule, { passive: true, capture: true });
  return () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const event of events) removeEventListener(event, schedule, { capture: true });
  };
}

/**
 * Whether a change is only our own element coming or going.
 * @param {MutationRecord} record
 */
function isOurs({ type, addedNodes, removedNodes }) {
  return type === "childList" && [...addedNodes, ...removedNodes].every((node) => node.nodeName.toLowerCase() === OWN_HOST);
}
