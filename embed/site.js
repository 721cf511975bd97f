// What embed.js knows of the site that it comes from, and of the texts in attributes and messages.

export const NAME = "ecs-delegate-configurator";
export const VALUE = "ecs-delegate-value";

// A module has no currentScript, and a classic script has no import.meta. An error names its file in both.
// An element of the page can take the name `currentScript`: only a script counts.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
const own = script?.src || new Error().stack.match(/((?:https?|file):\/\/.*?):\d+(?::\d+)?\)?$/m)?.[1];
export const site = new URL(".", own);
// A file has no origin to name.
export const origin = site.origin === "null" ? "*" : site.origin;
// A page in a sandbox has no origin, and neither has the frame in it: there, only the window tells who speaks.
export const isBoxed = self.origin === "null";

export const isText = (value) => typeof value === "string";
export const keyOf = (name) => name.replaceAll("-", "_");
export const namesIn = (list) => (list ?? "").split(/[\s,]+/).filter(Boolean);
