// The options page. Each part of it is set up by a module of its own.

import { showBackend } from "./backend-form.js";
import { showKeys } from "./keys.js";
import { showPalettes } from "./palettes.js";
import { showSites } from "./sites.js";
import { writeMessages } from "./words.js";

writeMessages();
await Promise.all([showBackend(), showPalettes(), showSites(), showKeys()]);
document.documentElement.dataset.ready = "";
