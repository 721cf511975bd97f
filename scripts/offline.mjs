// Writes the service worker of a built site: scripts/worker.js with the site's files and their hashes.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { transformSync } from "esbuild";

// The inline script that registers it, late, so that its fetches do not slow the page down. In a sandbox, a browser may throw
// when asked for `navigator.serviceWorker`.
export const REGISTER =
  'isSecureContext&&self===top&&addEventListener("load",()=>setTimeout(async()=>{try{await navigator.serviceWorker.register("sw.js")}catch{}},1500))';

export function writeWorker(directory) {
  const files = {};
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const name = relative(directory, path).split(sep).join("/");
    // Other pages load this file, each from its own address.
    if (name === "embed.js") continue;
    // Hosts serve index.html at the directory's address, and some redirect its name there.
    files[name === "index.html" ? "./" : name] = createHash("sha256").update(readFileSync(path)).digest("base64");
  }
  const list = JSON.stringify(Object.fromEntries(Object.entries(files).sort()));
  const version = createHash("sha256").update(list).digest("hex").slice(0, 16);
  const text = `const FILES = ${list};\nconst VERSION = "${version}";\n${readFileSync("scripts/worker.js", "utf8")}`;
  writeFileSync(join(directory, "sw.js"), transformSync(text, { minify: true, legalComments: "none" }).code);
}
