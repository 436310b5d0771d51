/** What makes the editor a place to write stories: clean paste, keys, names for those who listen. */

import {
  Document as BaseDocument,
  Extension,
  Placeholder,
  pm,
} from "django-prose-editor/editor";

import { moveSelected, writeAfter } from "./blocks.js";
import { embedPasted } from "./embed.js";
import { cleanPaste } from "./paste.js";
import { insertPhotos } from "./photo.js";
import { Toolbar } from "./toolbar.js";

/** Our nodes stand between the blocks of a story; a list or a quotation cannot hold one. */
export const Document = BaseDocument.extend({ content: "(block | story)+" });

/** From the text into the fields of the node that is selected, or in which the cursor stands. */
function enterNode({ state, view }) {
  const { $from, from } = state.selection;
  const dom = view.nodeDOM($from.depth ? $from.before(1) : from);
  if (!dom?.classList?.contains("story-node")) return false;
  const first = dom.querySelector("textarea") ?? dom.querySelector("button");
  first?.focus();
  return Boolean(first);
}

/** What is typed over a selected node of ours goes on after it: a picture is replaced by its button, never by a letter. */
function typeAfter(editor, text) {
  const { node, from } = editor.state.selection;
  if (node?.type.spec.group !== "story") return false;
  writeAfter(editor, from, text);
  return true;
}

/**
 * A selected node of ours is no text, so the browser may find no selection to cut, copy or paste at, and tells the page
 * instead of the editor that has the focus. The editor is told here.
 */
function hearTheClipboard(view) {
  const types = ["cut", "copy", "paste"];
  const tell = (event) => event.target === document.body && view.hasFocus() && view.dispatchEvent(event);
  for (const type of types) document.addEventListener(type, tell);
  return { destroy: () => types.forEach((type) => document.removeEventListener(type, tell)) };
}

/** The bars over and under the text cover what is too near to the window's edges. */
const scrollMargin = { top: 110, bottom: 110, left: 0, right: 0 };

const isAddress = (text) => /^https:\/\/\S+$/.test(text);

const picturesIn = (data) => [...(data?.files ?? [])].filter((file) => file.type.startsWith("image/"));

/** Word puts a picture of the words beside the words: pictures count only where they come alone. */
const onlyPictures = (data) => (data?.getData("text/plain").trim() ? [] : picturesIn(data));

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
    if (bar) this.storage.toolbar = new Toolbar(bar, this.editor);
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
      const files = onlyPictures(event.clipboardData);
      if (files.length) {
        insertPhotos(editor, files);
        return true;
      }
      const { $from, empty } = view.state.selection;
      const url = event.clipboardData?.getData("text/plain").trim() ?? "";
      const isAlone = empty && $from.depth === 1 && !$from.parent.content.size;
      if (isAlone && isAddress(url)) setTimeout(() => embedPasted(editor, $from.before(1), url));
      return false;
    }

    function handleDrop(view, event, slice, moved) {
      const files = moved ? [] : picturesIn(event.dataTransfer);
      if (!files.length) return false;
      event.preventDefault();
      insertPhotos(editor, files);
      return true;
    }

    const handleTextInput = (view, from, to, text) => typeAfter(editor, text);

    return [
      new pm.state.Plugin({
        view: hearTheClipboard,
        props: { attributes, transformPastedHTML: cleanPaste, handlePaste, handleDrop, handleTextInput, scrollMargin, scrollThreshold: scrollMargin },
      }),
    ];
  },
});
