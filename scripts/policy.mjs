// The Content-Security-Policy of a page: what the page itself brings, and nothing else.
import { createHash } from "node:crypto";

// The page with its policy first in <head>. `files` is where its own files may come from: 'self', or 'none' for a page
// that is one file.
export function withPolicy(html, files) {
  // Only inline elements: those without a src.
  const hashes = (element) => {
    const found = html.matchAll(new RegExp(`<${element}(?![^>]*\\ssrc=)[^>]*>([\\s\\S]*?)</${element}>`, "g"));
    return [...found].map(([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  };
  const own = files === "'none'" ? [] : [files];
  const policy = [
    "default-src 'none'",
    // wasm-unsafe-eval lets wasm be compiled; it allows no eval of JavaScript.
    ["script-src", ...own, "'wasm-unsafe-eval'", ...hashes("script")].join(" "),
    ["style-src", ...own, ...hashes("style")].join(" "),
    ["img-src", ...own, "data:"].join(" "),
    `font-src ${files}`,
    `connect-src ${files}`,
    `worker-src ${files}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  // A function, since a replacement's text would give `$` a meaning.
  const done = html.replace("<head>", () => `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`);
  if (!done.includes(policy)) throw new Error("the page has no <head>");
  return done;
}
