// A cold load over a slow link with a slow CPU: what is fetched, when something is seen, and when typing changes the output.

// Slow 3G is slower, most phones are faster.
const LINK = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const CPU = 4;
// What is typed. Together with the text that the link gives, no page shows it by itself.
const TYPED = "q";

// Runs in the page before anything else: notes when things happen, and says when the input can be typed into.
function watch({ input, output, typed }) {
  const seen = (globalThis.bench = {});
  const AGAIN = 500;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName("first-contentful-paint")) seen.paint ??= entry.startTime;
  }).observe({ type: "paint", buffered: true });
  const isVisible = (element) => element?.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const look = () => {
    const [from, to] = [document.querySelector(input), document.querySelector(output)];
    if (isVisible(to) && to.textContent.trim()) seen.output ??= performance.now();
    // Again and again: a page may forget what was typed before its program ran.
    if (isVisible(from) && performance.now() > (seen.typed ?? -AGAIN) + AGAIN) {
      from.focus();
      from.setSelectionRange?.(from.value.length, from.value.length);
      if (document.activeElement === from) {
        seen.typed = performance.now();
        console.debug("bench: type");
      }
    }
    const value = from?.value ?? "";
    if (value.endsWith(typed) && to?.textContent.includes(value) && isVisible(to)) seen.changed ??= performance.now();
    if (seen.changed === undefined) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export async function measureLoad(browser, { server, rest }, { input, output }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", LINK);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU });
  const asked = [];
  session.on("Network.requestWillBeSent", ({ request }) => asked.push(request.url));
  await page.addInitScript(watch, { input, output, typed: TYPED });
  page.on("console", (message) => message.text() === "bench: type" && page.keyboard.press(TYPED));
  await page.goto(server.address + rest);
  await page.waitForFunction(() => globalThis.bench.changed !== undefined, undefined, { timeout: 60_000, polling: 100 });
  const reacted = asked.length;
  await page.waitForLoadState("networkidle");
  const bytes = (urls) => [...new Set(urls)].reduce((sum, url) => sum + server.size(url), 0);
  const { paint, output: visible, changed } = await page.evaluate(() => globalThis.bench);
  await context.close();
  return { transfer: bytes(asked), reacted: bytes(asked.slice(0, reacted)), paint, visible, changed };
}
