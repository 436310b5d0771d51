/** A pull quote: words of the story set large, written in place, with who said them. */

import { mergeAttributes } from "django-prose-editor/editor";

import { element } from "../admin/dom.js";
import { insertBlock, removeBlock, writeAfter } from "./blocks.js";
import { menuButton, StoryNodeView, stored, storyNode } from "./story_node.js";

class PullQuoteView extends StoryNodeView {
  constructor(given) {
    super(given, "Pull quote");
    this.contentDOM = element("p");
    const by = element("footer", { contentEditable: "false" }, this.field("by", "Who said it"));
    this.dom.append(this.bar(), element("blockquote", {}, this.contentDOM), by);
    this.fields.get("by").input.placeholder = "Who said it";
    this.changed();
  }

  changed() {
    this.contentDOM.classList.toggle("is-empty", !this.node.content.size);
  }
}

/** The words that are selected within one block, for the quote to begin with. */
function selectedWords({ doc, selection }) {
  const { from, to, empty, $from, $to } = selection;
  return !empty && $from.sameParent($to) ? doc.textBetween(from, to, " ").trim() : "";
}

const start = ({ $from }) => $from.before(1);
const isIn = ({ state }) => state.selection.$from.parent.type.name === "pullQuote";

export const PullQuote = storyNode({
  name: "pullQuote",
  atom: false,
  content: "text*",
  marks: "",
  defining: true,

  addAttributes: () => stored("by"),

  parseHTML: () => [{ tag: "aside[data-pull-quote]", contentElement: (dom) => dom.querySelector("p") ?? dom }],

  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes({ "data-pull-quote": "" }, HTMLAttributes), ["p", 0]],

  addNodeView: () => (given) => new PullQuoteView(given),

  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => isIn(editor) && (writeAfter(editor, start(editor.state.selection)), true),
      Backspace: ({ editor }) => {
        const { $from, empty } = editor.state.selection;
        if (!isIn(editor) || !empty || $from.parent.content.size) return false;
        removeBlock(editor, start(editor.state.selection));
        return true;
      },
    };
  },

  addMenuItems({ menu }) {
    menu.defineItem({
      name: "pullQuote",
      groups: "story",
      priority: 130,
      button: menuButton("format_quote", "Pull quote", "Set the selected words large, or write a pull quote"),
      command: (editor) => insertBlock(editor, "pullQuote", {}, selectedWords(editor.state)),
      active: (editor) => editor.isActive("pullQuote"),
    });
  },
});
