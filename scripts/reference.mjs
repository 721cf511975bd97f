// Trunk's post_build hook too: makes rules.html of the built site from docs/rules.md, the reference of the rules, which
// is made from the code. It reads what that page consists of, and no more of Markdown: headings (their text is their
// anchor), paragraphs, lists, tables, links, `code`, **strong** and *emphasis*.
//   node scripts/reference.mjs [DIRECTORY]
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const directory = process.env.TRUNK_STAGING_DIR ?? process.argv[2];
if (!directory) {
  console.error("usage: reference.mjs DIRECTORY (Trunk gives it as TRUNK_STAGING_DIR)");
  process.exit(2);
}
const root = new URL("..", import.meta.url);
const read = (name) => readFileSync(new URL(name, root), "utf8");

const escape = (text) => text.replaceAll("&lt;", "<").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const anchor = (heading) => heading.toLowerCase().replaceAll(" ", "-").replace(/[^a-z0-9-]/g, "");

/** Text in a line: code first, since nothing in it is markup. */
function inline(text) {
  return text
    .split(/(`[^`]*`)/)
    .map((piece) => {
      if (piece.startsWith("`") && piece.length > 1) return `<code>${escape(piece.slice(1, -1).replaceAll("\\|", "|"))}</code>`;
      return escape(piece.replaceAll("\\|", "|"))
        .replace(/\[([^\]]*)\]\((#[a-z0-9-]+|https:\/\/[^\s)]+)\)/g, (_, words, address) =>
          address.startsWith("#") ? `<a href="${address}">${words}</a>` : `<a href="${address}" target="_blank" rel="noopener noreferrer">${words}</a>`)
        .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>");
    })
    .join("")
    // What AWS says is quoted as emphasis, and may have code in it.
    .replace(/\*([^*]+)\*/g, "<em>$1</em>");
}

/** One block: what stands between two blank lines. */
function block(text) {
  if (text.startsWith("<!--")) return "";
  const heading = /^(#{1,3}) (.*)$/.exec(text);
  if (heading) {
    const [, { length: level }, words] = heading;
    return `<h${level} id="${anchor(words)}">${inline(words)}</h${level}>`;
  }
  const lines = text.split("\n");
  if (lines.every((line) => line.startsWith("- "))) return `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join("")}</ul>`;
  if (lines[0].startsWith("| ")) {
    const row = (line, cell) => `<tr>${line.slice(2, -2).split(/(?<!\\) \| /).map((words) => `<${cell}>${inline(words)}</${cell}>`).join("")}</tr>`;
    return `<div class="wide"><table><thead>${row(lines[0], "th")}</thead><tbody>${lines.slice(2).map((line) => row(line, "td")).join("")}</tbody></table></div>`;
  }
  return `<p>${inline(text)}</p>`;
}

const markdown = read("docs/rules.md");
const body = markdown.trim().split(/\n\n+/).map(block).filter(Boolean).join("\n");

const style = `${read("style/tokens.css")}${read("style/base.css")}
body{max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}
h1{font-size:1.75rem;line-height:1.2;margin:1rem 0}
h2,h3{margin:2rem 0 .5rem;overflow-wrap:anywhere}
h2:target,h3:target{outline:2px solid var(--accent);outline-offset:.25rem}
p,ul,.wide{margin:.75rem 0}
ul{padding-left:1.25rem;list-style:disc}
code{overflow-wrap:anywhere}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:var(--s)}
th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
`;
// The theme that was chosen on the page.
const script = /<script>([^<]*localStorage[^<]*)<\/script>/.exec(read("index.html"))?.[1];
if (!script) throw new Error("index.html has no script that sets the theme");
const icon = `data:image/svg+xml;base64,${Buffer.from(read("style/favicon.svg")).toString("base64")}`;
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;

writeFileSync(join(directory, "rules.html"), `<!doctype html>
<html lang="en">
<head>
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${icon}">
<title>Rules · ECS Delegate Configurator</title>
<script>${script}</script>
<style>${style}</style>
</head>
<body>
<nav aria-label="Site"><a href="./">ECS Delegate Configurator</a></nav>
<main>
${body}
</main>
</body>
</html>
`);
