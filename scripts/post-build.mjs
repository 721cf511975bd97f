// Trunk's post_build hook: puts the HTML of the page into index.html, as the components render it natively; splits the
// program into parts that the page fetches on demand (split.mjs); puts the Content-Security-Policy with the hash of every
// inline script and style first into the <head>; and removes comments and indentation. Minifies a release build.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";
import { append, create, elements, only, parse, parseFragment, prependAll, remove, serialize, setAttribute, textOf, tidy } from "./html.mjs";
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

// The split program replaces Trunk's single file, wherever the page names it.
const whole = /page-[0-9a-f]+(?:_bg\.wasm|\.js)/g;
const start = split(isRelease ? "release" : "debug", directory);
for (const name of new Set(text.match(whole))) rmSync(join(directory, name));
rmSync(join(directory, "snippets"), { recursive: true, force: true });
text = text.replace(whole, (name) => (name.endsWith(".js") ? start.script : start.wasm));

// `trunk serve` adds a script that reloads the page and replaces three words in it while serving, which would change its
// hash. So the words are replaced here.
text = text
  .replace(/['`]\{\{__TRUNK_ADDRESS__\}\}['`]/g, "location.host")
  .replaceAll("{{__TRUNK_WS_BASE__}}", "/")
  .replaceAll("{{__TRUNK_WS_PROTOCOL__}}", "");

const page = parse(text);
const head = only(page, "head");
tidy(head);

// What the components render natively.
const command = ["run", "--quiet", "--locked", "--features", "prerender", "--bin", "prerender"];
const rendered = (...what) =>
  execFileSync("cargo", [...command, "--", ...what], { encoding: "utf8", maxBuffer: 16e6, stdio: ["ignore", "pipe", "inherit"] });
const minified = (code) => (isRelease ? transformSync(code, { minify: true }).code.trim() : code);
const early = minified(readFileSync("scripts/early.js", "utf8"));
tidy(only(page, "body"));

// All styles go into one element, so that the browser paints the page before anything else arrives.
const styles = elements(head, "style");
if (styles.length) {
  const css = styles.map(textOf).join("\n");
  styles.forEach(remove);
  append(head, create("style", {}, isRelease ? transformSync(css, { loader: "css", minify: true }).code.trim() : css));
}

// Pages that embed this one load this file by its name. It reserves the height of what it does not know yet.
buildSync({
  entryPoints: ["embed/embed.js"],
  bundle: true,
  format: "iife",
  target: "es2022",
  minify: isRelease,
  legalComments: "none",
  define: Object.fromEntries(Object.entries(JSON.parse(rendered("embed"))).map(([name, value]) => [name, JSON.stringify(value)])),
  outfile: join(directory, "embed.js"),
  allowOverwrite: true,
});
// The same page without the form, for frames that show files alone.
const blocks = parse(serialize(page));
finish(blocks, rendered("block"), { "data-blocks": "" });
setPolicy(blocks, "'self'");
writeFileSync(join(directory, "block.html"), serialize(blocks));

finish(page, rendered());
// The service worker would keep old versions of a page that somebody works on.
if (isRelease) append(head, create("script", {}, REGISTER));
setPolicy(page, "'self'");
writeFileSync(file, serialize(page));

writeReference(directory);
// Last, because it lists every file with its hash.
if (isRelease) writeWorker(directory);

// Puts the HTML of the components first into the body, where the program takes it over, and last what runs before it.
function finish(page, html, attributes = {}) {
  const body = only(page, "body");
  for (const [name, value] of Object.entries(attributes)) setAttribute(body, name, value);
  prependAll(body, parseFragment(html));
  append(body, create("script", {}, early));
}
