// The background script: listeners only, registered while it loads, since the browser stops and restarts it at will.

import { clearBadge } from "./badge.js";
import { toggle, toggleMarks } from "./action.js";
import { scoreIfWanted } from "./autorun.js";
import { addMenuEntry, chooseFromMenu } from "./menu.js";
import { answerPage } from "./messages.js";
import { answerOwnPages } from "./connection.js";
import { welcome } from "./installed.js";
import { autoRunSites, setAutoRunSites } from "../settings.js";

browserApi.onActionClicked((tab) => void toggle(tab));
browserApi.onMessage(answerPage);
browserApi.onMessage(answerOwnPages);
browserApi.onInstalled((reason) => void welcome(reason));
browserApi.onPermissionsRemoved(() => void autoRunSites().then(setAutoRunSites));
browserApi.onInstalled(addMenuEntry);
browserApi.onMenuClicked(chooseFromMenu);
browserApi.onCommand((command, tab) => void (command === "toggle-marks" && toggleMarks(tab)));
browserApi.onPageComplete((tabId, url) => void scoreIfWanted(tabId, url));
browserApi.onNavigation((tabId) => void clearBadge(tabId));
