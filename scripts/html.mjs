// HTML as a tree, with what the scripts need to read and change pages.
import { defaultTreeAdapter as tree, html, parse, parseFragment, serialize } from "parse5";

export { parse, parseFragment, serialize };

// Every element below `node` with this name and these attributes, in the order of the page.
export function elements(node, name, attributes = {}) {
  const fits = (element) =>
    element.tagName === name && Object.entries(attributes).every(([key, value]) => attribute(element, key) === value);
  return (node.childNodes ?? []).flatMap((child) => [...(fits(child) ? [child] : []), ...elements(child, name, attributes)]);
}

// The only element that fits. Throws if there are none or several.
export function only(node, name, attributes) {
  const found = elements(node, name, attributes);
  if (found.length !== 1) throw new Error(`the page has ${found.length} elements <${name}> with ${JSON.stringify(attributes ?? {})}, not one`);
  return found[0];
}

// An attribute's value, or undefined.
export function attribute(element, name) {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

// Gives an element's attribute another value.
export function setAttribute(element, name, value) {
  element.attrs = [...element.attrs.filter((attribute) => attribute.name !== name), { name, value }];
}

// The text in a script, a style or any other element that holds only text.
export function textOf(element) {
  return element.childNodes.map((child) => child.value).join("");
}

// A new element with a text in it.
export function create(name, attributes = {}, text = "") {
  // The first end tag ends a script or a style, even inside a string.
  if (text.toLowerCase().includes(`</${name}`)) throw new Error(`the text of a <${name}> holds its end tag`);
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const element = tree.createElement(name, html.NS.HTML, attrs);
  if (text) tree.insertText(element, text);
  return element;
}

export function prepend(parent, element) {
  const [first] = parent.childNodes;
  if (first) tree.insertBefore(parent, element, first);
  else tree.appendChild(parent, element);
}

// Puts all nodes of a fragment first into an element.
export function prependAll(parent, fragment) {
  for (const node of [...fragment.childNodes].reverse()) {
    tree.detachNode(node);
    prepend(parent, node);
  }
}

export function append(parent, element) {
  tree.appendChild(parent, element);
}

export function replace(old, element) {
  tree.insertBefore(old.parentNode, element, old);
  remove(old);
}

export function remove(element) {
  tree.detachNode(element);
}

// Removes comments and the white space between elements from a <head>, or a <body> as it is written in index.html.
export function tidy(element) {
  for (const node of [...element.childNodes]) {
    if (tree.isCommentNode(node) || (tree.isTextNode(node) && node.value.trim() === "")) remove(node);
  }
}
