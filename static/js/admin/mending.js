/** What is to be mended: the links of a message, or of the publish check, lead to their fields, and a message's sentence stands by its field too. */

import { element } from "./dom.js";

const PHOTO = /^#photo-(\d+)$/;
const PLACE = "newsroom:place";

/** Note where on the page somebody is, before its form is sent. */
export function keepPlace() {
  sessionStorage.setItem(PLACE, JSON.stringify([location.pathname, scrollY]));
}

export function leadToFields() {
  listErrors();
  for (const link of document.querySelectorAll(":is(.messagelist, .errornote) a[href^='#']")) {
    link.addEventListener("click", (event) => {
      if (goTo(link.hash)) event.preventDefault();
    });
  }
  for (const problem of document.querySelectorAll(".messagelist [data-problem]")) noteByField(problem);
  const faulty = document.querySelector(".errornote a[href^='#']");
  const place = takePlace();
  const staysInSight = faulty && getComputedStyle(faulty.closest(".errornote")).position === "sticky";
  if (faulty) place !== null && staysInSight ? comeBack(place, faulty) : goTo(faulty.hash);
  else if (location.hash) window.addEventListener("load", arrive); // Django's own focus comes before
}

function takePlace() {
  const [path, top] = JSON.parse(sessionStorage.getItem(PLACE) ?? "[]");
  sessionStorage.removeItem(PLACE);
  return path === location.pathname ? top : null;
}

/**
 * After a refusal: where one was, as soon as the text is shown, which makes the page as long as it was. The focus is in
 * the faulty field if that is in sight there, else on the note, which stays at the top of the window.
 */
function comeBack(top, faulty) {
  const note = faulty.closest(".errornote");
  const there = () => {
    scrollTo(0, top);
    const place = document.getElementById(faulty.hash.slice(1));
    place?.closest("details")?.setAttribute("open", "");
    const target = place && control(place);
    const { top: above, bottom: below } = target?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    const inSight = target?.getClientRects().length && above >= note.offsetHeight && below <= innerHeight;
    note.tabIndex = -1;
    (inSight ? target : note).focus({ preventScroll: true });
  };
  there();
  const watch = new AbortController();
  const later = { once: true, signal: watch.signal };
  document.addEventListener("prose-editor:ready", () => setTimeout(there), later);
  window.addEventListener("load", there, later);
  for (const deed of ["pointerdown", "keydown", "wheel"]) addEventListener(deed, () => watch.abort(), { once: true, capture: true });
}

/** The text and its pictures are shown some time after the page: go there then, unless somebody does something else. */
function arrive() {
  const { hash } = location;
  if (goTo(hash)) return;
  const watch = new MutationObserver(() => goTo(hash) && watch.disconnect());
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["data-shown-photo"] });
  for (const deed of ["pointerdown", "keydown"]) addEventListener(deed, () => watch.disconnect(), { once: true, capture: true });
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
  if (!target?.getClientRects().length) return false;
  (photo ? place : target).scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
  return true;
}

/** The text's and the picture's own inputs are hidden behind what stands for them; of ordered rows one adds another. */
function control(input) {
  if (input.matches(".inline-group")) return input.querySelector(".add-row a");
  const row = input.closest(".form-row, details");
  if ("djangoProseEditorConfigurable" in input.dataset) return row.querySelector(".ProseMirror");
  return (input.hidden ? row?.querySelector(".photo-field button") : null) ?? input;
}

/** A picture says itself what it lacks, where it is shown. */
function noteByField(problem) {
  const input = document.getElementById(`id_${problem.dataset.problem}`);
  const isOfPhoto = problem.parentElement.querySelector("a[target]");
  if (!input || isOfPhoto) return;
  const kind = problem.closest(".warning") ? "advised" : "error";
  const note = element("p", { className: `${kind} to-mend`, id: `${input.id}_to_mend` }, problem.textContent);
  input.setAttribute("aria-describedby", [input.getAttribute("aria-describedby"), note.id].filter(Boolean).join(" "));
  input.closest(".form-row").prepend(note);
}
