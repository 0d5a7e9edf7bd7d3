"use strict";

/**
 * Reads the page once: what is sent to be scored, and the way back from its offsets to the page's text nodes.
 * @param {typeof PAGE_BOUNDS} [bounds] When to stop reading.
 * @returns {PageReading}
 */
function collectPage(bounds) {
  const { root, cut, shadowRoots, frames } = readPageTree(domReader.documentElement(document), bounds);
  const blocks = markBlocks(root);
  const request = {
    html: writeHtml(root),
    url: location.href,
    blocks: blocks.map(({ id, text }) => ({ id, text })),
  };
  return { request, blocks, cut, shadowRoots, frames };
}
