// Groups of elements that are one form.
import { namesIn } from "./site.js";

// A form as a link, with what a frame has changed in it: parameters, and under `reset` the keys without a value of their own.
export function changed(form, changes) {
  const all = new URLSearchParams(form);
  const some = new URLSearchParams(changes);
  for (const key of [...some.keys(), ...namesIn(some.get("reset"))]) all.delete(key);
  for (const [key, value] of some) if (key !== "reset") all.append(key, value);
  return String(all);
}

// The elements with one name: configurators that share a form, and the values that they fill in. Those without a name
// share nothing, but the first of them fills in the values without a name.
export class Group {
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
