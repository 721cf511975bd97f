// <ecs-delegate-value>.
import { Group } from "./group.js";
import { keyOf } from "./site.js";

// A value in the running text of the page. Its own content stays until there is a value, and comes back after it.
export class Value extends HTMLElement {
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
