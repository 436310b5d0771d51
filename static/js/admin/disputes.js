/** Disputes about a story: a choice stands in the field below it, where it can be written anew; that is a choice too. */

import { element } from "./dom.js";

for (const dispute of document.querySelectorAll("[data-dispute]")) settle(dispute);

function settle(dispute) {
  const field = dispute.querySelector(".own-words");
  if (!field) return;
  const editor = "markup" in dispute.dataset ? asRead(field) : field;
  const own = dispute.querySelector("input[value=own]");
  const put = editor === field ? (words) => (field.value = words) : (words) => ((field.value = words), (editor.innerHTML = words));
  dispute.addEventListener("change", ({ target }) => {
    const version = dispute.querySelector(`[data-version="${target.value}"]`);
    if (target.type === "radio" && version) put(version.content.textContent);
  });
  editor.addEventListener("input", () => {
    own.checked = true;
    if (editor !== field) field.value = asStored(editor.innerHTML);
  });
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
