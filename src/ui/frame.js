// The page inside another one: what passes between it and embed.js, which stands in the page around. No message can set
// a value, or asks for one; none holds a secret.
const APP = "ecs-delegate-configurator";

// The origin of the page around, once its embed.js has said hello: nobody else is told anything.
let host;

function post(type, detail, target) {
  parent.postMessage({ app: APP, v: 1, type, detail }, target);
}

// Tells the page around, if there is one. A file and a sandbox have no origin to name; but while this page is there, its
// parent is the one that said hello.
function tell(type, detail) {
  if (host !== undefined) post(type, detail, host === "null" ? "*" : host);
}

// Tells the page around that something was done with a file.
export function tellFile(type, file) {
  tell(type, { file });
}

// Tells it what the form holds. Of a URL that is being typed, when it is finished: half of one does not show yet what in
// it is a secret.
let form;
export function tellChange(now) {
  form = now;
  if (!document.activeElement?.value?.includes("://")) tellForm();
}

function tellForm() {
  if (form) tell("change", form);
  form = undefined;
}

// Whether it is worth trying: only a secure context has a clipboard. Where the page around denies it, trying would be
// complained about on the console.
export function mayCopy() {
  return !!navigator.clipboard && (document.featurePolicy?.allowsFeature("clipboard-write") ?? true);
}

// Begins to listen, and to say how high the content is.
export function start() {
  const root = document.documentElement;
  const size = () => {
    // A scroll bar below the content, where something in it is too wide, takes its own place.
    const bar = innerHeight - root.clientHeight;
    tell("size", { height: Math.ceil(document.body.getBoundingClientRect().height) + bar });
  };
  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.app !== APP || data.v !== 1) return;
    if (data.type === "hello" && (host === undefined || host === origin)) {
      host = origin;
      // From now on the frame is as high as its content.
      root.dataset.framed = "sized";
      size();
    } else if (data.type === "theme" && host === origin && ["light", "dark"].includes(data.detail?.theme)) {
      root.dataset.theme = data.detail.theme;
    }
  });
  addEventListener("change", tellForm);
  new ResizeObserver(size).observe(document.body);
  // What is said at the bottom of a window is said beside the button here: the window is as high as the page.
  addEventListener("click", ({ target }) => {
    root.style.setProperty("--at", `${target.getBoundingClientRect().bottom + scrollY}px`);
  }, true);
  // To whom is not known yet, so it says nothing but that.
  post("ready", {}, "*");
}
