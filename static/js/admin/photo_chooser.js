/** The dialog that finds a photo in the library or takes in new ones; for the lead picture and for the text. */

import { element, inWords, say } from "./dom.js";
import { findPhoto, picture } from "./photos.js";
import { Question, Results } from "./results.js";
import { address } from "./server.js";
import { Tray } from "./tray.js";

let chooser = null;

/** Have photos chosen, or `files` brought and then used; an empty list if the dialog is closed without. */
export async function choosePhotos(files = []) {
  chooser ??= new Chooser(document.getElementById("photo-chooser"));
  return (await chooser.open(files, true)) ?? [];
}

/** Have one photo chosen; null if the dialog is closed without. */
export async function choosePhoto() {
  chooser ??= new Chooser(document.getElementById("photo-chooser"));
  return (await chooser.open([], false))?.[0] ?? null;
}

class Chooser {
  constructor(dialog) {
    this.question = new Question(dialog);
    this.library = dialog.querySelector("[data-pane=library]");
    this.bringing = dialog.querySelector("[data-pane=upload]");
    this.tabs = [...dialog.querySelectorAll("[data-opens]")];
    this.results = new Results(this.library, address("photos"), (photo) => this.#row(photo));
    for (const tab of this.tabs) tab.addEventListener("click", () => this.#show(tab.dataset.opens));
    if (!this.bringing) return;
    this.tray = new Tray(this.bringing.querySelector("[data-tray]"), (photos) => this.#choose(photos));
    dialog.addEventListener("dragover", (event) => event.preventDefault());
    dialog.addEventListener("drop", (event) => this.#drop(event));
  }

  /** What was brought before and is not used yet waits here for its place in the story. */
  open(files, several) {
    const answer = this.question.ask();
    this.results.load();
    this.#show(this.tray && (files.length || this.tray.isWaiting) ? "upload" : "library");
    this.tray?.allow(several);
    this.tray?.take(files);
    return answer;
  }

  #drop(event) {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    this.#show("upload");
    this.tray.takeFrom(event.dataTransfer);
  }

  #show(name) {
    this.library.hidden = name !== "library";
    if (this.bringing) this.bringing.hidden = name !== "upload";
    for (const tab of this.tabs) tab.setAttribute("aria-pressed", tab.dataset.opens === name);
    if (name === "library") this.results.search.focus();
    else this.tray.focus();
  }

  async #choose(photos) {
    await Promise.all(photos.map((photo) => findPhoto(String(photo.id), true)));
    this.question.answer(photos);
  }

  /** One that may not run stays in its place, to be found and read, but it answers why instead of being chosen. */
  #row(photo) {
    const words = photo.caption || photo.alt || "No caption";
    const lacks = photo.lacks.length ? element("span", { className: "lacks" }, `Lacks ${inWords.format(photo.lacks)}`) : "";
    const why = photo.barred || (isHeld(photo) ? "" : photo.unchoosable);
    const isBarred = Boolean(photo.unchoosable && why);
    const refuse = () => say(`This picture cannot be chosen. ${why}`);
    return element(
      "li",
      {},
      element(
        "button",
        {
          type: "button",
          className: "photo-card",
          onclick: isBarred ? refuse : () => this.#choose([photo]),
          ...(isBarred ? { "aria-disabled": "true" } : {}),
        },
        photo.thumbnail ? element("img", { ...photo.thumbnail, alt: "", loading: "lazy" }) : picture(photo, null),
        element("span", { className: "caption" }, words),
        element("span", { className: "credit" }, photo.credit),
        lacks,
        isBarred ? element("span", { className: "lacks" }, `Cannot be chosen. ${why}`) : "",
        ...photo.notes.map((note) => element("span", { className: "mind" }, note)),
      ),
    );
  }
}

/** Whether the story on this page has it already, so that it takes no other use. */
const isHeld = ({ id }) =>
  Boolean(document.querySelector(`[data-shown-photo="${id}"]`)) ||
  [...document.querySelectorAll("[data-photo-chooser]")].some(({ value }) => value === String(id));
