// <ecs-delegate-configurator>.
import { Group, changed } from "./group.js";
import { heightOfFiles, heightOfForm } from "./height.js";
import { OF_THEME, dark, lookOf, themeOfPage } from "./look.js";
import { NAME, isBoxed, isText, keyOf, namesIn, origin, site } from "./site.js";

// The fields with rows: each line of the attribute is a row. A test compares them with the field table.
const ROWS = ["env", "secret_env", "tags"];
// The attributes that HTML, accessibility, frameworks and listeners put on any element. They are not settings of the
// configurator.
const OF_HTML =
  /^(accesskey|anchor|autocapitalize|autocorrect|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|hidden|id|inert|inputmode|is|item(id|prop|ref|scope|type)|lang|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|virtualkeyboardpolicy|writingsuggestions|xmlns)$|^(aria-|data-|on|_)|[^a-z0-9_-]/;
// How long a frame may take, in milliseconds.
const PATIENCE = 15_000;
// What stays each element's own in a group. The other attributes of its first element set the form.
const OWN = ["fields", "files", "group", "lock"];

// Returns what the configurator says, as the detail of an event. Returns nothing if that is malformed.
const read = {
  change: (detail) => entries(detail, (value) => isText(value) || (Array.isArray(value) && value.every(isText))),
  copy: file,
  download: file,
};
function entries(detail, isRight) {
  const all = Object.entries(Object(detail));
  return all.length && all.every(([, value]) => isRight(value)) ? Object.fromEntries(all) : undefined;
}
function file(detail) {
  return isText(detail?.file) ? { file: detail.file } : undefined;
}

export class Configurator extends HTMLElement {
  // The groups of the element, and the value of each field, as the frame has told it.
  groups = [];
  values;
  // The form that the element shares, as a link.
  #form;
  #look;
  #frame;
  #root = this.attachShadow({ mode: "open" });
  #isLoaded = false;
  #isThere = false;
  #apology;
  #theme;
  #url;
  #listen = (event) => this.#receive(event);
  #watch = () => this.#follow();
  #attributes = new MutationObserver(this.#watch);
  #page = new MutationObserver(this.#watch);

  constructor() {
    super();
    // A Content-Security-Policy does not restrict a style sheet that a script constructs.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      ":host{display:block}:host([hidden]){display:none}iframe{display:block;width:100%;height:40rem;border:0}",
    );
    this.#root.adoptedStyleSheets = [sheet];
  }

  connectedCallback() {
    const frame = document.createElement("iframe");
    this.#frame = frame;
    this.#isLoaded = this.#isThere = false;
    this.#apology = undefined;
    this.#join();
    this.#theme = this.#chosen();
    this.#look = lookOf(this, this.#theme);
    this.#url = this.#address();
    frame.part = "frame";
    frame.loading = this.groups.some((group) => group.texts.size && group.lead === this) ? "eager" : "lazy";
    frame.allow = "clipboard-write";
    frame.title = this.title || "ECS Delegate Configurator";
    frame.src = this.#url;
    this.#reserve();
    // An empty frame can have another ground than the page.
    frame.style.visibility = "hidden";
    const wait = () => setTimeout(() => this.#frame === frame && !this.#isThere && this.#apologize(), PATIENCE);
    frame.addEventListener("load", () => {
      this.#isLoaded = true;
      frame.style.visibility = "";
      wait();
    });
    // Firefox says nothing of a frame that a policy forbids.
    new IntersectionObserver(([{ isIntersecting }], sight) => {
      if (!isIntersecting) return;
      sight.disconnect();
      wait();
    }).observe(this);
    this.#root.replaceChildren(frame);
    addEventListener("message", this.#listen);
    dark.addEventListener("change", this.#watch);
    this.#attributes.observe(this, { attributes: true });
    for (const element of [document.documentElement, document.body]) if (element) this.#page.observe(element, OF_THEME);
  }

  disconnectedCallback() {
    removeEventListener("message", this.#listen);
    dark.removeEventListener("change", this.#watch);
    this.#attributes.disconnect();
    this.#page.disconnect();
    this.#root.replaceChildren();
    this.#frame = this.values = undefined;
    this.#leave();
  }

  #join() {
    this.groups = Group.of(this);
    this.#form = undefined;
    for (const group of this.groups) group.join(this);
  }

  #leave() {
    for (const group of this.groups) group.leave(this);
  }

  // Whether the element shares its form; and whether it sets it.
  get #isShared() {
    return this.groups.some(({ isShared }) => isShared);
  }

  get #leads() {
    return this.groups.every(({ lead }) => lead === this);
  }

  // Loads the frame now, wherever it is.
  hurry() {
    if (this.#frame) this.#frame.loading = "eager";
  }

  // Takes what the user has changed in another element of a group. A frame that is not there yet gets the whole form when it
  // begins.
  take(changes) {
    this.#form = changed(this.#form ?? this.groups[0].form, changes);
    if (this.#isThere) this.#post("form", { changes });
  }

  #give() {
    if (this.#isThere && this.#isShared) this.#post("form", { form: this.#form ?? this.groups[0].form });
  }

  // Passes on what the user has changed here.
  #pass(changes) {
    this.#form = changed(this.#form ?? this.groups[0].form, changes);
    const others = new Set();
    for (const group of this.groups) {
      group.take(changes);
      for (const member of group.members) if (member !== this) others.add(member);
    }
    for (const member of others) member.take(changes);
  }

  // Returns the theme for the configurator. Passes an unknown one on, because the configurator reports it.
  #chosen() {
    const given = this.getAttribute("theme") || "auto";
    return given === "auto" ? themeOfPage() : given;
  }

  // Returns the attributes that are settings of the configurator, as parameters.
  #parameters() {
    const all = [];
    for (const { name, value } of this.attributes) {
      const key = keyOf(name);
      if (key === "theme" || key === "look" || OF_HTML.test(name)) continue;
      // White space before a row is the page's indentation. White space after it may be part of the value.
      const rows = ROWS.includes(key) ? value.split("\n").map((row) => row.trimStart()).filter(Boolean) : [value];
      for (const row of rows.length ? rows : [""]) all.push([key, row]);
    }
    return all;
  }

  // Returns the parameters of this element: in a group, the values are those of its first element, but for what is locked
  // here.
  #settings() {
    const given = this.#parameters();
    if (!this.#isShared) return given;
    if (this.#leads) {
      for (const group of this.groups) group.base = given.filter(([key]) => !OWN.includes(key));
      return given;
    }
    const { base } = this.groups.find(({ lead }) => lead !== this);
    for (const group of this.groups) if (group.lead === this) group.base = base;
    const locked = namesIn(this.getAttribute("lock")).map(keyOf);
    const isOwn = ([key]) => OWN.includes(key) || locked.includes(key);
    const own = given.filter(isOwn);
    const idle = new Set(given.filter((parameter) => !isOwn(parameter)).map(([key]) => key));
    const shared = base.filter(([key]) => !own.some(([other]) => other === key));
    return [...shared, ...own, ...(idle.size ? [["idle", [...idle].join(" ")]] : [])];
  }

  // Whether the element shows files alone.
  #isBlock() {
    return namesIn(this.getAttribute("files")).length > 0 && !namesIn(this.getAttribute("fields")).length;
  }

  // Returns the address of the configurator. The settings are in the fragment, which no server sees.
  #address() {
    const parameters = new URLSearchParams([["v", "1"], ...this.#settings(), ["theme", this.#theme]]);
    if (Object.keys(this.#look).length) parameters.append("look", JSON.stringify(this.#look));
    return `${site.href}${this.#isBlock() ? "block.html" : ""}#${parameters}`;
  }

  // Reserves the height that the frame will have as far as it is known, so that the page does not move.
  #reserve() {
    const settings = new Map(this.#settings());
    const height = (this.#isBlock() ? heightOfFiles : heightOfForm)(settings, this.clientWidth);
    if (height) this.#frame.style.height = `${height}px`;
  }

  // Applies changes to the attributes or to the page's colours.
  #follow() {
    const groups = Group.of(this);
    if (groups.length !== this.groups.length || groups.some((group) => !this.groups.includes(group))) {
      this.#leave();
      this.#join();
      this.#give();
    }
    const before = this.#theme;
    const theme = (this.#theme = this.#chosen());
    const look = lookOf(this, this.#theme);
    if (theme !== before || JSON.stringify(look) !== JSON.stringify(this.#look)) {
      // The page may fade into its new colours.
      if (theme !== before) setTimeout(() => this.isConnected && this.#follow(), 700);
      this.#look = look;
      if (this.#isThere) this.#post("theme", { theme, look });
    }
    const url = this.#address();
    // A change of only the theme does not reload the form.
    const form = (address) => address?.slice(0, address.lastIndexOf("&theme="));
    if (url === this.#url || (this.#isThere && form(url) === form(this.#url))) return;
    this.#go(url);
    const others = this.groups.flatMap(({ lead, members }) => (lead === this ? [...members] : []));
    for (const member of new Set(others)) if (member !== this) member.#follow();
  }

  // Adds no history entry: until the frame has loaded, its attribute sets the address, and later its window does.
  #go(url) {
    const isOther = url.split("#")[0] !== this.#url.split("#")[0];
    this.#url = url;
    if (!this.#isLoaded) this.#frame.src = url;
    else this.#frame.contentWindow.location.replace(url);
    if (isOther) this.#isThere = false;
  }

  #post(type, detail) {
    this.#frame.contentWindow.postMessage({ app: NAME, v: 1, type, detail }, isBoxed ? "*" : origin);
  }

  // Accepts messages only from the configurator in this frame, and only those that it can send.
  #receive({ source, origin: from, data }) {
    if (source === null || source !== this.#frame.contentWindow) return;
    if (from !== site.origin && !(isBoxed && from === "null")) return;
    if (data?.app !== NAME || data.v !== 1) return;
    const { type, detail } = data;
    if (type === "ready") {
      this.#isThere = true;
      this.#frame.style.visibility = "";
      this.#apology?.remove();
      this.#apology = undefined;
      this.#post("hello");
      this.#post("theme", { theme: this.#theme, look: this.#look });
      this.#give();
    } else if (type === "size") {
      const height = detail?.height;
      if (!Number.isFinite(height) || height <= 0 || height >= 1e6) return;
      this.#frame.style.height = `${height}px`;
      this.#frame.style.visibility = "";
    } else if (type === "values") {
      this.values = entries(detail, isText);
      for (const group of this.groups) group.tell();
    } else if (type === "form") {
      if (this.#isShared && isText(detail?.changes)) this.#pass(detail.changes);
    } else if (Object.hasOwn(read, type)) {
      const told = read[type](detail);
      if (told) this.dispatchEvent(new CustomEvent(type, { detail: told }));
    }
  }

  // Something prevents the frame from starting, such as the page's own policy or the network: shows the link in the
  // element instead.
  #apologize() {
    // The frame may load more than once.
    if (this.#apology) return;
    const link = document.createElement("a");
    link.href = this.#url;
    link.target = "_blank";
    link.textContent = "ECS Delegate Configurator";
    const slot = document.createElement("slot");
    slot.append(link);
    const text = document.createElement("p");
    text.append("The configurator does not start here. On its own page: ", slot);
    this.#root.prepend(text);
    this.#apology = text;
  }
}
