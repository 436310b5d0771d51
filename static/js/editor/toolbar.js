/** The buttons above the text: their names, and the way to them by keyboard. */

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

/**
 * The row of buttons. Tab goes from the standfirst straight into the text; the row is a stop, one for all its buttons, only
 * while one writes: Shift+Tab or Alt+F10 lead to it, the arrow keys along it, Tab or Esc back into the text.
 */
export class Toolbar {
  constructor(dom, editor) {
    this.dom = dom;
    this.editor = editor;
    this.isReachable = false;
    dom.setAttribute("role", "toolbar");
    dom.setAttribute("aria-label", "Writing");
    dom.addEventListener("keydown", (event) => this.#key(event));
    this.#watch(dom.closest(".prose-editor"));
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

  #watch(surface) {
    surface.addEventListener("focusin", () => this.#reachable(true));
    surface.addEventListener("focusout", (event) => surface.contains(event.relatedTarget) || this.#reachable(false));
  }

  #reachable(may) {
    this.isReachable = may;
    this.refresh();
  }

  focus() {
    (this.seen.find((button) => button === this.stop) ?? this.seen[0]).focus();
  }

  /** The library tells a button's state by classes only. */
  refresh() {
    const { seen } = this;
    this.stop = seen.find((button) => button === document.activeElement) ?? seen.find((button) => button === this.stop) ?? seen[0];
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", button.classList.contains("active"));
      button.setAttribute("aria-disabled", button.classList.contains("disabled"));
      button.tabIndex = this.isReachable && button === this.stop ? 0 : -1;
    }
  }

  #key(event) {
    if (event.key === "Escape") this.editor.view.focus();
    else this.#arrows(event);
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
