// The service worker: after a first visit the site works without a network. scripts/offline.mjs puts the build's files
// and their hashes in front (FILES: path → SHA-256 in base64; VERSION: the hash of all of it).
//
// A build is kept whole or not at all: every file of it is compared with its hash before the first one is used. What
// carries its hash in its name is never asked for twice. Everything else is asked of the network first, so that an online
// visitor always has the newest build, and comes from the newest kept build where there is no answer.

// Caches belong to an origin, which may have several sites.
const PREFIX = `ecs-delegate-configurator ${registration.scope} `;
const CACHE = PREFIX + VERSION;
// How long the network may take until the kept page is shown, in milliseconds.
const PATIENCE = 4000;

const isHashed = (path) => /-[0-9a-f]{16}\.\w+$/.test(path);

async function keep() {
  if (await caches.has(CACHE)) return;
  const files = await Promise.all(
    Object.entries(FILES).map(async ([path, hash]) => {
      const response = await fetch(path, { cache: isHashed(path) ? "default" : "no-cache" });
      const bytes = await response.clone().arrayBuffer();
      const found = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
      if (!response.ok || btoa(String.fromCharCode(...found)) !== hash) throw new Error(`${path} is of another build`);
      return [path, response];
    }),
  );
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(([path, response]) => cache.put(path, response)));
}

// Of the earlier builds the last one stays: pages of it may still be open, and want parts of it.
async function forget() {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
}

addEventListener("install", (event) => event.waitUntil(keep().then(() => skipWaiting())));
addEventListener("activate", (event) => event.waitUntil(forget().then(() => clients.claim())));

addEventListener("fetch", (event) => {
  const { method, url, mode } = event.request;
  if (method !== "GET" || !url.startsWith(registration.scope)) return;
  const path = url.slice(registration.scope.length).replace(/[?#].*/, "");
  if (isHashed(path)) {
    event.respondWith(anyKept(path).then((kept) => kept ?? fetch(event.request)));
  } else if (mode === "navigate" || path in FILES) {
    event.respondWith(newest(event.request, path === "index.html" ? "" : path));
  }
});

async function anyKept(path) {
  for (const name of await caches.keys()) {
    if (!name.startsWith(PREFIX)) continue;
    const kept = await (await caches.open(name)).match(path);
    if (kept) return kept;
  }
}

async function newest(request, path) {
  const kept = (await caches.open(CACHE)).match(path || "./");
  const fetched = fetch(request);
  // Where the kept page was faster, its failure concerns nobody.
  fetched.catch(() => {});
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  try {
    const answer = await Promise.race([fetched, late.then(() => kept)]);
    // A host that is being updated or is broken answers with an error: the kept page is better.
    if (answer?.ok || answer?.type === "opaqueredirect") return answer;
  } catch {
    // No network.
  }
  return (await kept) ?? fetched;
}
