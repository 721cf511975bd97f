// Opens the built site in headless Chromium, from a path below a plain static server's root, and checks that it starts
// under its Content-Security-Policy: data-ready appears, nothing is on the console, and only the site's own files were
// asked for.   node scripts/smoke.mjs [DIRECTORY]
import { browse, serve } from "./chromium.mjs";

const directory = process.argv[2] ?? "dist";
const base = "/some/path/";
const asked = [];
const site = await serve(directory, { base, asked: (path) => asked.push(path) });

const problems = [];
let browser;
try {
  browser = await browse();
  const { command, run } = browser;
  const start = Date.now();
  if (!(await browser.open(site.address))) problems.push("the page did not become ready (html[data-ready]) in 20 s");
  const time = Date.now() - start;

  // Long enough for a preload that nothing uses to be complained about.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  for (const { level, message } of await command("/se/log", { type: "browser" })) {
    problems.push(`console: ${level} ${message}`);
  }
  const first = await run("return document.head.firstElementChild?.httpEquiv ?? ''");
  if (first !== "Content-Security-Policy") problems.push("the policy is not first in <head>");
  // Through the DOM, since a script of WebDriver's own is free to eval.
  const stopped = await run(`
    const script = document.createElement("script");
    script.textContent = "document.documentElement.dataset.inlineRan = ''";
    document.head.append(script);
    return !("inlineRan" in document.documentElement.dataset);`);
  if (!stopped) problems.push("an inline script without a hash was run: no policy is in force");
  for (const path of asked) if (!path.startsWith(base)) problems.push(`asked for outside of the site: ${path}`);
  // What the service worker then asks for, it compares with the build's hashes and keeps.
  const worker = asked.indexOf(`${base}sw.js`);
  if (worker < 0) problems.push("the service worker was not asked for");
  asked.splice(worker < 0 ? asked.length : worker);
  const twice = asked.filter((path, index) => asked.indexOf(path) !== index);
  if (twice.length) problems.push(`asked for twice: ${twice.join(", ")}`);
  if (!problems.length) console.log(`== Smoke: the site starts in Chromium in ${time} ms, with ${asked.length} requests: ${asked.join(" ")}`);
} catch (error) {
  problems.push(String(error));
} finally {
  await browser?.close();
  site.stop();
}
for (const problem of problems) console.error(`smoke: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
