// The background script: listeners only, registered while it loads, since the browser stops and restarts it at will.

import { clearBadge } from "./badge.js";
import { toggle } from "./action.js";
import { answerPage } from "./messages.js";

browserApi.onActionClicked((tab) => void toggle(tab));
browserApi.onMessage(answerPage);
browserApi.onNavigation((tabId) => void clearBadge(tabId));
