// A static host on loopback that sends every file as most hosts do in production: compressed with brotli. That takes seconds,
// so it is done before the first visit.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, relative } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json" };

// Returns where the directory is served, the size of each of its files as sent, and how to stop.
export async function serve(directory) {
  const files = new Map();
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    files.set(`/${relative(directory, path)}`, brotliCompressSync(bytes, { params }));
  }
  const pathOf = (url) => {
    const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
    return path.endsWith("/") ? `${path}index.html` : path;
  };
  const server = createServer(({ url }, response) => {
    const path = pathOf(url);
    const body = files.get(path);
    if (body) {
      const type = TYPES[path.split(".").pop()] ?? "application/octet-stream";
      response.writeHead(200, { "Content-Type": type, "Content-Encoding": "br", "Content-Length": body.length, "Cache-Control": "no-store" });
      response.end(body);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const size = (url) => files.get(pathOf(url))?.length ?? 0;
  return { address: `http://127.0.0.1:${server.address().port}/`, size, stop: () => server.close() };
}
