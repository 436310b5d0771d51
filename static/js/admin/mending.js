/** After a refused save or publication: the links of the message lead to their fields, and the sentence stands by the field too. */

import { element } from "./dom.js";

const PHOTO = /^#photo-(\d+)$/;

export function leadToFields() {
  listErrors();
  for (const link of document.querySelectorAll(":is(.messagelist, .errornote) a[href^='#']")) {
    link.addEventListener("click", (event) => {
      if (goTo(link.hash)) event.preventDefault();
    });
  }
  for (const problem of document.querySelectorAll(".messagelist [data-problem]")) noteByField(problem);
  const faulty = document.querySelector(".errornote a[href^='#']");
  if (faulty) goTo(faulty.hash);
  else if (location.hash) window.addEventListener("load", () => goTo(location.hash)); // Django's own focus comes before
}

/** Where the form itself was refused, its note names each field that is in the way, as a link. */
function listErrors() {
  const note = document.querySelector(".errornote");
  const items = [...document.querySelectorAll(".form-row.errors")].flatMap((row) => {
    const [label] = row.querySelectorAll("label[for]");
    const words = [...row.querySelectorAll(".errorlist li")].map((error) => error.textContent.trim()).join(" ");
    if (!label || !words) return [];
    const link = element("a", { href: `#${label.htmlFor}` }, label.textContent.replace(/:\s*$/, ""));
    return [element("li", {}, link, `: ${words}`)];
  });
  if (note && items.length) note.replaceChildren("Nothing is saved yet; what you typed is still here. To be mended first:", element("ul", {}, ...items));
}

/** Put the focus where the thing is mended, whichever way that is shown. */
function goTo(hash) {
  const [, photo] = PHOTO.exec(hash) ?? [];
  const place = photo ? document.querySelector(`[data-shown-photo="${photo}"]`) : document.getElementById(hash.slice(1));
  if (!place) return false;
  place.closest("details")?.setAttribute("open", "");
  const target = photo ? place.querySelector(".field-alt") : control(place);
  (photo ? place : target).scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  return true;
}

/** The text's and the picture's own inputs are hidden behind what stands for them. */
function control(input) {
  const row = input.closest(".form-row, details");
  return row?.querySelector(".ProseMirror") ?? (input.hidden ? row?.querySelector(".photo-field button") : null) ?? input;
}

/** A picture says itself what it lacks, where it is shown. */
function noteByField(problem) {
  const input = document.getElementById(`id_${problem.dataset.problem}`);
  const isOfPhoto = problem.parentElement.querySelector("a[target]");
  if (!input || isOfPhoto) return;
  const kind = problem.closest(".warning") ? "advised" : "error";
  const note = element("p", { className: `${kind} to-mend`, id: `${input.id}_to_mend` }, problem.textContent);
  input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
  input.closest(".form-row, .schedule-at").prepend(note);
}
