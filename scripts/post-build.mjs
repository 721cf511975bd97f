// Trunk's post_build hook: splits the program into the parts that are fetched when they are wanted (split.mjs), puts the
// Content-Security-Policy first into the <head> of the built index.html, with the hash of every inline script and style,
// and takes out of the <head> what only its authors read (comments, indentation). A release build is minified.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { append, create, elements, only, parse, remove, serialize, textOf, tidyHead } from "./html.mjs";
import { REGISTER, writeWorker } from "./offline.mjs";
import { setPolicy } from "./policy.mjs";
import { writeReference } from "./reference.mjs";
import { split } from "./split.mjs";

const directory = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
if (!directory) {
  console.error("usage: post-build.mjs DIRECTORY (Trunk gives it as TRUNK_STAGING_DIR)");
  process.exit(2);
}

const isRelease = process.env.TRUNK_PROFILE === "release";
const file = join(directory, "index.html");
let text = readFileSync(file, "utf8");

// The program in parts, in place of Trunk's single one: wherever the names of its files stand.
const whole = /page-[0-9a-f]+(?:_bg\.wasm|\.js)/g;
const start = split(isRelease ? "release" : "debug", directory);
for (const name of new Set(text.match(whole))) rmSync(join(directory, name));
rmSync(join(directory, "snippets"), { recursive: true, force: true });
text = text.replace(whole, (name) => (name.endsWith(".js") ? start.script : start.wasm));

// `trunk serve` adds a script that reloads the page, and replaces three words in it while serving, which would change
// its hash. The same words, here.
text = text
  .replace(/['`]\{\{__TRUNK_ADDRESS__\}\}['`]/g, "location.host")
  .replaceAll("{{__TRUNK_WS_BASE__}}", "/")
  .replaceAll("{{__TRUNK_WS_PROTOCOL__}}", "");

const page = parse(text);
const head = only(page, "head");
tidyHead(head);

// All styles into one element: the page is painted before anything else has arrived.
const styles = elements(head, "style");
if (styles.length) {
  const css = styles.map(textOf).join("\n");
  styles.forEach(remove);
  append(head, create("style", {}, isRelease ? transformSync(css, { loader: "css", minify: true }).code.trim() : css));
}

// What pages that embed this one load; they know it by this name.
const embed = join(directory, "embed.js");
if (isRelease) writeFileSync(embed, transformSync(readFileSync(embed, "utf8"), { minify: true, target: "es2022", legalComments: "none" }).code);

// A page that is being worked on is not to be kept.
if (isRelease) append(head, create("script", {}, REGISTER));

setPolicy(page, "'self'");
writeFileSync(file, serialize(page));

writeReference(directory);
// Last, since it names every file with its hash.
if (isRelease) writeWorker(directory);
