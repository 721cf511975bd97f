// The height that an element reserves for what it shows, so that the page does not move when the frame loads.
import { keyOf, namesIn } from "./site.js";

// LINES is put in by scripts/post-build.mjs: the number of lines of each file at the start, and whether something is said of
// it, by starting point and launch type.

// The height of files: their lines, and what is above and below them.
export function heightOfFiles(settings, width) {
  const start = settings.get("start") === "docs" ? "docs" : "recommended";
  const type = settings.get("launch_type") === "EC2" ? "EC2" : "FARGATE";
  const known = namesIn(settings.get("files")).map((name) => LINES[start]?.[type]?.[name]);
  if (!known.every(Boolean)) return 0;
  const heights = known.map(([lines, notes]) => lines * 19 + 42 + (width <= 560 ? notes * 18 : 0));
  return heights.reduce((sum, height) => sum + height + 8, -8);
}

// The height of picked fields: two to a row where there is room, and the row of buttons below them. With the output it is
// not known.
export function heightOfForm(settings, width) {
  const picked = namesIn(settings.get("fields")).concat(namesIn(settings.get("lock"))).map(keyOf);
  if (settings.get("files") !== "" || !picked.length) return 0;
  const isNarrow = width < 560;
  const rows = Math.ceil(new Set(picked).size / (isNarrow ? 1 : 2));
  return isNarrow ? rows * 84 + 50 : rows * 95 + 28;
}
