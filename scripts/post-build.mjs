// Trunk's post_build hook: splits the program into the parts that are fetched when they are wanted (split.mjs), puts the
// Content-Security-Policy first into the <head> of the built index.html, with the hash of every inline script and style,
// and takes out of the <head> what only its authors read (comments, indentation). A release build is minified.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { REGISTER, writeWorker } from "./offline.mjs";
import { withPolicy } from "./policy.mjs";
import { writeReference } from "./reference.mjs";
import { split } from "./split.mjs";

const directory = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
if (!directory) {
  console.error("usage: post-build.mjs DIRECTORY (Trunk gives it as TRUNK_STAGING_DIR)");
  process.exit(2);
}

const isRelease = process.env.TRUNK_PROFILE === "release";
const file = join(directory, "index.html");
let html = readFileSync(file, "utf8");

// The program in parts, in place of Trunk's single one.
const whole = /page-[0-9a-f]+(?:_bg\.wasm|\.js)/g;
const start = split(isRelease ? "release" : "debug", directory);
for (const name of new Set(html.match(whole))) rmSync(join(directory, name));
rmSync(join(directory, "snippets"), { recursive: true, force: true });
html = html.replace(whole, (name) => (name.endsWith(".js") ? start.script : start.wasm));

// `trunk serve` adds a script that reloads the page, and replaces three words in it while serving, which would change
// its hash. The same words, here.
html = html
  .replace(/['`]\{\{__TRUNK_ADDRESS__\}\}['`]/g, "location.host")
  .replaceAll("{{__TRUNK_WS_BASE__}}", "/")
  .replaceAll("{{__TRUNK_WS_PROTOCOL__}}", "");

// All styles into one element: the page is painted before anything else has arrived.
const styles = [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, text]) => text).join("\n");
if (styles) {
  const text = isRelease ? transformSync(styles, { loader: "css", minify: true }).code.trim() : styles;
  html = html.replace(/<style>[\s\S]*?<\/style>/g, "").replace("</head>", () => `<style>${text}</style></head>`);
}

// What pages that embed this one load; they know it by this name.
const embed = join(directory, "embed.js");
if (isRelease) writeFileSync(embed, transformSync(readFileSync(embed, "utf8"), { minify: true, target: "es2022", legalComments: "none" }).code);

// A page that is being worked on is not to be kept.
if (isRelease) html = html.replace("</head>", () => `<script>${REGISTER}</script></head>`);

// Of the head only: in a body, white space and comments can have a meaning.
const end = html.indexOf("</head>");
if (end < 0) throw new Error(`${file} has no </head>`);
html = html.slice(0, end).replace(/<!--[\s\S]*?-->/g, "").replace(/>\s*\n\s*</g, "><").trim() + html.slice(end);

writeFileSync(file, withPolicy(html, "'self'"));

writeReference(directory);
// Last, since it names every file with its hash.
if (isRelease) writeWorker(directory);
