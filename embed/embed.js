// Defines <ecs-delegate-configurator>: the configurator, or some of its files, in an iframe, as high as its content, in the
// colours of the embedding page; and <ecs-delegate-value>: a value of its form in the sentences of that page. Load this file from the configurator's own site, because it derives the site from its own address:
//   <script src="https://…/embed.js" defer></script>   (type="module" works too)
//   <ecs-delegate-configurator launch-type="EC2" lock="launch-type"><a href="https://…">Configurator</a></ecs-delegate-configurator>
// Elements with the same `group` are one form.
// The page's Content-Security-Policy must allow that site in script-src and frame-src, and nothing else.
(() => {
  const NAME = "ecs-delegate-configurator";
  const VALUE = "ecs-delegate-value";
  // If a page loads this file twice, the first one wins.
  if (customElements.get(NAME)) return;

  // A module has no currentScript, and a classic script has no import.meta. An error names its file in both.
  // An element of the page can take the name `currentScript`: only a script counts.
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : undefined;
  const own = script?.src || new Error().stack.match(/((?:https?|file):\/\/.*?):\d+(?::\d+)?\)?$/m)?.[1];
  const site = new URL(".", own);
  // A file has no origin to name.
  const origin = site.origin === "null" ? "*" : site.origin;
  // A page in a sandbox has no origin, and neither has the frame in it: there, only the window tells who speaks.
  const isBoxed = self.origin === "null";

  // The fields with rows: each line of the attribute is a row. A test compares them with the field table.
  const ROWS = ["env", "secret_env", "tags"];
  // The attributes that HTML, accessibility, frameworks and listeners put on any element. They are not settings of the
  // configurator.
  const OF_HTML =
    /^(accesskey|anchor|autocapitalize|autocorrect|autofocus|class|contenteditable|dir|draggable|enterkeyhint|exportparts|hidden|id|inert|inputmode|is|item(id|prop|ref|scope|type)|lang|nonce|part|popover|role|slot|spellcheck|style|tabindex|title|translate|virtualkeyboardpolicy|writingsuggestions|xmlns)$|^(aria-|data-|on|_)|[^a-z0-9_-]/;
  // The attributes with which pages set their colours.
  const OF_THEME = { attributes: true, attributeFilter: ["class", "data-theme", "style"] };
  const PATIENCE = 15_000;
  // What stays each element's own in a group. The other attributes of its first element set the form.
  const OWN = ["fields", "files", "group", "lock"];
  // What a page can give its code blocks as custom properties: --ecs-delegate-background and so on.
  const LOOK = ["background", "text", "font"];
  // scripts/post-build.mjs fills it in. The number of lines of each file at the start, by starting point and launch type;
  // and for each field the number of the group in which it stands.
  const LINES = {};
  const PLACES = {};
  const isText = (value) => typeof value === "string";
  const keyOf = (name) => name.replaceAll("-", "_");
  const namesIn = (list) => (list ?? "").split(/[\s,]+/).filter(Boolean);
  const dark = matchMedia("(prefers-color-scheme: dark)");

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

  function themeOfPage() {
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

  // The height of files: their lines, and what is above and below them.
  function heightOfFiles(settings, width) {
    const start = settings.get("start") === "docs" ? "docs" : "recommended";
    const type = settings.get("launch_type") === "EC2" ? "EC2" : "FARGATE";
    const known = namesIn(settings.get("files")).map((name) => LINES[start]?.[type]?.[name]);
    if (!known.every(Boolean)) return 0;
    const heights = known.map(([lines, notes]) => lines * 19 + 42 + (width <= 560 ? notes * 18 : 0));
    return heights.reduce((sum, height) => sum + height + 8, -8);
  }

  // The height of picked fields: two to a row where there is room, and the row of buttons below them. With the output it is
  // not known.
  function heightOfForm(settings, width) {
    const picked = namesIn(settings.get("fields")).concat(namesIn(settings.get("lock"))).map(keyOf);
    if (settings.get("files") !== "" || !picked.length) return 0;
    const isNarrow = width < 560;
    const rows = Math.ceil(new Set(picked).size / (isNarrow ? 1 : 2));
    return isNarrow ? rows * 84 + 50 : rows * 95 + 28;
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

  // What differs between two forms, as links: for each key its values, which may be none.
  function changes(before, now) {
    const [old, young] = [before, now].map((form) => new URLSearchParams(form));
    const keys = [...new Set([...old.keys(), ...young.keys()])];
    return keys.map((key) => [key, young.getAll(key)]).filter(([key, values]) => values.join("\n") !== old.getAll(key).join("\n"));
  }

  // A form with these changes.
  function changed(form, changes) {
    const all = new URLSearchParams(form);
    for (const [key, values] of changes) {
      all.delete(key);
      for (const value of values) all.append(key, value);
    }
    return String(all);
  }

  // The elements with one name: configurators that share a form, and the values that they fill in. Those without a name
  // share nothing, but the first of them fills in the values without a name.
  class Group {
    static #all = new Map();
    members = new Set();
    texts = new Set();
    // The element that sets the form, and what it sets.
    lead;
    base = [];
    // The form as a link, once somebody has changed it.
    #form;

    constructor(name) {
      this.isShared = name !== "";
    }

    // The groups of an element: it can have several.
    static of(element) {
      const names = namesIn(element.getAttribute("group"));
      return (names.length ? names : [""]).map((name) => {
        if (!Group.#all.has(name)) Group.#all.set(name, new Group(name));
        return Group.#all.get(name);
      });
    }

    join(member) {
      if (!this.members.size) this.lead = member;
      this.members.add(member);
    }

    leave(member) {
      this.members.delete(member);
      if (!this.members.size) this.#form = undefined;
      this.tell();
    }

    get form() {
      return this.#form ?? String(new URLSearchParams(this.base));
    }

    take(changes) {
      this.#form = changed(this.form, changes);
    }

    // Fills the values in, as the first frame has them that is of this group alone, or else the first.
    tell() {
      const isBefore = (a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
      const there = [...this.members].filter((member) => member.values).sort(isBefore);
      const first = there.find((member) => member.groups.length === 1) ?? there[0];
      for (const text of this.texts) text.show(first?.values);
    }
  }

  // A value in the running text of the page. Its own content stays until there is a value, and comes back after it.
  class Value extends HTMLElement {
    static observedAttributes = ["name", "group"];
    #group;
    #own;

    connectedCallback() {
      this.#group?.texts.delete(this);
      [this.#group] = Group.of(this);
      this.#group.texts.add(this);
      // Without a frame there are no values.
      this.#group.lead?.hurry();
      this.#group.tell();
    }

    disconnectedCallback() {
      this.#group.texts.delete(this);
      this.#group = undefined;
      this.show();
    }

    attributeChangedCallback() {
      if (this.#group) this.connectedCallback();
    }

    show(values) {
      const key = keyOf(this.getAttribute("name") ?? "");
      const text = Object.hasOwn(Object(values), key) ? values[key] : undefined;
      if (text === undefined) {
        if (this.#own) this.replaceChildren(...this.#own);
        this.#own = undefined;
        return;
      }
      this.#own ??= [...this.childNodes];
      if (this.textContent !== text) this.textContent = text;
    }
  }

  class Configurator extends HTMLElement {
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
      this.#look = this.#given();
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

    // Takes what the user has changed in another element of a group. A frame that is not there yet gets it when it begins.
    take(changes) {
      this.#form = changed(this.#form ?? this.groups[0].form, changes);
      this.#give();
    }

    #give() {
      if (this.#isThere && this.#isShared) this.#post("form", { form: this.#form ?? this.groups[0].form });
    }

    // Passes on what the user has changed here.
    #pass(form) {
      const all = changes(this.#form ?? this.groups[0].form, form);
      this.#form = form;
      const others = new Set();
      for (const group of this.groups) {
        group.take(all);
        for (const member of group.members) if (member !== this) others.add(member);
      }
      for (const member of others) member.take(all);
    }

    // Returns the theme for the configurator. Passes an unknown one on, because the configurator reports it.
    #chosen() {
      const given = this.getAttribute("theme") || "auto";
      return given === "auto" ? themeOfPage() : given;
    }

    // Returns the ground of the page, and what it gives the code blocks as custom properties.
    #given() {
      const style = getComputedStyle(this);
      const all = LOOK.map((name) => [name, style.getPropertyValue(`--ecs-delegate-${name}`).trim()]);
      return Object.fromEntries([["ground", groundOf(this, this.#theme)], ...all].filter(([, value]) => value));
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
      const look = this.#given();
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
        if (this.#isShared && isText(detail?.form)) this.#pass(detail.form);
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
  customElements.define(NAME, Configurator);
  customElements.define(VALUE, Value);
})();
