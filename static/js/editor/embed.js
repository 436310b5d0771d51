/** Something of another site's: its address. Readers get a box that loads nothing before their click. */

import { mergeAttributes, pm } from "django-prose-editor/editor";

import { element, say } from "../admin/dom.js";
import { Question } from "../admin/results.js";
import { address, ask, Refusal } from "../admin/server.js";
import { insertBlock } from "./blocks.js";
import { menuButton, StoryNodeView, stored, storyNode } from "./story_node.js";

const providerOf = (url) => ask(address("embeds"), { url });

class EmbedView extends StoryNodeView {
  constructor(given) {
    super(given, "Embed");
    const { embed: url } = this.node.attrs;
    this.notes = element("p", { className: "node-notes" });
    this.button = element("span", { className: "embed-button" }, "Load");
    this.dom.append(
      this.bar(),
      element("div", { className: "headline" }, this.field("title", "What it is")),
      this.button,
      element("p", { className: "node-notes" }, element("a", { href: url, target: "_blank", rel: "noreferrer" }, url)),
      this.notes,
    );
    this.fields.get("title").input.placeholder = "What it is, in a few words";
    this.show();
  }

  async show() {
    const { provider, providers } = await providerOf(this.node.attrs.embed).catch(() => ({ provider: "", providers: [] }));
    this.dom.classList.toggle("is-unknown", !provider);
    this.button.textContent = `Load from ${provider || "…"}`;
    this.notes.textContent = provider
      ? `Nothing is loaded from ${provider} before the reader’s click.`
      : notAllowed(providers);
  }
}

const notAllowed = (providers) =>
  `This address cannot be embedded. What can be: an https address of a video or sound at ${providers.join(", ")}. ` +
  "Any other address can stand in the text as a link.";

/** Ask for an address until it is one of an allowed provider, or the dialog is closed. */
class EmbedDialog {
  constructor(dialog) {
    this.question = new Question(dialog);
    this.form = dialog.querySelector("form");
    this.message = dialog.querySelector("[data-message]");
    this.form.addEventListener("submit", (event) => this.#check(event));
  }

  open() {
    this.form.reset();
    this.#refuse("");
    return this.question.ask();
  }

  #refuse(message) {
    this.message.textContent = message;
    this.form.elements.url.setAttribute("aria-invalid", Boolean(message));
  }

  async #check(event) {
    event.preventDefault();
    const url = this.form.elements.url.value.trim();
    try {
      const { provider, providers } = await providerOf(url);
      if (provider) this.question.answer(url);
      else this.#refuse(notAllowed(providers));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#refuse(error.message);
    }
  }
}

let dialog = null;

async function insertEmbed(editor) {
  dialog ??= new EmbedDialog(document.getElementById("embed-dialog"));
  const url = await dialog.open();
  if (url) insertBlock(editor, "embed", { embed: url });
  else editor.view.focus();
}

/**
 * An address pasted on a line of its own becomes an embed where its provider is an allowed one. It stands as a link
 * until the server has said so, and one undo makes it a link again.
 */
export async function embedPasted(editor, place, url) {
  const { provider } = await providerOf(url).catch(() => ({ provider: "" }));
  const block = editor.state.doc.nodeAt(place);
  if (!provider || block?.type.name !== "paragraph" || block.textContent !== url) return;
  const { tr, schema } = editor.state;
  tr.replaceWith(place, place + block.nodeSize, schema.nodes.embed.create({ embed: url }));
  editor.view.dispatch(pm.history.closeHistory(tr));
  say(`Embedded from ${provider}. Undo to keep it as a link.`);
}

export const Embed = storyNode({
  name: "embed",

  addAttributes: () => stored("embed", "title"),

  parseHTML: () => [{ tag: "aside[data-embed]" }],

  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes)],

  addNodeView: () => (given) => new EmbedView(given),

  addMenuItems({ menu }) {
    menu.defineItem({
      name: "embed",
      groups: "story",
      priority: 110,
      button: menuButton("play_circle_outline", "Embed", "Put in a video or sound of an allowed provider"),
      command: insertEmbed,
      active: (editor) => editor.isActive("embed"),
    });
  },
});
