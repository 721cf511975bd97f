// Defines <ecs-delegate-configurator>: the configurator, or some of its files, in an iframe, as high as its content, in the
// colours of the embedding page; and <ecs-delegate-value>: a value of its form in the sentences of that page. Load this file
// from the configurator's own site, because it derives the site from its own address:
//   <script src="https://…/embed.js" defer></script>   (type="module" works too)
//   <ecs-delegate-configurator launch-type="EC2" lock="launch-type"><a href="https://…">Configurator</a></ecs-delegate-configurator>
// Elements with the same `group` are one form.
// The page's Content-Security-Policy must allow that site in script-src and frame-src, and nothing else.
// scripts/post-build.mjs makes one file of this folder.
import { Configurator } from "./configurator.js";
import { NAME, VALUE } from "./site.js";
import { Value } from "./value.js";

// If a page loads this file twice, the first one wins.
if (!customElements.get(NAME)) {
  customElements.define(NAME, Configurator);
  customElements.define(VALUE, Value);
}
