// One HTML file with everything inside, for people behind an air gap:   node scripts/single-file.mjs DIST FILE
// DIST is a built site (make build). All parts of the program, with the wasm in base64, become one inline script. The
// policy is the site's, without any place to load files from.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { append, create, elements, only, parse, parseFragment, remove, replace, serialize, setAttribute, textOf } from "./html.mjs";
import { REGISTER } from "./offline.mjs";
import { setPolicy } from "./policy.mjs";

const [dist, file] = process.argv.slice(2);
if (!file) {
  console.error("usage: single-file.mjs DIST FILE");
  process.exit(2);
}

const names = readdirSync(dist);
const one = (pattern) => {
  const found = names.filter((name) => pattern.test(name));
  if (found.length !== 1) throw new Error(`${dist} has ${found.length} files like ${pattern}, not one: run make build`);
  return found[0];
};
const wasm = Object.fromEntries(
  names.filter((name) => name.endsWith(".wasm")).map((name) => [name, readFileSync(join(dist, name), "base64")]),
);
const start = one(/^page-[0-9a-f]{16}\.wasm$/);

// Replaces fetch: the program expects a Response.
const inlined = `
const wasm = ${JSON.stringify(wasm)};
export const __inlined = async (url) => {
  const bytes = Uint8Array.from(atob(wasm[String(url).split("/").pop()]), (c) => c.charCodeAt(0));
  return new Response(bytes, { headers: { "content-type": "application/wasm" } });
};`;
const main = `
import { __inlined } from "inlined";
import init from ${JSON.stringify(resolve(dist, one(/^page-[0-9a-f]{16}\.js$/)))};
// As in Trunk.toml: the program does not start in a saved copy.
const root = document.documentElement.dataset;
if ("ready" in root) root.saved = "";
else
  init({ module_or_path: __inlined("${start}") }).catch(() => {
    root.stopped = "";
  });`;

// esbuild injects only files.
const parts = resolve("target/split/inlined.mjs");
writeFileSync(parts, inlined);

const script = buildSync({
  stdin: { contents: main, resolveDir: process.cwd() },
  bundle: true,
  format: "iife",
  target: "esnext",
  minify: true,
  legalComments: "none",
  write: false,
  // See split.mjs.
  logOverride: { "duplicate-object-key": "silent" },
  alias: { inlined: parts },
  inject: [parts],
  define: { fetch: "__inlined", "import.meta.url": "document.baseURI" },
}).outputFiles[0].text;

const page = parse(readFileSync(join(dist, "index.html"), "utf8"));
const head = only(page, "head");
// Replaces the start script, and removes what fetches its parts ahead and the service worker.
replace(only(head, "script", { type: "module" }), create("script", {}, `addEventListener("DOMContentLoaded",()=>{${script}})`));
elements(head, "link", { rel: "modulepreload" }).forEach(remove);
elements(head, "script").filter((element) => textOf(element).startsWith("var wasm=")).forEach(remove);
const worker = elements(head, "script").find((element) => textOf(element) === REGISTER);
if (!worker) throw new Error("index.html has no script that registers the worker: run make build");
remove(worker);
const icon = readFileSync(join(dist, one(/^favicon-[0-9a-f]+\.svg$/)), "base64");
setAttribute(only(head, "link", { rel: "icon" }), "href", `data:image/svg+xml;base64,${icon}`);

// The reference of the rules, a page of the site, becomes a dialog, which is created when the user first opens it.
const reference = serialize(only(parse(readFileSync(join(dist, "rules.html"), "utf8")), "main"));
const dialog = parseFragment(
  `<template id="rules-page"><dialog id="rules" aria-label="Rules"><form method="dialog"><button class="button">Close</button></form><div>${reference}</div></dialog></template>`,
);
const openEntry = `addEventListener("click", (event) => {
  const entry = event.target.closest?.('a[href^="rules.html#"], #rules a[href^="#"]');
  if (!entry) return;
  event.preventDefault();
  let dialog = document.getElementById("rules");
  if (!dialog) {
    document.body.append(document.getElementById("rules-page").content.cloneNode(true));
    dialog = document.getElementById("rules");
  }
  if (!dialog.open) dialog.showModal();
  document.getElementById(entry.hash.slice(1)).scrollIntoView();
});`;
const style = `#rules{max-width:60rem;width:calc(100% - 2rem);padding:1rem 1.5rem;border:1px solid var(--line);border-radius:8px;background:var(--card);color:var(--text);overflow-wrap:anywhere}
#rules form{position:sticky;top:0;text-align:right}#rules :is(h1,h2){margin:1.5rem 0 .5rem;scroll-margin-top:1rem}#rules :is(p,ul,table){margin:.75rem 0}
#rules ul{padding-left:1.25rem}#rules .wide{overflow-x:auto}#rules th{white-space:nowrap}#rules :is(th,td){padding:.25rem .75rem .25rem 0;text-align:left;vertical-align:top}`;
const minified = transformSync(openEntry, { minify: true }).code.trim();
append(head, create("style", {}, style));
append(head, create("script", {}, minified));
append(only(page, "body"), dialog.childNodes[0]);
setPolicy(page, "'none'");

mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, serialize(page));
console.log(`== ${file}: ${(Buffer.byteLength(readFileSync(file)) / 1000).toFixed(0)} KB, everything inside`);
