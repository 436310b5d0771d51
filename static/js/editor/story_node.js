/** What our four nodes have in common: how they are stored, their bar with the buttons, their fields for words. */

import { Node } from "django-prose-editor/editor";

import { button, element, icon } from "../admin/dom.js";
import { moveBlock, removeBlock, selectBlock, writeAfter } from "./blocks.js";

/** Attributes stored as data-…; an empty one is left out, and means the library's or the story's own words. */
export const stored = (...names) =>
  Object.fromEntries(
    names.map((name) => [
      name,
      {
        default: "",
        parseHTML: (dom) => dom.getAttribute(`data-${name}`) ?? "",
        renderHTML: (attrs) => (attrs[name] ? { [`data-${name}`]: attrs[name] } : {}),
      },
    ]),
  );

/** A node that stands between the blocks of a story, never inside one. */
export const storyNode = (definition) =>
  Node.create({ group: "story", atom: true, draggable: true, selectable: true, isolating: true, ...definition });

/** A toolbar button with its sign and its name. */
export const menuButton = (sign, label, title) =>
  element("button", { type: "button", className: "prose-menubar__button with-label", title }, icon(sign), label);

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

const shown = new Set();
let shownAt = Date.now();

// What was mended or published meanwhile is shown when the editor comes back to this page.
window.addEventListener("focus", () => {
  if (Date.now() - shownAt < 3000) return;
  shownAt = Date.now();
  for (const view of shown) view.show?.(true);
});

export class StoryNodeView {
  /** `noun` is what the buttons call it; `tag` the element it is. */
  constructor({ node, editor, getPos }, noun, tag = "aside") {
    Object.assign(this, { node, editor, getPos, noun });
    this.fields = new Map();
    this.dom = element(tag, { className: `story-node story-node-${node.type.name}`, "aria-label": noun });
    this.dom.addEventListener("focusin", (event) => this.#focused(event));
    this.dom.addEventListener("focusout", (event) => this.dom.contains(event.relatedTarget) || this.#reachable(false));
    queueMicrotask(() => this.#reachable(false));
    this.dom.addEventListener("keydown", (event) => this.#key(event));
    shown.add(this);
  }

  /** The bar above the node: its handle and name, then `extra` buttons, up, down and remove. */
  bar(...extra) {
    const noun = this.noun.toLowerCase();
    const tool = (sign, label, act, name) =>
      button(icon(sign), act, { className: `icon-button tool-${name}`, "aria-label": label, title: label });
    const handle = element("span", { className: "node-handle", draggable: true, title: "Drag to move" }, icon("drag_indicator"), this.noun);
    const bar = element(
      "div",
      { className: "node-bar", contentEditable: "false" },
      handle,
      ...extra,
      tool("arrow_upward", `Move the ${noun} up (Alt+↑)`, () => this.#move(-1, "up"), "up"),
      tool("arrow_downward", `Move the ${noun} down (Alt+↓)`, () => this.#move(1, "down"), "down"),
      tool("delete_outline", `Remove the ${noun}`, () => removeBlock(this.editor, this.getPos()), "remove"),
    );
    bar.addEventListener("click", (event) => event.target.closest("button") || this.#select());
    return bar;
  }

  /** A field for words of this use; its placeholder is set by `suggest`. */
  field(name, label) {
    const input = element("textarea", { rows: 1, className: `node-field field-${name}`, value: this.node.attrs[name] });
    input.setAttribute("aria-label", label);
    const switcher = button("", () => this.#switch(name), { className: "text-button", hidden: true });
    this.fields.set(name, { input, switcher, label, own: "" });
    input.addEventListener("input", () => this.write({ [name]: squeezed(input.value) }, true));
    return element("span", { className: "node-words" }, input, switcher);
  }

  /** What readers get where the field is empty, and whose words those are. */
  suggest(name, words, whose) {
    const field = this.fields.get(name);
    field.words = words;
    field.whose = whose;
    field.input.placeholder = words || `${field.label}: none`;
    field.input.classList.toggle("shows-words", Boolean(words));
    this.#offer(name);
  }

  #offer(name) {
    const { switcher, words, whose } = this.fields.get(name);
    const own = this.node.attrs[name];
    switcher.hidden = !whose || (!own && !words);
    switcher.textContent = own ? `Use ${whose}` : "Edit for this story";
  }

  /** From the own words back to the library's, or from the library's to words of this use that begin with them. */
  #switch(name) {
    const { input, words } = this.fields.get(name);
    this.write({ [name]: this.node.attrs[name] ? "" : words });
    input.focus();
  }

  /** Store attributes. Words typed in one go are one step for undo. */
  write(attrs, isTyping = false) {
    const { state, view } = this.editor;
    const { tr } = state;
    for (const [name, value] of Object.entries(attrs)) tr.setNodeAttribute(this.getPos(), name, value);
    if (isTyping) {
      // The history joins steps of one "composition"; else every letter typed in a field would be a step of its own.
      if (Date.now() - (this.typedAt ?? 0) > 700) this.typing = `field ${Date.now()}`;
      this.typedAt = Date.now();
      tr.setMeta("composition", this.typing);
    }
    view.dispatch(tr);
  }

  update(node) {
    if (node.type !== this.node.type) return false;
    this.node = node;
    for (const [name, { input }] of this.fields) {
      if (squeezed(input.value) !== node.attrs[name]) input.value = node.attrs[name];
      this.#offer(name);
    }
    this.changed?.();
    return true;
  }

  /** The bar's buttons and the fields are stops of the Tab key only while one is inside, so that it passes a long story. */
  #reachable(may) {
    for (const control of this.dom.querySelectorAll("button, textarea, a")) control.tabIndex = may ? 0 : -1;
  }

  selectNode() {
    this.dom.classList.add("ProseMirror-selectednode");
  }

  deselectNode() {
    this.dom.classList.remove("ProseMirror-selectednode");
  }

  #focused(event) {
    this.#reachable(true);
    const { selection } = this.editor.state;
    if (event.target !== this.contentDOM && selection.from !== this.getPos()) selectBlock(this.editor, this.getPos());
  }

  #move(by, name) {
    const place = this.getPos();
    if (!moveBlock(this.editor, place, by)) return;
    const { selection } = this.editor.state;
    this.editor.view.nodeDOM(selection.$from.depth ? selection.$from.before(1) : selection.from)?.querySelector(`.tool-${name}`)?.focus();
  }

  #key(event) {
    if (this.contentDOM?.contains(event.target)) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    const acts = {
      escape: () => this.#select(),
      enter: event.target.matches("textarea") ? () => writeAfter(this.editor, this.getPos()) : null,
      z: command ? () => this.editor.commands[event.shiftKey ? "redo" : "undo"]() : null,
      y: command ? () => this.editor.commands.redo() : null,
      arrowup: event.altKey ? () => this.#move(-1, "up") : null,
      arrowdown: event.altKey ? () => this.#move(1, "down") : null,
    };
    if (!acts[key]) return;
    event.preventDefault();
    acts[key]();
  }

  #select() {
    selectBlock(this.editor, this.getPos());
    this.editor.view.focus();
  }

  /** Fields, buttons and the bar keep their events to themselves; a drag is the editor's. */
  stopEvent(event) {
    if (event.type.startsWith("drag") || event.type === "drop") return false;
    return Boolean(event.target.closest?.("textarea, button, a, select, .node-bar"));
  }

  ignoreMutation(mutation) {
    return !this.contentDOM?.contains(mutation.target);
  }

  destroy() {
    shown.delete(this);
  }
}
