// Splits the page's wasm at the functions marked #[wasm_split] (src/ui/later.rs): code that only such a function reaches
// becomes a separate file, which the page fetches on first use. Trunk does not support split wasm, so this script runs
// wasm-bindgen and wasm-opt again, on the parts, and bundles all scripts into one file.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync, transformSync } from "esbuild";

// The features that rustc enables. The second -Oz optimises what the first uncovers.
const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
export const optimise = [...features.map((name) => `--enable-${name}`), "--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"];

// A profiler needs the functions' names: KEEP_NAMES=1 make build.
const namesOfFunctions = process.env.KEEP_NAMES ? ["--debuginfo"] : ["--strip-debug", "--strip-producers"];

// Writes the program of `profile` into `directory`. Returns the names of the script and the wasm that start the page.
export function split(profile, directory) {
  const isRelease = profile === "release";
  const work = join(process.env.CARGO_TARGET_DIR ?? "target", "split", profile);
  const built = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown", profile, "page.wasm");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  run("wasm-split-cli", [built, work, "--target=web", "--out-name=page"]);
  // The parts import what they share from the first part: --keep-lld-exports.
  run("wasm-bindgen", [join(work, "page.wasm"), `--out-dir=${work}`, "--target=web", "--keep-lld-exports", "--no-typescript"]);

  const parts = readdirSync(work).filter((name) => /^(page_bg|split_\w+|chunk_\w+)\.wasm$/.test(name));
  const names = new Map();
  for (const part of parts) {
    const path = join(work, part);
    if (isRelease) run("wasm-opt", [...optimise, ...namesOfFunctions, path, "-o", path]);
    names.set(part, hashed(part.replace("page_bg", "page").replace("split_", ""), readFileSync(path)));
  }
  const zip = transformSync(readFileSync("node_modules/client-zip/index.js", "utf8"), { minify: isRelease }).code;
  names.set("client-zip.js", hashed("client-zip.js", zip));
  for (const name of parts) copyFileSync(join(work, name), join(directory, names.get(name)));
  writeFileSync(join(directory, names.get("client-zip.js")), zip);

  // The page itself reports a part that cannot be fetched. If the page around has removed it meanwhile, nobody needs to
  // know.
  const loader = join(work, "__wasm_split.js");
  // A host may send wasm with another type, with which the browser does not compile it while it arrives.
  const whole = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";
  const text = readFileSync(loader, "utf8");
  const streamed = "WebAssembly.instantiateStreaming(src, imports)";
  if (!text.includes(streamed)) throw new Error(`${loader} loads the parts in another way`);
  writeFileSync(loader, text.replace("console.error(e);", "").replaceAll(streamed, whole));

  // The scripts name the parts that they fetch.
  const rename = (text) => [...names].reduce((all, [name, own]) => all.replaceAll(`./${name}`, `./${own}`), text);
  for (const path of scripts(work)) writeFileSync(path, rename(readFileSync(path, "utf8")));
  const bundle = buildSync({
    entryPoints: [join(work, "page.js")],
    bundle: true,
    format: "esm",
    target: "esnext",
    minify: isRelease,
    legalComments: "none",
    // wasm-bindgen repeats the key for each function of the parts.
    logOverride: { "duplicate-object-key": "silent" },
    external: [`./${names.get("client-zip.js")}`],
    write: false,
  });
  const script = bundle.outputFiles[0].text;
  const start = hashed("page.js", script);
  writeFileSync(join(directory, start), script);
  return { script: start, wasm: names.get("page_bg.wasm") };
}

// All scripts below a directory.
function scripts(directory) {
  return readdirSync(directory, { recursive: true })
    .filter((name) => name.endsWith(".js"))
    .map((name) => join(directory, name));
}

// A file's name with the hash of its content, so that two builds never use one name for different bytes.
function hashed(name, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return name.replace(/(\.\w+)$/, `-${hash}$1`);
}

function run(program, words) {
  execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
}
