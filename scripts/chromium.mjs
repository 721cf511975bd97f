// What the scripts share that look at the built page in headless Chromium: a plain static server and a driver.
import { spawn } from "node:child_process";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
};

// Serves a directory below a path. `asked` is told every path; what `own` answers for one is sent as a page instead.
export async function serve(directory, { base = "/", asked = () => {}, own = () => undefined } = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    asked(pathname);
    const page = own(pathname);
    if (page !== undefined) return response.writeHead(200, { "content-type": types[".html"] }).end(page);
    const file = join(directory, normalize(pathname.slice(base.length) || "index.html"));
    if (!pathname.startsWith(base) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${server.address().port}${base}`, stop };
}

// A browser with a fresh profile: commands of WebDriver's, and `run` for a script in the page.
export async function browse() {
  const driver = spawn("chromedriver", ["--port=0"], { stdio: ["ignore", "pipe", "inherit"] });
  driver.on("error", (error) => {
    console.error(`chromedriver does not start: ${error.message}`);
    process.exit(1);
  });
  const port = await new Promise((resolve) => {
    let text = "";
    driver.stdout.on("data", (chunk) => {
      const found = (text += chunk).match(/successfully on port (\d+)/);
      if (found) resolve(found[1]);
    });
  });
  async function webdriver(method, path, body) {
    const init = { method, headers: { "content-type": "application/json" }, body: body && JSON.stringify(body) };
    const answer = await (await fetch(`http://127.0.0.1:${port}${path}`, init)).json();
    if (answer.value?.error) throw new Error(`${answer.value.error}: ${answer.value.message}`);
    return answer.value;
  }
  // No --user-data-dir: the driver makes a fresh one, also where both are in a snap that cannot see our /tmp.
  const args = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  const capabilities = { alwaysMatch: { browserName: "chrome", "goog:chromeOptions": { args }, "goog:loggingPrefs": { browser: "ALL" } } };
  const { sessionId } = await webdriver("POST", "/session", { capabilities }).catch((error) => {
    driver.kill();
    throw error;
  });
  const command = (path, body) => webdriver("POST", `/session/${sessionId}${path}`, body);
  const run = (script, ...args) => command("/execute/sync", { script, args });
  return {
    command,
    run,
    devtools: (cmd, params) => command("/goog/cdp/execute", { cmd, params }),
    // Opens an address, and waits until the page reacts; whether it did.
    async open(url, patience = 20_000) {
      await command("/url", { url });
      for (const start = Date.now(); Date.now() - start < patience; ) {
        if (await run("return document.documentElement.hasAttribute('data-ready')")) return true;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return false;
    },
    async close() {
      await webdriver("DELETE", `/session/${sessionId}`).catch(() => {});
      driver.kill();
    },
  };
}
