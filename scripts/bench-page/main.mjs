// Measures built pages side by side, over the DevTools protocol: how they load over a slow link with a slow CPU, and what a
// keystroke costs. `make bench-page` runs it for this page, the floor and the control (benches/).
//
//   node scripts/bench-page/main.mjs [--runs 5] [--keys 100] [--markdown] [NAME=]DIRECTORY[?query][#fragment]…
//
// A page is measured by its first input `[name=delegate_name]` (or the selector INPUT) and the text of its first
// `pre[data-file]` (or OUTPUT). Times depend on the machine and the moment, so the pages take turns, the table has the medians
// of the runs, and only the columns of one run can be compared.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import { measureKeys } from "./keys.mjs";
import { measureLoad } from "./load.mjs";
import { serve } from "./server.mjs";
import { table } from "./table.mjs";

const options = { runs: 5, keys: 100, markdown: false };
const pages = [];
for (let words = process.argv.slice(2); words.length; words = words.slice(1)) {
  const option = words[0].match(/^--(runs|keys|markdown)$/)?.[1];
  if (option === "markdown") options.markdown = true;
  else if (option) {
    options[option] = Number(words[1]);
    words = words.slice(1);
    if (!(options[option] > 0)) fail(`--${option} takes a number above 0.`);
  } else pages.push(page(words[0]));
}
if (!pages.length) fail("Name at least one directory: [NAME=]DIRECTORY[?query][#fragment].");

function page(word) {
  const [, name, directory, rest] = word.match(/^(?:([^=?#/]+)=)?([^?#]+)(.*)$/) ?? fail(`\`${word}\` names no directory.`);
  if (!existsSync(`${directory}/index.html`)) fail(`${directory}/index.html is missing: build it first.`);
  return { name: name ?? directory, directory, rest, loads: [], keys: [] };
}

function fail(message) {
  console.error(`bench-page: ${message}`);
  process.exit(2);
}

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? places.find(existsSync) ?? fail("Chromium is missing: run `make test-tools`."),
  args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
const selectors = { input: process.env.INPUT ?? "[name=delegate_name]", output: process.env.OUTPUT ?? "pre[data-file]" };
for (const one of pages) one.server = await serve(one.directory);
for (let run = 0; run < options.runs; run++) {
  for (const one of pages) {
    one.loads.push(await measureLoad(browser, one, selectors));
    one.keys.push(await measureKeys(browser, one, selectors, options.keys));
  }
}
console.log(table(pages, options));
await browser.close();
for (const { server } of pages) server.stop();
