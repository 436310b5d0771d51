/**
 * Disputes about a story: a choice stands in the field below it, where it can be written anew; that is a choice too. What
 * is chosen and written goes to the server every few seconds, so that it is there when the screen is next shown.
 */

import { element } from "./dom.js";
import { sendOnceHeard } from "./sending.js";
import { ask, signForm } from "./server.js";

const PAUSE = 3000;

for (const dispute of document.querySelectorAll("[data-dispute]")) settle(dispute);
keepAnswers(document.querySelector("[data-disputes]"));

function settle(dispute) {
  const field = dispute.querySelector(".own-words");
  if (!field) return;
  const editor = "markup" in dispute.dataset ? asRead(field) : field;
  const own = dispute.querySelector("input[value=own]");
  let written = own.checked ? field.value : null;
  const put = editor === field ? (words) => (field.value = words) : (words) => ((field.value = words), (editor.innerHTML = words));
  dispute.addEventListener("change", ({ target }) => {
    if (target.type !== "radio") return;
    const version = dispute.querySelector(`[data-version="${target.value}"]`)?.content.textContent;
    const words = target === own ? written : version;
    if (words !== null && words !== undefined) put(words);
  });
  editor.addEventListener("input", () => {
    own.checked = true;
    if (editor !== field) field.value = asStored(editor.innerHTML);
    written = field.value;
  });
}

function keepAnswers(form) {
  if (!form) return;
  const shown = form.querySelector("[data-answers-state]");
  let kept = answers(form);
  let leaving = false;

  const send = (now) => {
    const body = new URLSearchParams(now);
    body.set("_keep", "");
    return ask(location.pathname, null, { body });
  };
  const tell = (words, isAmiss = false) => {
    shown.value = words;
    shown.classList.toggle("is-amiss", isAmiss);
  };
  const refused = ({ message }) => tell(`Answers not kept. ${message}`, true);

  async function keep() {
    const now = answers(form);
    if (leaving || now === kept) return;
    try {
      await send(now);
      kept = now;
      tell(`Answers kept ${new Date().toLocaleTimeString("en-GB")}`);
    } catch (error) {
      refused(error);
    }
  }

  sendOnceHeard(form, () => send(answers(form)), refused);
  form.addEventListener("submit", () => {
    leaving = true;
    signForm(form);
  });
  window.addEventListener("pageshow", () => (leaving = false));
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && answers(form) !== kept) event.preventDefault();
  });
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  setInterval(keep, PAUSE);
}

function answers(form) {
  const pairs = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  return new URLSearchParams(pairs).toString();
}

/** Bold and italic as stories have them; browsers write them otherwise. */
const asStored = (html) => html.replace(/(<\/?)b(?=[\s>])/g, "$1strong").replace(/(<\/?)i(?=[\s>])/g, "$1em");

/** Paragraphs are written as they read, with their bold words and links; the server keeps of them what a story may have. */
function asRead(field) {
  const editor = element("div", {
    className: "own-words words-of words-body",
    contentEditable: "true",
    innerHTML: field.value,
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": field.getAttribute("aria-label"),
  });
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    document.execCommand("insertText", false, event.clipboardData.getData("text/plain"));
  });
  field.hidden = true;
  field.after(editor);
  return editor;
}
