// Prints what a first visit to the built site transfers: each file compressed with brotli 11, KB = 1000 B.
//   node scripts/size.mjs [--budget KB] [--later NAME]... [DIRECTORY]
// --budget exits with 1 if the total exceeds it. --later does not count files whose path starts with NAME: the page loads
// them on first use.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants } from "node:zlib";

const { values, positionals } = parseArgs({
  options: { budget: { type: "string" }, later: { type: "string", multiple: true, default: [] } },
  allowPositionals: true,
});
const root = positionals[0] ?? "dist";
const budget = values.budget === undefined ? Infinity : Number(values.budget);
if (Number.isNaN(budget)) throw new Error(`--budget takes a number of KB, not ${values.budget}`);

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .map((path) => {
    const bytes = readFileSync(path);
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    const name = relative(root, path);
    const later = values.later.some((start) => name.startsWith(start));
    return { name, later, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
  })
  .sort((a, b) => b.brotli - a.brotli);

const line = (brotli, raw, name) => console.log(`${String(brotli).padStart(9)} B ${String(raw).padStart(9)} B  ${name}`);
console.log("   brotli         raw");
for (const { name, later, raw, brotli } of files) line(brotli, raw, later ? `${name} (on first use, not counted)` : name);

const sum = (key) => files.filter(({ later }) => !later).reduce((total, file) => total + file[key], 0);
const total = sum("brotli") / 1000;
const allowed = budget === Infinity ? "" : `, budget ${budget} KB`;
console.log(`Size of the site, brotli, first visit: ${total.toFixed(1)} KB (${(sum("raw") / 1000).toFixed(1)} KB raw)${allowed}`);
if (total > budget) {
  console.error(`The site is ${(total - budget).toFixed(1)} KB over its budget.`);
  process.exit(1);
}
