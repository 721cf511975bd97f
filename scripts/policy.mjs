// The Content-Security-Policy of a page: it allows what the page brings and nothing else.
import { createHash } from "node:crypto";
import { attribute, create, elements, only, prepend, remove, textOf } from "./html.mjs";

const meta = { "http-equiv": "Content-Security-Policy" };

// Puts the policy of a page first into its <head> and removes an older one. `files` says where the page's own files come
// from: 'self', or 'none' for a page that is one file.
export function setPolicy(page, files) {
  for (const old of elements(page, "meta", meta)) remove(old);
  // An element with a src is not inline.
  const inline = (name) => elements(page, name).filter((element) => attribute(element, "src") === undefined);
  const hash = (element) => `'sha256-${createHash("sha256").update(textOf(element)).digest("base64")}'`;
  const own = files === "'none'" ? [] : [files];
  const policy = [
    "default-src 'none'",
    // wasm-unsafe-eval allows compiling wasm, not JavaScript's eval.
    ["script-src", ...own, "'wasm-unsafe-eval'", ...inline("script").map(hash)].join(" "),
    ["style-src", ...own, ...inline("style").map(hash)].join(" "),
    ["img-src", ...own, "data:"].join(" "),
    `font-src ${files}`,
    `connect-src ${files}`,
    `worker-src ${files}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  prepend(only(page, "head"), create("meta", { ...meta, content: policy }));
}
