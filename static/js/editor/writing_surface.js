/** What makes the editor a place to write stories: clean paste, keys, names for those who listen, a plain link. */

import {
  Document as BaseDocument,
  Extension,
  Link as BaseLink,
  Placeholder,
  pm,
  updateAttrsDialog,
} from "django-prose-editor/editor";

import { moveSelected } from "./blocks.js";
import { embedPasted } from "./embed.js";
import { cleanPaste } from "./paste.js";
import { insertPhoto } from "./photo.js";

/** Our nodes stand between the blocks of a story; a list or a quotation cannot hold one. */
export const Document = BaseDocument.extend({ content: "(block | story)+" });

const askAddress = updateAttrsDialog(
  { href: { type: "string", title: "Address" } },
  { title: "Link", submitText: "Set the link" },
);

const withScheme = (address) => (/^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address);

/** A link is its address and nothing else. */
export const Link = BaseLink.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return false;
          askAddress(editor, editor.getAttributes("link")).then((given) => {
            const href = withScheme(given?.href.trim() ?? "");
            const chain = editor.chain().focus().extendMarkRange("link");
            if (given) (href ? chain.setLink({ href }) : chain.unsetLink()).run();
          });
          return true;
        },
    };
  },
});

const WORDS = {
  paragraph: "Paragraph",
  heading2: "Subhead",
  heading3: "Smaller subhead",
  bold: "Bold (Ctrl+B)",
  italic: "Italic (Ctrl+I)",
  link: "Link (Ctrl+K)",
  unlink: "Remove the link",
  bulletList: "Bulleted list",
  orderedList: "Numbered list",
  blockquote: "Quotation",
  "history:undo": "Undo (Ctrl+Z)",
  "history:redo": "Redo (Ctrl+Shift+Z)",
};

/** The row of buttons as one stop of the Tab key, in which the arrow keys go on. */
class Toolbar {
  constructor(dom) {
    this.dom = dom;
    dom.setAttribute("role", "toolbar");
    dom.setAttribute("aria-label", "Writing");
    dom.addEventListener("keydown", (event) => this.#arrows(event));
    for (const button of this.buttons) {
      const words = WORDS[button.dataset.name];
      if (words) {
        button.title = words;
        button.setAttribute("aria-label", words.replace(/ \(.*/, ""));
      }
    }
    this.refresh();
  }

  get buttons() {
    return [...this.dom.querySelectorAll("button")];
  }

  get seen() {
    return this.buttons.filter((button) => !button.classList.contains("hidden"));
  }

  focus() {
    (this.seen.find((button) => button.tabIndex === 0) ?? this.seen[0]).focus();
  }

  /** The library tells a button's state by classes only. */
  refresh() {
    const { seen } = this;
    const stop = seen.find((button) => button === document.activeElement) ?? seen.find((button) => button.tabIndex === 0);
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", button.classList.contains("active"));
      button.setAttribute("aria-disabled", button.classList.contains("disabled"));
      button.tabIndex = button === (stop ?? seen[0]) ? 0 : -1;
    }
  }

  #arrows(event) {
    const { seen } = this;
    const here = seen.indexOf(document.activeElement);
    const there = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
    if (here < 0 || there === undefined) return;
    event.preventDefault();
    seen.at(there % seen.length).focus();
    this.refresh();
  }
}

/** From the text into the fields of the node that is selected, or in which the cursor stands. */
function enterNode({ state, view }) {
  const { $from, from } = state.selection;
  const dom = view.nodeDOM($from.depth ? $from.before(1) : from);
  const isOurs = dom?.classList?.contains("story-node");
  const first = isOurs && (dom.querySelector("textarea") ?? dom.querySelector("button"));
  first?.focus();
  return Boolean(first);
}

const isAddress = (text) => /^https:\/\/\S+$/.test(text);

const pictureIn = (data) => [...(data?.files ?? [])].find((file) => file.type.startsWith("image/"));

/** Word puts a picture of the words beside the words: a picture counts only where it comes alone. */
const onlyPicture = (data) => (data?.getData("text/plain").trim() ? null : pictureIn(data));

export const WritingSurface = Extension.create({
  name: "writingSurface",

  addExtensions: () => [Placeholder.configure({ placeholder: "Write the story, or paste it here." })],

  addKeyboardShortcuts: () => ({
    "Alt-ArrowUp": ({ editor }) => (moveSelected(editor, -1), true),
    "Alt-ArrowDown": ({ editor }) => (moveSelected(editor, 1), true),
    "Alt-F10": ({ editor }) => (editor.storage.writingSurface.toolbar?.focus(), true),
    Tab: ({ editor }) => enterNode(editor),
  }),

  onCreate() {
    const bar = this.editor.storage.menu?.dom;
    if (bar) this.storage.toolbar = new Toolbar(bar);
  },

  onTransaction() {
    queueMicrotask(() => this.storage.toolbar?.refresh());
  },

  addProseMirrorPlugins() {
    const { editor } = this;
    const attributes = () => ({
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": "Text of the story. Alt and F10 for the buttons, Alt and an arrow to move a block.",
      spellcheck: "true",
      lang: document.getElementById("id_language")?.value || document.documentElement.lang,
    });

    function handlePaste(view, event) {
      const file = onlyPicture(event.clipboardData);
      if (file) {
        insertPhoto(editor, file);
        return true;
      }
      const { $from, empty } = view.state.selection;
      const url = event.clipboardData?.getData("text/plain").trim() ?? "";
      const isAlone = empty && $from.depth === 1 && !$from.parent.content.size;
      if (isAlone && isAddress(url)) setTimeout(() => embedPasted(editor, $from.before(1), url));
      return false;
    }

    function handleDrop(view, event, slice, moved) {
      const file = moved ? null : pictureIn(event.dataTransfer);
      if (!file) return false;
      event.preventDefault();
      insertPhoto(editor, file);
      return true;
    }

    return [new pm.state.Plugin({ props: { attributes, transformPastedHTML: cleanPaste, handlePaste, handleDrop } })];
  },
});
