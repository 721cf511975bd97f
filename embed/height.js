// The height that an element reserves for what it shows, so that the page does not move when the frame loads.
import { keyOf, namesIn } from "./site.js";

// scripts/post-build.mjs puts in what is known of the forms at the start, by starting point and launch type: LINES, the number
// of lines of each file, and whether something is said of it; and FOUND, the fields with a finding. HELP is the number of characters of
// each field's help.
function known(all, settings) {
  const start = settings.get("start") === "docs" ? "docs" : "recommended";
  return all[start][settings.get("launch_type") === "EC2" ? "EC2" : "FARGATE"];
}

// A name that the page gives can be that of anything, such as `constructor`.
const own = (all, name) => (Object.hasOwn(all, name) ? all[name] : undefined);

// The height of files: their lines, and what is above and below them.
export function heightOfFiles(settings, width) {
  const files = namesIn(settings.get("files")).map((name) => own(known(LINES, settings), name));
  if (!files.every(Boolean)) return 0;
  const heights = files.map(([lines, notes]) => lines * 19 + (width <= 560 ? 36 + notes * 16 : 42));
  return heights.reduce((sum, height) => sum + height + 8, -8);
}

// The height of picked fields, two to a row where there is room, and of the row of buttons below them. With the output it is not
// known.
export function heightOfForm(settings, width) {
  const names = namesIn(settings.get("fields")).concat(namesIn(settings.get("lock"))).map(keyOf);
  const above = names.some((name) => ABOVE.includes(name)) ? 44 : 0;
  const picked = [...new Set(names)].filter((name) => !ABOVE.includes(name));
  if (settings.get("files") !== "" || !picked.length) return 0;
  const isNarrow = width < 560;
  let height = above + (isNarrow ? 66 : 30);
  for (let at = 0; at < picked.length; at += isNarrow ? 1 : 2) {
    const row = picked.slice(at, isNarrow ? at + 1 : at + 2);
    // A finding takes the place of the help, which a phone does not show.
    const hasFinding = row.some((name) => known(FOUND, settings).includes(name));
    const help = Math.max(...row.map((name) => Math.ceil(((own(HELP, name) ?? 0) * 6.4) / ((width - 22) / 2))));
    height += isNarrow ? (hasFinding ? 168 : 84) : 77 + Math.max(hasFinding ? 70 : 0, help * 18);
  }
  return height;
}

// What stands above the fields, in one row.
const ABOVE = ["way", "launch_type"];
