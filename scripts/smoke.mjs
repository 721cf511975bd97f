// Opens the built site in headless Chromium, from a path below a plain static server's root, and checks that it starts
// under its Content-Security-Policy: data-ready appears, nothing is on the console, and only the site's own files were
// asked for.   node scripts/smoke.mjs [DIRECTORY]
import { spawn } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const directory = process.argv[2] ?? "dist";
const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};
const base = "/some/path/";
const asked = [];
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  asked.push(pathname);
  const file = join(directory, normalize(pathname.slice(base.length) || "index.html"));
  if (!pathname.startsWith(base) || !existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
  createReadStream(file).pipe(response);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "inherit"] });
driver.on("error", (error) => {
  console.error(`chromedriver does not start: ${error.message}`);
  process.exit(1);
});
const port = await new Promise((resolve) => {
  let text = "";
  driver.stdout.on("data", (chunk) => {
    text += chunk;
    const found = text.match(/successfully on port (\d+)/);
    if (found) resolve(found[1]);
  });
});

async function webdriver(method, path, body) {
  const init = { method, headers: { "content-type": "application/json" } };
  if (body) init.body = JSON.stringify(body);
  const answer = await (await fetch(`http://127.0.0.1:${port}${path}`, init)).json();
  if (answer.value?.error) throw new Error(`${answer.value.error}: ${answer.value.message}`);
  return answer.value;
}

const problems = [];
let session;
try {
  // No --user-data-dir: the driver makes a fresh one, also where both are in a snap that cannot see our /tmp.
  const args = [
    "--headless=new",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ];
  const capabilities = {
    alwaysMatch: { browserName: "chrome", "goog:chromeOptions": { args }, "goog:loggingPrefs": { browser: "ALL" } },
  };
  session = `/session/${(await webdriver("POST", "/session", { capabilities })).sessionId}`;
  const run = (script) => webdriver("POST", `${session}/execute/sync`, { script, args: [] });

  const start = Date.now();
  await webdriver("POST", `${session}/url`, { url: `http://127.0.0.1:${server.address().port}${base}` });
  let ready = false;
  while (!ready && Date.now() - start < 20_000) {
    ready = await run("return document.documentElement.hasAttribute('data-ready')");
    if (!ready) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!ready) problems.push("the page did not become ready (html[data-ready]) in 20 s");
  const time = Date.now() - start;

  // Long enough for a preload that nothing uses to be complained about.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  for (const { level, message } of await webdriver("POST", `${session}/se/log`, { type: "browser" })) {
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
  if (session) await webdriver("DELETE", session).catch(() => {});
  driver.kill();
  server.close();
  server.closeAllConnections();
}
for (const problem of problems) console.error(`smoke: ${problem}`);
process.exitCode = problems.length ? 1 : 0;
