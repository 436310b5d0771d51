/** A link: its address and nothing else, and the dialog that asks for it. */

import { Link as BaseLink } from "django-prose-editor/editor";

import { Question } from "../admin/results.js";

const OUR_OWN = /^\/\d{4}\/\d{2}\/\d{2}\/[\w-]+\/?$/;
const BARE = /^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+(:\d+)?([/?#]|$)/u;
const MAIL = /^[^\s@/:]+@[^\s@/]+\.[^\s@/.]+$/;

const WRONG =
  "This is no address that a link can have. Give one that begins with https://, http:// or mailto:, " +
  "or the path of a story of ours, such as /2026/05/17/ferry-sails/.";

/** What a link to the typed `text` holds: with https:// or mailto: in front where only that is missing; "" if it is no address. */
export function linkAddress(text) {
  const given = text.trim();
  if (OUR_OWN.test(given)) return given.replace(/\/?$/, "/");
  if (MAIL.test(given)) return `mailto:${given}`;
  const whole = BARE.test(given) ? `https://${given}` : given;
  return isWhole(whole) ? whole : "";
}

function isWhole(address) {
  if (/^mailto:/i.test(address)) return MAIL.test(address.slice("mailto:".length).replace(/\?.*/, ""));
  if (!/^https?:\/\/\S+$/i.test(address) || !URL.canParse(address)) return false;
  return /[^.]\.[^.]/.test(new URL(address).hostname);
}

/** Asks for an address until it is one, or the dialog is closed; "" stands for no link at all. */
class LinkDialog {
  constructor(dialog) {
    this.question = new Question(dialog);
    this.form = dialog.querySelector("form");
    this.message = dialog.querySelector("[data-message]");
    this.remove = dialog.querySelector("[data-remove]");
    this.form.addEventListener("submit", (event) => this.#check(event));
    this.remove.addEventListener("click", () => this.question.answer(""));
  }

  open(href) {
    const { url } = this.form.elements;
    url.value = href;
    this.remove.hidden = !href;
    this.#refuse("");
    const answer = this.question.ask();
    url.select();
    return answer;
  }

  #refuse(message) {
    this.message.textContent = message;
    this.form.elements.url.setAttribute("aria-invalid", Boolean(message));
  }

  #check(event) {
    event.preventDefault();
    const { url } = this.form.elements;
    const href = linkAddress(url.value);
    if (href) return this.question.answer(href);
    this.#refuse(WRONG);
    url.focus();
  }
}

let dialog = null;

async function askAddress(editor) {
  dialog ??= new LinkDialog(document.getElementById("link-dialog"));
  const href = await dialog.open(editor.getAttributes("link").href ?? "");
  const isInLink = editor.isActive("link");
  const chain = editor.chain().focus();
  if (href && editor.state.selection.empty && !isInLink) chain.insertContent(spelledOut(href)).unsetMark("link");
  else if (href) chain.extendMarkRange("link").setLink({ href });
  else if (href === "") chain.extendMarkRange("link").unsetLink();
  chain.run();
}

/** Where no words are selected the address itself is what readers see. */
const spelledOut = (href) => ({
  type: "text",
  text: href.replace(/^(https?:\/\/|mailto:)/i, ""),
  marks: [{ type: "link", attrs: { href } }],
});

export const Link = BaseLink.extend({
  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          askAddress(editor);
          return true;
        },
    };
  },
});
