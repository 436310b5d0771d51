/** Captions to check: one key a decision, the credit's parts as they will be stored, words taken from the raw line. */

import { settled } from "./dom.js";
import { address, ask } from "./server.js";

const form = document.getElementById("question");
const undo = document.querySelector(".undo button");
const press = (value) => form?.querySelector(`.buttons [value="${value}"]`);

decideByKey();
if (form) {
  showParts();
  markWhenMended();
  takeFromSelection();
  sendOnce();
}

function decideByKey() {
  const keys = {
    a: () => press("accept"),
    s: () => press("skip"),
    n: () => press("no caption"),
    u: () => undo,
    c: () => form?.querySelector('[data-take="caption"]'),
    r: () => form?.querySelector('[data-take="credit"]'),
  };
  document.addEventListener("keydown", (event) => {
    const inField = event.target.closest?.("textarea, input:not([type=checkbox])");
    if (event.repeat && !inField) return event.preventDefault(); // a key held down is one decision, not ten
    if (event.key === "Escape" && inField && form?.contains(inField)) return firstButton().focus();
    if (event.key === "Enter" && form && (event.ctrlKey || event.metaKey || inField === form.elements.credit)) {
      event.preventDefault();
      return press("mend").click();
    }
    const pressed = inField || event.ctrlKey || event.metaKey || event.altKey ? null : keys[event.key]?.();
    if (!pressed || pressed.closest("[hidden]")) return undefined;
    event.preventDefault();
    return pressed.click();
  });
}

const firstButton = () => form.querySelector(".buttons button:enabled");

/** The server reads the credit's parts; what stands here before the first change is from the server too. */
function showParts() {
  const { credit } = form.elements;
  const none = "no credit yet; the photo cannot run without one";
  const also = () => [...form.querySelectorAll("[name=qualifiers]:checked")].map((box) => box.value);

  async function show() {
    const line = credit.value.trim();
    const { parts, sure } = line ? await ask(`${address("photos")}credit/`, [["line", line]]) : { parts: {}, sure: true };
    if (line !== credit.value.trim()) return; // an answer to what was typed before
    put("line", line || none);
    for (const name of ["creators", "source", "agency", "distributor"]) put(name, [parts[name] ?? []].flat().join(", "));
    put("qualifiers", [...new Set([...(parts.qualifiers ?? []), ...also()])].join(", "));
    document.getElementById("guess").hidden = sure;
  }

  function put(name, text) {
    const row = form.querySelector(`[data-part="${name}"]`);
    row.hidden = !text;
    row.querySelector("dd").textContent = text;
  }

  const soon = settled(() => show().catch((error) => put("line", error.message)));
  credit.addEventListener("input", soon);
  for (const box of form.querySelectorAll("[name=qualifiers]")) box.addEventListener("change", soon);
}

/** Once a word is changed, what is saved is the mended words, and the button says so. */
function markWhenMended() {
  const contents = () => JSON.stringify([...new FormData(form)]);
  const before = contents();
  const show = () => {
    const isMended = contents() !== before;
    press("accept").disabled = isMended;
    press("accept").classList.toggle("primary", !isMended);
    press("mend").classList.toggle("primary", isMended);
  };
  form.addEventListener("input", show);
  show();
}

/** Words selected in the line become the caption or the credit. */
function takeFromSelection() {
  const raw = document.getElementById("raw");
  const offer = form.querySelector(".from-selection");

  function selected() {
    const selection = document.getSelection();
    return raw.contains(selection.anchorNode) && raw.contains(selection.focusNode) ? selection.toString().trim() : "";
  }

  document.addEventListener("selectionchange", () => (offer.hidden = !selected()));
  for (const button of offer.querySelectorAll("button")) {
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
    button.addEventListener("click", () => {
      const field = form.elements[button.dataset.take];
      field.value = selected().replace(/\s+/g, " ");
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.focus();
    });
  }
}

function sendOnce() {
  let isSent = false;
  form.addEventListener("submit", (event) => (isSent ? event.preventDefault() : (isSent = true)));
  window.addEventListener("pageshow", () => (isSent = false));
}
