// Splits the page's wasm at the functions that carry #[wasm_split] (src/ui/later.rs): what only such a function reaches
// becomes a file of its own, which the page fetches on first use. Trunk knows no split wasm, so this does wasm-bindgen's
// and wasm-opt's work once more, on the parts, and puts all scripts into one file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";

// What rustc lets wasm use. -Oz twice: the second finds what the first has uncovered.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
const optimise = [...features.map((name) => `--enable-${name}`), "--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"];

// The program of `profile` as files in `directory`: the names of the script and of the wasm that a page starts with.
export function split(profile, directory) {
  const isRelease = profile === "release";
  const work = join(process.env.CARGO_TARGET_DIR ?? "target", "split", profile);
  const built = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", profile, "page.wasm");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  run("wasm-split-cli", [built, work, "--target=web", "--out-name=page"]);
  // The parts take what they share with the first one from its exports: --keep-lld-exports.
  run("wasm-bindgen", [join(work, "page.wasm"), `--out-dir=${work}`, "--target=web", "--keep-lld-exports", "--no-typescript"]);

  const parts = readdirSync(work).filter((name) => /^(page_bg|split_\w+|chunk_\w+)\.wasm$/.test(name));
  const names = new Map();
  for (const part of parts) {
    const path = join(work, part);
    if (isRelease) run("wasm-opt", [...optimise, "--strip-debug", "--strip-producers", path, "-o", path]);
    names.set(part, hashed(part.replace("page_bg", "page").replace("split_", ""), readFileSync(path)));
  }
  const zip = transformSync(readFileSync("node_modules/client-zip/index.js", "utf8"), { minify: isRelease }).code;
  names.set("client-zip.js", hashed("client-zip.js", zip));
  for (const name of parts) copyFileSync(join(work, name), join(directory, names.get(name)));
  writeFileSync(join(directory, names.get("client-zip.js")), zip);

  // The page says itself that a part could not be fetched; where a page around it has taken it away meanwhile, that
  // concerns nobody.
  const loader = join(work, "__wasm_split.js");
  writeFileSync(loader, readFileSync(loader, "utf8").replace("console.error(e);", ""));

  // The names of the parts stand in the scripts that fetch them.
  const rename = (text) => [...names].reduce((all, [name, own]) => all.replaceAll(`./${name}`, `./${own}`), text);
  for (const path of scripts(work)) writeFileSync(path, rename(readFileSync(path, "utf8")));
  const bundle = buildSync({
    entryPoints: [join(work, "page.js")],
    bundle: true,
    format: "esm",
    target: "esnext",
    minify: isRelease,
    legalComments: "none",
    // wasm-bindgen names the script of the parts once for each of its functions.
    logOverride: { "duplicate-object-key": "silent" },
    external: [`./${names.get("client-zip.js")}`],
    write: false,
  });
  const script = bundle.outputFiles[0].text;
  const start = hashed("page.js", script);
  writeFileSync(join(directory, start), script);
  return { script: start, wasm: names.get("page_bg.wasm") };
}

// The scripts of a directory and those below it.
function scripts(directory) {
  return readdirSync(directory, { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(directory, name));
}

// A file's name with the hash of what is in it: two builds never share a name for different bytes.
function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return name.replace(/(\.\w+)$/, `-${hash}$1`);
}

function run(program, words) {
  execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
}
