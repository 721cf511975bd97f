// The table of a measurement: a row for each figure, a column for each page. The last page is the control: rows whose budget is
// a ratio also say how many times its figure the others have.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const median = (numbers) => sorted(numbers)[Math.floor(numbers.length / 2)];
const percentile = (numbers, part) => sorted(numbers)[Math.floor(((numbers.length - 1) * part) / 100)] ?? NaN;

const kb = (bytes) => (bytes / 1000).toFixed(1);
const ms = (time) => time.toFixed(time < 100 ? 1 : 0);
const mb = (bytes) => (bytes === undefined ? "–" : (bytes / 1e6).toFixed(1));

// Each row: its name, the figure of a page, how to print it, and whether it is compared with the control.
const ROWS = [
  ["cold transfer, brotli 11, KB", ({ loads }) => median(loads.map((load) => load.transfer)), kb],
  ["of it until the page reacts, KB", ({ loads }) => median(loads.map((load) => load.reacted)), kb],
  ["first contentful paint, slow link, 4× CPU, ms", ({ loads }) => median(loads.map((load) => load.paint)), ms, true],
  ["output visible, same, ms", ({ loads }) => median(loads.map((load) => load.visible)), ms, true],
  ["typing changes the output, same, ms", ({ loads }) => median(loads.map((load) => load.changed)), ms, true],
  ["key → document changed, 4× CPU, p50, ms", ({ keys }) => percentile(keys.flatMap((one) => one.changes), 50), ms, true],
  ["same, p95, ms", ({ keys }) => percentile(keys.flatMap((one) => one.changes), 95), ms, true],
  ["key → next frame done, 4× CPU, p95, ms", ({ keys }) => percentile(keys.flatMap((one) => one.frames), 95), ms, true],
  ["long tasks while typing, 4× CPU, of all keys", ({ keys }, count) => `${keys.reduce((sum, one) => sum + one.long, 0)} of ${count}`, String],
  ["main thread per key, ms", ({ keys }) => median(keys.map((one) => one.cpu)), ms, true],
  ["of it style and layout, ms", ({ keys }) => median(keys.map((one) => one.style)), ms],
  ["heap slope, bytes a key", ({ keys }) => median(keys.map((one) => one.heap)), (bytes) => bytes.toFixed(0)],
  ["wasm memory before and after, MB", ({ keys }) => keys[0].wasm.map(mb).join(" → "), String],
  ["nodes of the document", ({ keys }) => median(keys.map((one) => one.nodes)), String],
];

export function table(pages, { keys, runs, markdown }) {
  const control = pages.at(-1);
  const cell = (page, [, figure, print, isCompared]) => {
    const value = figure(page, keys * runs);
    const ratio = isCompared && page !== control ? ` (${(value / figure(control)).toFixed(1)}×)` : "";
    return print(value) + ratio;
  };
  const rows = [["", ...pages.map(({ name }) => name)], ...ROWS.map((row) => [row[0], ...pages.map((page) => cell(page, row))])];
  if (markdown) rows.splice(1, 0, rows[0].map((_, at) => (at ? "---:" : "---")));
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) => {
    const cells = row.map((text, column) => (column ? text.padStart(widths[column]) : text.padEnd(widths[column])));
    return markdown ? `| ${row.join(" | ")} |` : cells.join("   ");
  };
  return rows.map(line).join("\n");
}
