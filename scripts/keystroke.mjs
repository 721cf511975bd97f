// What a keystroke costs in the built page: types into the delegate's name in headless Chromium with the CPU slowed four
// times, and prints how long it takes until the panes have changed and until the frame after that, beside the same with
// a page of one input, one <pre> and ten lines of script (what the harness itself costs). Timings are of this machine
// and moment: compare the two columns of one run.   node scripts/keystroke.mjs [DIRECTORY] [KEYSTROKES]
import { browse, serve } from "./chromium.mjs";

const [directory = "dist", keystrokes = "200"] = process.argv.slice(2);
const control = `<!doctype html><html data-ready><meta charset="utf-8"><input name="delegate_name"><pre data-file="task-spec.json"></pre><script>
const input = document.querySelector("input"), pre = document.querySelector("pre");
input.oninput = () => { pre.textContent = JSON.stringify({ family: input.value, cpu: "1024", memory: "2048" }, null, 2); };
</script>`;
const site = await serve(directory, { own: (path) => (path === "/control" ? control : undefined) });

// Runs in the page: from the key event to the change of a pane, and to the frame after it.
const measure = `const [pause] = arguments;
  window.times = [];
  let start;
  new MutationObserver(() => {
    if (start === undefined) return;
    const changed = performance.now() - start, own = start;
    start = undefined;
    requestAnimationFrame(() => setTimeout(() => times.push([changed, performance.now() - own])));
  }).observe(document.body, { childList: true, characterData: true, subtree: true });
  addEventListener("keydown", (event) => { start = performance.now(); }, true);
  document.querySelector("[name=delegate_name]").focus();`;

let browser;
try {
  browser = await browse();
  const { run, devtools } = browser;
  const full = "launch_type=FARGATE&region=us-west-2&account_id=6_vVHzo9Qeu9fXvj-AcQCb&manager_url=https://app.harness.io&image=harness/delegate:26.10.87203&subnets=subnet-0a1b2c3d4e5f67890&security_groups=sg-0a1b2c3d4e5f67890&env=A=1&tags=team=blue";
  const of = async (path) => {
    await browser.open(site.address + path);
    await devtools("Emulation.setCPUThrottlingRate", { rate: 4 });
    await run(measure);
    const active = () => devtools("Performance.getMetrics", {}).then(({ metrics }) => metrics.find(({ name }) => name === "TaskDuration").value);
    await devtools("Performance.enable", {});
    const before = await active();
    for (let at = 0; at < Number(keystrokes); at += 1) {
      const key = "abcdefghij"[at % 10];
      for (const type of ["keyDown", "keyUp"]) await devtools("Input.dispatchKeyEvent", { type, key, text: type === "keyDown" ? key : undefined });
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
    const after = await active();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const times = await run("return times");
    const percentile = (column, part) => times.map((time) => time[column]).sort((a, b) => a - b)[Math.floor((times.length - 1) * part)];
    await devtools("Emulation.setCPUThrottlingRate", { rate: 1 });
    return { seen: times.length, p50: percentile(0, 0.5), p95: percentile(0, 0.95), frame95: percentile(1, 0.95), task: ((after - before) * 1000) / Number(keystrokes) };
  };
  const rows = [["control", await of("control")], ["the page", await of(`#${full}`)], ["the page, Terraform", await of(`?${full}&way=terraform`)]];
  console.log(`${"".padEnd(22)} key → change p50   p95   key → frame p95   main thread per keystroke   (ms, CPU slowed 4×)`);
  for (const [name, { seen, p50, p95, frame95, task }] of rows) {
    const cells = [p50, p95, frame95, task].map((time) => time.toFixed(1));
    console.log(`${name.padEnd(22)} ${cells[0].padStart(16)} ${cells[1].padStart(5)} ${cells[2].padStart(17)} ${cells[3].padStart(27)}   ${seen} of ${keystrokes} seen`);
  }
} finally {
  await browser?.close();
  site.stop();
}
