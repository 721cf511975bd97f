// Defines <ecs-delegate-configurator>: the configurator in an iframe, as high as its content, in the colours of the
// embedding page. Load this file from the configurator's own site, because it derives the site from its own address:
//   <script src="https://…/embed.js" defer></script>   (type="module" works too)
//   <ecs-delegate-configurator launch-type="EC2" lock="launch-type"><a href="https://…">Configurator</a></ecs-delegate-configurator>
// The page's Content-Security-Policy must allow that site in script-src and frame-src, and nothing else.
(() => {
  const NAME = "ecs-delegate-configurator";
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
  const isText = (value) => typeof value === "string";
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // Returns what the configurator says, as the detail of an event. Returns nothing if that is malformed.
  const read = {
    change(detail) {
      const fields = Object.entries(Object(detail));
      const isField = ([, value]) => isText(value) || (Array.isArray(value) && value.every(isText));
      return fields.length && fields.every(isField) ? Object.fromEntries(fields) : undefined;
    },
    copy: file,
    download: file,
  };
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

  class Configurator extends HTMLElement {
    #frame;
    #root = this.attachShadow({ mode: "open" });
    #isLoaded = false;
    #isThere = false;
    #apology;
    #theme;
    #url;
    #listen = (event) => this.#receive(event);
    #look = () => this.#follow();
    #attributes = new MutationObserver(this.#look);
    #page = new MutationObserver(this.#look);

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
      this.#theme = this.#chosen();
      this.#url = this.#address();
      frame.loading = "lazy";
      frame.allow = "clipboard-write";
      frame.title = this.title || "ECS Delegate Configurator";
      frame.src = this.#url;
      const wait = () => setTimeout(() => this.#frame === frame && !this.#isThere && this.#apologize(), PATIENCE);
      frame.addEventListener("load", () => {
        this.#isLoaded = true;
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
      dark.addEventListener("change", this.#look);
      this.#attributes.observe(this, { attributes: true });
      for (const element of [document.documentElement, document.body]) if (element) this.#page.observe(element, OF_THEME);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#listen);
      dark.removeEventListener("change", this.#look);
      this.#attributes.disconnect();
      this.#page.disconnect();
      this.#root.replaceChildren();
      this.#frame = undefined;
    }

    // Returns the theme for the configurator. Passes an unknown one on, because the configurator reports it.
    #chosen() {
      const given = this.getAttribute("theme") || "auto";
      return given === "auto" ? themeOfPage() : given;
    }

    // Returns the address of the configurator. The settings are in the fragment, which no server sees.
    #address() {
      const parameters = new URLSearchParams({ v: "1" });
      for (const { name, value } of this.attributes) {
        const key = name.replaceAll("-", "_");
        if (key === "theme" || OF_HTML.test(name)) continue;
        // White space before a row is the page's indentation. White space after it may be part of the value.
        const rows = ROWS.includes(key) ? value.split("\n").map((row) => row.trimStart()).filter(Boolean) : [value];
        for (const row of rows.length ? rows : [""]) parameters.append(key, row);
      }
      parameters.append("theme", this.#theme);
      return `${site.href}#${parameters}`;
    }

    // Applies changes to the attributes or to the page's colours.
    #follow() {
      const { contentWindow } = this.#frame;
      const theme = this.#chosen();
      if (theme !== this.#theme) {
        this.#theme = theme;
        if (this.#isThere) this.#post("theme", { theme });
      }
      const url = this.#address();
      // A change of only the theme does not reload the form.
      const form = (address) => address?.slice(0, address.lastIndexOf("&theme="));
      if (this.#isThere && form(url) === form(this.#url)) return;
      this.#url = url;
      // Adds no history entry: until the frame has loaded, its attribute sets the address, and later its window does.
      if (this.#isLoaded) contentWindow.location.replace(url);
      else this.#frame.src = url;
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
        this.#apology?.remove();
        this.#apology = undefined;
        this.#post("hello");
        this.#post("theme", { theme: this.#theme });
      } else if (type === "size") {
        const height = detail?.height;
        if (Number.isFinite(height) && height > 0 && height < 1e6) this.#frame.style.height = `${height}px`;
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
})();
