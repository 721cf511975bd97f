// The theme of the embedding page, and what its code blocks look like.

// What a page can give its code blocks as custom properties: --ecs-delegate-background and so on.
const PROPERTIES = ["background", "text", "font"];

// Whether the system is dark.
export const dark = matchMedia("(prefers-color-scheme: dark)");

// The attributes with which pages set their colours.
export const OF_THEME = { attributes: true, attributeFilter: ["class", "data-theme", "style"] };

// The theme of the page.
export function themeOfPage() {
  const { documentElement: root, body } = document;
  const isOne = (theme) => theme === "light" || theme === "dark";
  if (isOne(root.dataset.theme)) return root.dataset.theme;
  for (const element of [root, body]) {
    for (const theme of ["dark", "light"]) if (element?.classList.contains(theme)) return theme;
  }
  const scheme = getComputedStyle(root).colorScheme;
  if (isOne(scheme)) return scheme;
  return dark.matches ? "dark" : "light";
}

// What the configurator is to look like in an element: the ground of the page, and what its custom properties say.
export function lookOf(element, theme) {
  const style = getComputedStyle(element);
  const given = PROPERTIES.map((name) => [name, style.getPropertyValue(`--ecs-delegate-${name}`).trim()]);
  return Object.fromEntries([["ground", groundOf(element, theme)], ...given].filter(([, value]) => value));
}

// The colour behind an element, if the colours of a theme can be read on it.
function groundOf(element, theme) {
  for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
    const colour = getComputedStyle(at).backgroundColor;
    const [red, green, blue, alpha = 1] = (colour.match(/^rgba?\((.*)\)$/)?.[1] ?? "").split(/[\s,/]+/).map(Number);
    if (alpha === 0) continue;
    const linear = [red, green, blue].map((part) => ((part / 255 + 0.055) / 1.055) ** 2.4);
    const light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    const isRight = alpha === 1 && (theme === "dark" ? light < 0.04 : light > 0.8);
    return isRight ? colour : undefined;
  }
  // Where nothing has a colour, the browser paints white, unless the page asks for its dark colours.
  const isWhite = theme !== "dark" && !getComputedStyle(document.documentElement).colorScheme.includes("dark");
  return isWhite ? "rgb(255, 255, 255)" : undefined;
}
