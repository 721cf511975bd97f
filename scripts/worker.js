// The service worker: after a first visit the site works without a network. scripts/offline.mjs puts the build's files
// and their hashes in front (FILES: path → SHA-256 in base64; VERSION: the hash of all of it).
//
// It caches a build whole or not at all: it compares every file with its hash before it uses the first one, and a cache that
// lacks a file (the browser had no room, or somebody deleted it) counts for nothing until a later visit has mended it. It
// never requests a file with a hash in its name twice. For all other files it asks the network first, so that an online
// visitor always gets the newest build, and falls back to the newest cached build. Where the browser's cache fails, every
// request goes to the network.

// Caches belong to an origin, which can host several sites.
const PREFIX = `ecs-delegate-configurator ${registration.scope} `;
const CACHE = PREFIX + VERSION;
// How long to wait for the network before showing the cached page, in milliseconds.
const PATIENCE = 4000;

const isHashed = (path) => /-[0-9a-f]{16}\.\w+$/.test(path);

// The paths that the cached build lacks.
async function lacking() {
  const paths = Object.keys(FILES);
  if (!(await caches.has(CACHE))) return paths;
  const kept = new Set((await (await caches.open(CACHE)).keys()).map(({ url }) => url));
  return paths.filter((path) => !kept.has(new URL(path, registration.scope).href));
}

async function keep() {
  const files = await Promise.all(
    (await lacking()).map(async (path) => {
      const response = await fetch(path, { cache: isHashed(path) ? "default" : "no-cache" });
      const bytes = await response.clone().arrayBuffer();
      const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      if (!response.ok || btoa(String.fromCharCode(...found)) !== FILES[path]) throw new Error(`${path} is of another build`);
      return [path, response];
    }),
  );
  if (!files.length) return;
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(files.map(([path, response]) => cache.put(path, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

// Keep the previous build: open pages may still fetch its parts.
async function forget() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
}

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(forget().catch(() => {}).then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  const path = url.slice(registration.scope.length).replace(/[?#].*/, "");
  if (isHashed(path)) {
    event.respondWith(anyKept(path).catch(() => {}).then((kept) => kept ?? fetch(event.request)));
  } else if (mode === "navigate" || path in FILES) {
    event.respondWith(newest(event.request, path === "index.html" ? "" : path));
    // Caches the build again if it is no longer whole. Without a pause: a newer worker waits for this one's work to end.
    if (mode === "navigate") event.waitUntil(keep().catch(() => {}));
  }
});

async function anyKept(path) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const kept = await (await caches.open(name)).match(path);
    if (kept) return kept;
  }
}

// A file of the cached build, if that is whole.
async function ofWhole(path) {
  if (!(await lacking()).length) return (await caches.open(CACHE)).match(path);
}

async function newest(request, path) {
  const kept = ofWhole(path || "./").catch(() => {});
  const fetched = fetch(request);
  // If the cached page was faster, a failure of the network does not matter.
  fetched.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const answer = await Promise.race([fetched, late.then(() => kept)]);
    // A host that is broken or being updated answers with an error; the cached page is better.
    if (answer?.ok || answer?.type === "opaqueredirect") return answer;
  } catch {
    // No network.
  }
  return (await kept) ?? fetched;
}
