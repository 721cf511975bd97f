// The messages between this page in a frame and embed.js in the embedding page. No message holds a secret, and none asks
// for one.
const APP = "ecs-delegate-configurator";

// When the page tells its height though it is not ready, in milliseconds.
const LATE = 5_000;

// The origin of the embedding page, once its embed.js has said hello. This page tells nobody else anything.
let host;

function post(type, detail, target) {
  parent.postMessage({ app: APP, v: 1, type, detail }, target);
}

// Tells the embedding page, if there is one. A file and a sandbox have no origin to name, but the parent that said
// hello stays the same while this page is open.
function tell(type, detail) {
  if (host !== undefined) post(type, detail, host === "null" ? "*" : host);
}

// Tells the embedding page that the user copied or downloaded a file.
export function tellFile(type, file) {
  tell(type, { file });
}

// Tells it the values in the form.
export function tellChange(form) {
  tell("change", form);
}

// Tells it what the user has changed, as parameters, for the other frames of its group.
export function tellShared(changes) {
  tell("form", { changes });
}

// Tells it the value of each field, for its own sentences.
let values;
export function tellValues(now) {
  values = now;
  tell("values", values);
}

// Whether copying can work: only a secure context has a clipboard. If the embedding page denies access, an attempt
// would log an error on the console.
export function mayCopy() {
  return !!navigator.clipboard && (document.featurePolicy?.allowsFeature("clipboard-write") ?? true);
}

// Copies a text. Whatever goes wrong rejects the promise, also where the browser throws at once.
export async function writeText(text) {
  await navigator.clipboard.writeText(text);
}

// Starts listening, and telling the embedding page the height of the content. Calls back with the form of
// its group, or with what has changed in it.
export function start(take) {
  const root = document.documentElement;
  // What stood in the place of the form until now (scripts/early.js).
  for (const element of document.querySelectorAll("[data-later]")) delete element.dataset.later;
  document.querySelector(".picked.ahead")?.remove();
  // What the element has reserved stands until the page is ready, or too late: the height would change several times.
  const size = () => {
    if (!("ready" in root.dataset) && performance.now() < LATE) return;
    // If the content is too wide, the scroll bar below it takes extra height.
    const bar = innerHeight - root.clientHeight;
    tell("size", { height: Math.ceil(document.body.getBoundingClientRect().height) + bar });
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.app !== APP || data.v !== 1) return;
    if (data.type === "hello" && (host === undefined || host === origin)) {
      host = origin;
      // From now on the frame has the height of its content.
      root.dataset.framed = "sized";
      size();
      if (values) tell("values", values);
    } else if (data.type === "theme" && host === origin && ["light", "dark"].includes(data.detail?.theme)) {
      root.dataset.theme = data.detail.theme;
      globalThis.look?.(data.detail.look);
    } else if (data.type === "form" && host === origin) {
      // The whole form at the start, and then what changes.
      const { form, changes } = Object(data.detail);
      if (typeof form === "string") take(form, true);
      else if (typeof changes === "string") take(changes, false);
    }
  });
  new ResizeObserver(size).observe(document.body);
  new MutationObserver(size).observe(root, { attributes: true, attributeFilter: ["data-ready"] });
  setTimeout(size, LATE);
  // The frame grows, so its page gets a scroll bar, and the content may be as high again as it was without this height.
  addEventListener("resize", size);
  // A notice appears beside the button, not at the bottom of the window: the window is as high as the whole page.
  addEventListener("click", ({ target }) => {
    root.style.setProperty("--at", `${target.getBoundingClientRect().bottom + scrollY}px`);
  }, true);
  // The embedding page is not known yet, so the message holds nothing.
  post("ready", {}, "*");
}
