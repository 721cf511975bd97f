// What is shorter in JavaScript: watching the document, and reading events.

// The inputs into which somebody typed before the program ran (index.html notes them), with their values, and where the
// cursor is. Empty afterwards.
export function takeTyped() {
  const inputs = globalThis.early ?? [];
  globalThis.early = undefined;
  const cursor = document.activeElement;
  return inputs.filter((input) => input.isConnected).map((input) => [
    input.name,
    [...document.getElementsByName(input.name)].indexOf(input),
    input.value,
    input === cursor ? [input.selectionStart, input.selectionEnd] : null,
  ]);
}

// Puts the cursor back into an input that the program has filled in again.
export function placeCursor(name, row, start, end) {
  const input = document.getElementsByName(name)[row];
  if (input === document.activeElement && typeof start === "number") input.setSelectionRange?.(start, end);
}

// Keeps the focused input where it is on the screen while things above it grow or shrink. Not in a frame: the page around
// it scrolls.
export function keepSteady() {
  const form = document.querySelector(".form");
  if (!form || "framed" in document.documentElement.dataset) return;
  let input, top, scrolled;
  const note = () => {
    input = document.activeElement?.matches?.("input, textarea, select") ? document.activeElement : undefined;
    // Near the end of the page, the browser would scroll up if the form shrank.
    form.style.minHeight = form.contains(input) ? `${form.offsetHeight}px` : "";
    top = input?.getBoundingClientRect().top;
    scrolled = scrollY;
  };
  for (const event of ["focusin", "focusout", "resize"]) addEventListener(event, note);
  // The user scrolls. The event comes late: the page may have changed since, so only the distance counts.
  addEventListener("scroll", () => {
    top -= scrollY - scrolled;
    scrolled = scrollY;
  }, { passive: true });
  const hold = () => {
    const moved = input?.isConnected && input === document.activeElement ? input.getBoundingClientRect().top - top : 0;
    if (Math.abs(moved) > 0.5) scrollBy({ top: moved, behavior: "instant" });
    note();
  };
  new ResizeObserver(hold).observe(form);
  // One thing may shrink as another grows.
  addEventListener("input", () => requestAnimationFrame(hold));
}

// Calls back before anything is clicked or printed.
export function beforeUse(call) {
  for (const event of ["click", "beforeprint"]) addEventListener(event, () => call(), true);
}

// Closes what is unfolded over the page.
export function closePopovers(except) {
  for (const open of document.querySelectorAll("details.menu[open], details.tally[open]")) {
    if (!open.contains(except)) open.open = false;
  }
}

// Closes it on a click elsewhere and on Escape; lets the browser undo while a text differs from what it was at focus.
export function listen(undo, redo) {
  addEventListener("click", ({ target }) => closePopovers(target));
  let input, before;
  addEventListener("focusin", ({ target }) => {
    input = target;
    before = target.value;
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = document.activeElement?.closest?.("details.menu, details.tally");
      closePopovers();
      open?.querySelector("summary").focus();
    }
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
    const target = event.target;
    const isText = target.matches?.("textarea, input:not([type=radio])") && !target.readOnly;
    if (isText && target === input && target.value !== before) return;
    event.preventDefault();
    const isRedo = key === "y" || event.shiftKey;
    (isRedo ? redo : undo)();
    // What undo leaves in the field is what the browser may not undo.
    setTimeout(() => (before = input?.value));
  });
}

// Calls back when the returned function has not been called for some milliseconds. One timer, however often it is.
export function resting(milliseconds, call) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(call, milliseconds);
  };
}

// Marks the lines of a file that the last edit changed; after a rest, the marks fade. Brings the first line into view, unless
// one of them is. All in the next frame, which measures anyway. (`lines` is in the program's memory, which may move.)
let fade;
export function followEdit(id, lines) {
  const changed = Array.from(lines);
  requestAnimationFrame(() => {
    const file = document.getElementById(id);
    if (!file) return;
    clearTimeout(fade);
    for (const line of file.querySelectorAll(".changed")) line.classList.remove("changed");
    delete file.dataset.faded;
    const marked = changed.map((at) => file.children[at]).filter(Boolean);
    if (!marked.length) return;
    for (const line of marked) line.classList.add("changed");
    fade = setTimeout(() => (file.dataset.faded = ""), 1200);
    reveal(file, marked);
  });
}

function reveal(file, lines) {
  if (file.scrollHeight <= file.clientHeight) return;
  const { top, bottom } = file.getBoundingClientRect();
  const boxes = lines.map((line) => line.getBoundingClientRect());
  if (boxes.some((box) => box.bottom > top && box.top < bottom)) return;
  file.scrollTop += boxes[0].top - top - file.clientHeight / 3;
}

// Whether an input event is a paste.
export const isPaste = (event) => /^insertFrom(Paste|Drop)/.test(event.inputType ?? "");

// The text that a paste event brings.
export const pasted = (event) => event.clipboardData?.getData("text/plain") ?? "";

// Calls back with the first bytes of a file that somebody drops on the page or picks, and with its length. Without this, a
// browser would open a dropped file in the place of the page.
export function onFiles(most, call) {
  const read = async (file) => {
    if (file) call(new Uint8Array(await file.slice(0, most).arrayBuffer()), file.size);
  };
  const hasFiles = ({ dataTransfer }) => dataTransfer?.types?.includes("Files");
  addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    read(event.dataTransfer.files[0]);
  });
  addEventListener("change", ({ target }) => {
    if (target.type !== "file") return;
    read(target.files[0]);
    target.value = "";
  });
}

// Whether the details that sent a toggle event are open.
export const isOpen = (event) => event.target.open === true;

export const printPage = () => print();

// Calls back when the browser begins and ends to print.
export function onPrint(call) {
  const paper = matchMedia("print");
  paper.addEventListener("change", () => call(paper.matches));
  addEventListener("beforeprint", () => call(true));
  addEventListener("afterprint", () => call(false));
}
