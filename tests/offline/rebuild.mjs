// Turns a built site into another build: gives every file with a hash in its name other bytes (a comment, or a section
// that wasm ignores) and another name, replaces the old name everywhere, and rewrites the service worker.
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, serialize } from "../../scripts/html.mjs";
import { writeWorker } from "../../scripts/offline.mjs";
import { setPolicy } from "../../scripts/policy.mjs";

const [directory] = process.argv.slice(2);
const isText = (name) => /\.(js|html|svg)$/.test(name);
const renamed = new Map();
for (const name of readdirSync(directory)) {
  const hash = name.match(/-[0-9a-f]{16}(?=\.\w+$)/);
  if (hash) renamed.set(name, name.replace(hash[0], `-${randomBytes(8).toString("hex")}`));
}
// A custom section: id 0, its length, the length of its name, the name.
const ignored = Buffer.from([0, 5, 4, ...Buffer.from("next")]);
for (const name of readdirSync(directory)) {
  const path = join(directory, name);
  if (name === "sw.js" || !(isText(name) || renamed.has(name))) continue;
  let bytes = readFileSync(path);
  if (isText(name)) {
    let text = bytes.toString();
    for (const [old, own] of renamed) text = text.replaceAll(old, own);
    // The policy contains the hash of the script that contains the new names.
    if (name === "index.html") {
      const page = parse(text);
      setPolicy(page, "'self'");
      text = serialize(page);
    }
    bytes = Buffer.from(name.endsWith(".js") ? `${text}\n// next\n` : text);
  } else {
    bytes = Buffer.concat([bytes, ignored]);
  }
  rmSync(path);
  writeFileSync(join(directory, renamed.get(name) ?? name), bytes);
}
rmSync(join(directory, "sw.js"));
writeWorker(directory);
