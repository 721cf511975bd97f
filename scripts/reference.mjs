// Writes rules.html, the reference of the rules as a page of the site, from docs/rules.md. Every finding links to its
// entry there.   node scripts/reference.mjs DIRECTORY
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Marked, Renderer } from "marked";
import { elements, parse, serialize, textOf } from "./html.mjs";
import { setPolicy } from "./policy.mjs";

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), "utf8");

// A heading's anchor is its text, as on GitHub. A link to another page opens in a new tab.
const renderer = {
  heading({ tokens, depth, text }) {
    const anchor = text.toLowerCase().replaceAll(" ", "-").replace(/[^a-z0-9-]/g, "");
    return `<h${depth} id="${anchor}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
  },
  link({ href, tokens }) {
    const away = href.startsWith("#") ? "" : ' target="_blank" rel="noopener noreferrer"';
    return `<a href="${href}"${away}>${this.parser.parseInline(tokens)}</a>`;
  },
  // A wide table scrolls; the page does not.
  table(token) {
    return `<div class="wide">${Renderer.prototype.table.call(this, token).trimEnd()}</div>\n`;
  },
  html: () => "",
};

export function writeReference(directory) {
  const body = new Marked({ renderer }).parse(read("docs/rules.md"));

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
th{white-space:nowrap}
th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
`;

  // Sets the theme that the user chose on the page.
  const scripts = elements(parse(read("index.html")), "script").map(textOf);
  const script = scripts.find((text) => text.includes("localStorage"));
  if (!script) throw new Error("index.html has no script that sets the theme");
  const icon = `data:image/svg+xml;base64,${Buffer.from(read("style/favicon.svg")).toString("base64")}`;
  const page = parse(`<!doctype html>
<html lang="en">
<head>
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
${body}</main>
</body>
</html>
`);
  setPolicy(page, "'none'");
  writeFileSync(join(directory, "rules.html"), serialize(page));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeReference(process.argv[2]);
