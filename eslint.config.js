// What is linted, and the few rules that keep the extension as docs/decisions/0003-content-scripts-without-bundler.md wants it.

import js from "@eslint/js";
import jsdoc from "eslint-plugin-jsdoc";
import nounsanitized from "eslint-plugin-no-unsanitized";
import globals from "globals";

const PAGE_SCRIPTS = ["extension/page/*.js", "extension/panel/*.js", "extension/browser-api.js"];

const documented = {
  ...jsdoc.configs["flat/recommended-typescript-flavor-error"],
  settings: { jsdoc: { mode: "typescript" } },
  rules: {
    ...jsdoc.configs["flat/recommended-typescript-flavor-error"].rules,
    // Exported and shared functions say what they do; a private one may have its types only.
    "jsdoc/require-jsdoc": ["error", { publicOnly: { esm: true }, require: { FunctionDeclaration: true } }],
    // Messages and answers from outside are `any` until they have been checked.
    "jsdoc/reject-any-type": "off",
    "jsdoc/require-param-description": "off",
    "jsdoc/require-returns": "off",
    "jsdoc/require-returns-description": "off",
    "jsdoc/require-property-description": "off",
    "jsdoc/require-yields": "off",
    "jsdoc/require-yields-description": "off",
    "jsdoc/require-yields-type": "off",
    "jsdoc/tag-lines": "off",
  },
};

export default [
  { ignores: ["node_modules/", ".venv/", "build/", "dist/", "server/", "docs/", ".cache/"] },
  js.configs.recommended,
  nounsanitized.configs.recommended,
  documented,
  {
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 300],
      "max-lines-per-function": ["error", { max: 40, skipComments: true }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-restricted-globals": [
        "error",
        { name: "chrome", message: "The browser is reached through browser-api.js." },
        { name: "browser", message: "The browser is reached through browser-api.js." },
      ],
      "prefer-const": "error",
    },
  },
  {
    files: ["extension/**/*.js"],
    languageOptions: { globals: { ...globals.browser, browserApi: "readonly" } },
    rules: { "no-var": "error" },
  },
  {
    files: PAGE_SCRIPTS,
    languageOptions: { sourceType: "script" },
    rules: {
      strict: ["error", "global"],
      // The type checker knows what the scripts share; and they may be run a second time in the same world, which `const`,
      // `let` and `class` at the top would not survive.
      "no-undef": "off",
      "no-unused-vars": ["error", { vars: "local" }],
      "no-redeclare": "off",
      "no-var": "off",
      "no-restricted-syntax": [
        "error",
        { selector: "Program > VariableDeclaration[kind!='var']", message: "`var` here: the script may run twice." },
        { selector: "Program > ClassDeclaration", message: "A function here: the script may run twice." },
        { selector: ":function VariableDeclaration[kind='var']", message: "`var` only at the top of a page script." },
      ],
    },
  },
  { files: ["extension/browser-api.js"], rules: { "no-restricted-globals": "off", "max-lines-per-function": "off" } },
  { files: ["tests/**/*.{js,mjs}", "*.js"], languageOptions: { globals: globals.node }, rules: { "max-lines-per-function": "off", "no-unused-vars": ["error", { ignoreRestSiblings: true }] } },
  { files: ["tests/extension/firefox.mjs"], languageOptions: { globals: globals.browser } },
];
