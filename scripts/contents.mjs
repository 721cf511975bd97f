// Prints what the program consists of, by crate and, in this crate, by module: `make contents`, which builds with the functions'
// names. A second argument names another part of the program. Sizes are shares of the compressed file: raw bytes times its ratio, so they are right to about a tenth.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const OWN = "configurator";
const STANDARD = ["core", "alloc", "std"];
const directory = process.argv[2] ?? "dist";
const part = process.argv[3] ?? "page";
const file = readdirSync(directory).find((name) => name.startsWith(`${part}-`) && name.endsWith(".wasm"));
const bytes = readFileSync(join(directory, file));
let at = 8;

// The next unsigned number in LEB128.
function number() {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function text() {
  const length = number();
  at += length;
  return bytes.toString("utf8", at - length, at);
}

// Each section of the module: its number, its name if it has one, where it begins and ends.
const sections = [];
while (at < bytes.length) {
  const id = bytes[at++];
  const size = number();
  const end = at + size;
  const name = id === 0 ? text() : "";
  sections.push({ id, name, start: at, end });
  at = end;
}
const section = (id, name = "") => sections.find((one) => one.id === id && one.name === name);

// The names of the functions, imported ones first.
const names = new Map();
at = section(0, "name").start;
while (at < section(0, "name").end) {
  const kind = bytes[at++];
  const end = number() + at;
  if (kind === 1) for (let count = number(); count > 0; count--) names.set(number(), text());
  at = end;
}
// Functions that are imported come first, and have no code.
let imported = 0;
at = section(2).start;
for (let rest = number(); rest > 0; rest--) {
  text();
  text();
  const kind = bytes[at++];
  if (kind === 0) imported++;
  // A function has a type, a table and a memory have limits, a global has a type and says whether it changes.
  if (kind === 1) at++;
  if (kind === 1 || kind === 2) {
    const limits = bytes[at++];
    number();
    if (limits & 1) number();
  } else if (kind === 3) at += 2;
  else number();
}
at = section(10).start;
const count = number();

// `<a::B as c::D>::e` belongs to `a`; what only the standard library names, to it. `_ZN1a1bE…` is a mangled `a::b`.
function place(name) {
  const path = name.startsWith("_ZN")
    ? [...name.slice(3).matchAll(/(\d+)([a-zA-Z_]\w*)/g)].map(([, length, word]) => word.slice(0, length)).join("::")
    : name.replace(/\[[0-9a-f]+\]/g, "");
  const crates = path.match(/(?<![\w:])[a-z_]\w*(?=::)/g) ?? [];
  const crate = crates.find((one) => !STANDARD.includes(one));
  if (!crate) return crates.length ? STANDARD.join(", ") : "(no Rust name)";
  return crate === OWN ? `${OWN}::${path.match(new RegExp(`${OWN}::([a-z_]+)`))?.[1] ?? ""}` : crate;
}

const sizes = new Map();
const add = (key, size) => sizes.set(key, (sizes.get(key) ?? 0) + size);
for (let index = 0; index < count; index++) {
  const size = number();
  add(place(names.get(imported + index) ?? ""), size);
  at += size;
}
const data = section(11);
add("(data: texts and tables)", data.end - data.start);

const whole = [...sizes.values()].reduce((sum, size) => sum + size, 0);
const stripped = Buffer.concat(sections.filter(({ id }) => id !== 0).map(({ start, end }) => bytes.subarray(start, end)));
const ratio = brotliCompressSync(stripped).length / stripped.length;
console.log(`${file}: ${(stripped.length / 1000).toFixed(0)} KB raw without names, ${((stripped.length * ratio) / 1000).toFixed(0)} KB compressed`);
for (const [key, size] of [...sizes].sort((a, b) => b[1] - a[1]).filter(([, size]) => size * ratio > 500)) {
  console.log(`${((size * ratio) / 1000).toFixed(1).padStart(7)} KB  ${((size / whole) * 100).toFixed(1).padStart(5)} %  ${key}`);
}
