import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { PAGE_FILES } from "../../extension/background/action.js";
import { EXTENSION, MESSAGES } from "./page-world.js";

const manifest = JSON.parse(readFileSync(join(EXTENSION, "manifest.json"), "utf8"));
const sources = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((file) => /\.(js|html|json|css)$/.test(file));

/** @param {string} file */
const read = (file) => readFileSync(join(EXTENSION, file), "utf8");

test("the extension asks for the page it is clicked on and for this computer, and for nothing else", () => {
  assert.deepEqual(manifest.permissions, ["activeTab", "scripting", "storage", "contextMenus"]);
  assert.deepEqual(manifest.host_permissions, ["http://127.0.0.1/*", "http://localhost/*"]);
  assert.deepEqual(manifest.optional_host_permissions, ["https://*/*", "http://*/*"]);
  for (const key of ["content_scripts", "web_accessible_resources", "externally_connectable", "optional_permissions"]) {
    assert.equal(manifest[key], undefined, key);
  }
});

test("its pages may run and load nothing from elsewhere", () => {
  const policy = manifest.content_security_policy.extension_pages;
  assert.match(policy, /default-src 'none'; script-src 'self';/);
  assert.doesNotMatch(policy, /unsafe|\*(?!;|$| http)|data:/);
  // A backend may be anywhere the reader says and the browser grants; nothing else is ever fetched.
  assert.deepEqual(policy.split("; ").filter((/** @type {string} */ part) => part.includes("https:")), ["connect-src 'self' http://127.0.0.1:* http://localhost:* https:"]);
});

test("every file that the manifest or the injection names is there", () => {
  const named = [...PAGE_FILES, ...Object.values(manifest.icons), manifest.background.service_worker, manifest.options_ui.page];
  for (const file of named) assert.ok(existsSync(join(EXTENSION, file)), file);
});

test("every script of the page and the panel is injected, and none of them is a module", () => {
  const scripts = sources.filter((file) => /^(page|panel)\/.*\.js$/.test(file));
  assert.deepEqual(scripts.filter((file) => !PAGE_FILES.includes(file)), []);
  for (const file of PAGE_FILES) assert.doesNotMatch(read(file), /^(import|export) /m, file);
});

test("every message that is used is defined, and every message defined is used", () => {
  const code = sources.filter((file) => !file.startsWith("_locales")).map(read).join("\n");
  const used = new Set([...code.matchAll(/message\(\s*"(\w+)"|data-message="(\w+)"|__MSG_(\w+)__/g)].map((found) => found[1] ?? found[2] ?? found[3]));
  const families = [...code.matchAll(/message\(\s*`(\w+)_\$\{/g)].map((found) => found[1]);
  assert.deepEqual([...used].filter((key) => !MESSAGES[key]), []);
  const unused = Object.keys(MESSAGES).filter((key) => !used.has(key) && !code.includes(`"${key}"`));
  assert.deepEqual(unused.filter((key) => !families.some((family) => key.startsWith(`${family}_`))), []);
});

test("every value of the report's facets has its words", () => {
  const model = readFileSync(join(EXTENSION, "../server/onrecord/facets.py"), "utf8");
  for (const [name, prefix] of [["Band", "band"], ["Identity", "identity"], ["Sector", "sector"], ["HedgeKind", "hedge"]]) {
    const body = new RegExp(`class ${name}\\(StrEnum\\):([\\s\\S]*?)\\n\\n\\n`).exec(model)?.[1] ?? "";
    const values = [...body.matchAll(/= "(\w+)"/g)].map((found) => found[1]).filter((value) => value !== "unknown");
    assert.ok(values.length > 3, name);
    for (const value of values) assert.ok(MESSAGES[`${prefix}_${value}`], `${prefix}_${value}`);
  }
  for (let rung = 0; rung <= 8; rung += 1) assert.ok(MESSAGES[`rung_${rung}`]);
});

test("the extension's version is the product's", () => {
  const project = readFileSync(join(EXTENSION, "../pyproject.toml"), "utf8");
  assert.equal(manifest.version, /^version = "(.*)"$/m.exec(project)?.[1]);
});
