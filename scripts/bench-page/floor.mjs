// Builds the floor (benches/floor) into target/floor/site, with the tools and flags of the page.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { optimise } from "../split.mjs";

const target = join(process.env.CARGO_TARGET_DIR ?? "target", "floor");
const site = join(target, "site");
const manifest = ["--release", "--locked", "--manifest-path", "benches/floor/Cargo.toml", "--target-dir", target];
const run = (program, words) => execFileSync(program, words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

// The page is split, for which its wasm carries relocations (.cargo/config.toml). These flags take the place of those.
process.env.RUSTFLAGS = "--remap-path-prefix=/=/";
run("cargo", ["build", ...manifest, "--features", "hydrate", "--target", "wasm32-unknown-unknown"]);
delete process.env.RUSTFLAGS;
const html = run("cargo", ["run", "--quiet", ...manifest, "--features", "ssr"]).trim();

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });
run("wasm-bindgen", [join(target, "wasm32-unknown-unknown/release/floor.wasm"), `--out-dir=${site}`, "--target=web", "--no-typescript"]);
const wasm = join(site, "floor_bg.wasm");
run("wasm-opt", [...optimise, "--strip-debug", "--strip-producers", wasm, "-o", wasm]);
const script = join(site, "floor.js");
writeFileSync(script, transformSync(readFileSync(script, "utf8"), { minify: true, format: "esm" }).code);
writeFileSync(
  join(site, "index.html"),
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Floor</title><link rel="modulepreload" href="floor.js"><link rel="preload" href="floor_bg.wasm" as="fetch" type="application/wasm" crossorigin></head><body>${html}<script type="module">import start from "./floor.js";start()</script></body></html>`,
);
