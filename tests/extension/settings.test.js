import { browser, resetBrowser } from "./fake-chrome.js";
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import {
  DEFAULT_ADDRESS,
  PALETTES,
  addAutoRunSite,
  autoRunSites,
  backendAddress,
  backendOrigin,
  backendToken,
  palette,
  removeAutoRunSite,
  setAutoRunSites,
  setBackendAddress,
  setBackendToken,
  setPalette,
  siteOrigin,
  tokenIn,
} from "../../extension/settings.js";

beforeEach(resetBrowser);

test("a backend is http on this computer, or https", () => {
  assert.equal(backendOrigin(" http://127.0.0.1:8765/ "), "http://127.0.0.1:8765");
  assert.equal(backendOrigin("http://localhost:80"), "http://localhost");
  assert.equal(backendOrigin("HTTPS://Record.Example:8443"), "https://record.example:8443");
  assert.equal(backendOrigin("https://127.0.0.1"), "https://127.0.0.1");
});

test("no other address is taken: above all no plain http to another computer", () => {
  const others = ["", "8765", "http://127.0.0.1.evil.example", "http://10.0.0.2", "http://backend.example", "http://a:b@127.0.0.1", "http://127.0.0.1/v1", "https://x.example/?q", "https://a@x.example", "file:///", "javascript:1", "ftp://x.example"];
  for (const other of others) assert.equal(backendOrigin(other), null, other);
});

test("a stored address that is no longer valid gives way to the default", async () => {
  for (const bad of [undefined, 7, "http://evil.example"]) {
    browser.stored.backendAddress = bad;
    assert.equal(await backendAddress(), DEFAULT_ADDRESS);
  }
  await setBackendAddress("https://record.example");
  assert.equal(await backendAddress(), "https://record.example");
});

test("a token is what one header can carry", async () => {
  assert.equal(tokenIn("  abc.DEF-123_~+/= "), "abc.DEF-123_~+/=");
  assert.equal(tokenIn(" "), "");
  for (const bad of ["two words", "line\nbreak", "schlüssel", "“quoted”"]) assert.equal(tokenIn(bad), null, bad);
});

test("there is no token until one is set, and what cannot be one is none", async () => {
  assert.equal(await backendToken(), "");
  for (const bad of [7, "two words"]) {
    browser.stored.backendToken = bad;
    assert.equal(await backendToken(), "");
  }
  await setBackendToken("abc");
  assert.equal(await backendToken(), "abc");
});

test("the standard palette holds until another one is chosen", async () => {
  assert.deepEqual(PALETTES, ["standard", "bold", "greyscale"]);
  for (const bad of [undefined, null, "neon", "__proto__"]) {
    browser.stored.palette = bad;
    assert.equal(await palette(), "standard");
  }
  for (const name of PALETTES) {
    await setPalette(name);
    assert.equal(await palette(), name);
  }
});

test("a site is what its name, or the address of any of its pages, means", () => {
  assert.equal(siteOrigin(" news.example "), "https://news.example");
  assert.equal(siteOrigin("news.example:8443/world"), "https://news.example:8443");
  assert.equal(siteOrigin("http://News.example/a?b#c"), "http://news.example");
  assert.equal(siteOrigin("bücher.example"), "https://xn--bcher-kva.example");
});

test("what is no site of the web is not taken for one", () => {
  for (const bad of ["", "   ", "https://", "file:///etc", "chrome://settings", "moz-extension://abc", "*", "https://*.example", "a b", "user@news.example", "."]) {
    assert.equal(siteOrigin(bad), null, bad);
  }
});

test("no site is scored without a click until one is added; sites are sorted and kept once", async () => {
  assert.deepEqual(await autoRunSites(), []);
  await addAutoRunSite("https://b.example");
  await addAutoRunSite("https://a.example");
  await addAutoRunSite("https://b.example");
  assert.deepEqual(await autoRunSites(), ["https://a.example", "https://b.example"]);
  await removeAutoRunSite("https://b.example");
  assert.deepEqual(await autoRunSites(), ["https://a.example"]);
});

test("a site whose permission was taken back is off the list, and forgotten with the next change", async () => {
  await setAutoRunSites(["https://a.example", "https://b.example:8443"]);
  browser.taken = ["https://b.example/*"]; // a pattern without port, which would match nothing in Firefox
  assert.deepEqual(await autoRunSites(), ["https://a.example"]);
  await addAutoRunSite("https://c.example");
  browser.taken = [];
  assert.deepEqual(await autoRunSites(), ["https://a.example", "https://c.example"]);
});

test("what is stored and is no list of sites does no harm", async () => {
  for (const bad of [null, 7, "https://a.example", {}]) {
    browser.stored.autoRunSites = bad;
    assert.deepEqual(await autoRunSites(), []);
  }
  browser.stored.autoRunSites = [7, null, "news.example", "https://a.example/path", "https://a.example"];
  assert.deepEqual(await autoRunSites(), ["https://a.example"]);
});
