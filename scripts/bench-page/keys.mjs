// What a keystroke costs a page that is there: until the document changes and the next frame is done with a slow CPU, and the
// work of the main thread and the memory without.

// A fast typist's pause between two keys, in milliseconds.
const PAUSE = 40;
const LETTERS = "abcdefghij";

// Runs in the page: measures from the key event to the first change of the document and to the end of the next frame.
function watch() {
  const seen = (globalThis.bench = { times: [], long: 0 });
  new PerformanceObserver((list) => (seen.long += list.getEntries().length)).observe({ type: "longtask" });
  let start;
  addEventListener("keydown", () => (start = performance.now()), true);
  new MutationObserver(() => {
    if (start === undefined) return;
    const [own, changed] = [start, performance.now() - start];
    start = undefined;
    requestAnimationFrame(() => setTimeout(() => seen.times.push([changed, performance.now() - own])));
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
}

// Letters and then their removal, so that the text stays one that a page accepts.
async function type(page, keys) {
  for (let at = 0; at < keys; at++) {
    const turn = at % (2 * LETTERS.length);
    await page.keyboard.press(turn < LETTERS.length ? LETTERS[turn] : "Backspace");
    await page.waitForTimeout(PAUSE);
  }
}

export async function measureKeys(browser, { server, rest }, { input, output }, keys) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await page.addInitScript(() => {
    // The size of the program's memory, wherever it is made.
    for (const name of ["instantiate", "instantiateStreaming"]) {
      const make = WebAssembly[name];
      WebAssembly[name] = async (...all) => {
        const made = await make(...all);
        globalThis.benchMemory ??= (made.instance ?? made).exports.memory;
        return made;
      };
    }
  });
  await page.goto(server.address + rest, { waitUntil: "networkidle" });
  await page.waitForFunction((css) => document.querySelector(css)?.textContent.trim(), output);
  await page.focus(input);
  await page.keyboard.press("End");
  await type(page, 2 * LETTERS.length);
  await page.waitForTimeout(2_000);
  await session.send("Performance.enable");
  const memory = () => memoryOf(page, session);
  const [before, work] = [await memory(), await metrics(session)];
  await type(page, keys);
  const worked = await metrics(session);
  await page.waitForTimeout(2_000);
  const after = await memory();

  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.evaluate(watch);
  await type(page, keys);
  await page.waitForTimeout(1_000);
  const { times, long } = await page.evaluate(() => globalThis.bench);
  await context.close();
  const per = (name) => ((worked[name] - work[name]) * 1000) / keys;
  return {
    changes: times.map(([changed]) => changed),
    frames: times.map(([, frame]) => frame),
    long,
    cpu: per("TaskDuration"),
    style: per("RecalcStyleDuration") + per("LayoutDuration"),
    heap: (after.heap - before.heap) / keys,
    wasm: [before.wasm, after.wasm],
    nodes: after.nodes,
  };
}

async function metrics(session) {
  const { metrics } = await session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function memoryOf(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const wasm = await page.evaluate(() => globalThis.benchMemory?.buffer.byteLength);
  const nodes = await page.evaluate(() => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let count = 1;
    while (walker.nextNode()) count++;
    return count;
  });
  return { heap: usedSize, wasm, nodes };
}
