/** The dialog that finds a photo in the library or takes in a new one; for the lead picture and for the text. */

import { element, button, previewFile, settled } from "./dom.js";
import { findPhoto, inWords, picture } from "./photos.js";
import { Question, Results } from "./results.js";
import { address, ask, Refusal } from "./server.js";

let chooser = null;

/** Have a photo chosen, or `file` uploaded; null if the dialog is closed without. */
export function choosePhoto(file = null) {
  chooser ??= new Chooser(document.getElementById("photo-chooser"));
  return chooser.open(file);
}

class Chooser {
  constructor(dialog) {
    this.question = new Question(dialog);
    this.library = dialog.querySelector("[data-pane=library]");
    this.form = dialog.querySelector("[data-pane=upload]");
    this.tabs = [...dialog.querySelectorAll("[data-opens]")];
    this.results = new Results(this.library, address("photos"), (photo) => this.#row(photo));
    for (const tab of this.tabs) tab.addEventListener("click", () => this.#show(tab.dataset.opens));
    if (this.form) this.uploads = new Upload(this.form, (photo) => this.#choose(photo));
  }

  open(file) {
    const answer = this.question.ask();
    this.results.load();
    this.#show(file && this.form ? "upload" : "library");
    if (file) this.uploads?.take(file);
    return answer;
  }

  #show(name) {
    this.library.hidden = name !== "library";
    if (this.form) this.form.hidden = name !== "upload";
    for (const tab of this.tabs) tab.setAttribute("aria-pressed", tab.dataset.opens === name);
    if (name === "library") this.results.search.focus();
    else this.form.elements.upload.focus();
  }

  async #choose(photo) {
    await findPhoto(String(photo.id), true);
    this.uploads?.clear();
    this.question.answer(photo);
  }

  #row(photo) {
    const words = photo.caption || photo.alt || "No caption";
    const lacks = photo.lacks.length ? element("span", { className: "lacks" }, `Lacks ${inWords.format(photo.lacks)}`) : "";
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", className: "photo-card", onclick: () => this.#choose(photo) },
        photo.thumbnail ? element("img", { ...photo.thumbnail, alt: "", loading: "lazy" }) : picture(photo, null),
        element("span", { className: "caption" }, words),
        element("span", { className: "credit" }, photo.credit),
        lacks,
      ),
    );
  }
}

class Upload {
  constructor(form, done) {
    this.form = form;
    this.done = done;
    this.preview = form.querySelector("[data-preview]");
    this.message = form.querySelector("[data-message]");
    this.submit = form.querySelector("[type=submit]");
    this.reading = form.querySelector("[data-credit-reading]");
    form.addEventListener("submit", (event) => this.#send(event));
    form.addEventListener("dragover", (event) => event.preventDefault());
    form.addEventListener("drop", (event) => this.#drop(event));
    form.elements.upload.addEventListener("change", () => this.#shown());
    form.elements.credit.addEventListener("input", settled(() => this.#read()));
  }

  /** Put `file` into the file field, as if it had been chosen there. */
  take(file) {
    const carrier = new DataTransfer();
    carrier.items.add(file);
    this.form.elements.upload.files = carrier.files;
    this.#shown();
    this.form.elements.caption.focus();
  }

  clear() {
    this.form.reset();
    this.#shown();
    this.reading.textContent = "";
  }

  #drop(event) {
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) this.take(file);
  }

  #shown() {
    previewFile(this.preview, this.form.elements.upload.files[0]);
    this.#complain({});
  }

  /** Under the credit: which parts the line was read into. */
  async #read() {
    const line = this.form.elements.credit.value.trim();
    if (!line) return this.reading.replaceChildren();
    const { parts } = await ask(`${address("photos")}credit/`, { line });
    const said = [
      ["by", parts.creators.join(", ")],
      ["source", parts.source],
      ["agency", parts.agency],
      ["via", parts.distributor],
      ["", parts.qualifiers.join(", ")],
    ];
    const filled = said.filter(([, value]) => value).map((pair) => pair.join(" ").trim());
    this.reading.textContent = filled.length ? `Read as: ${filled.join(" · ")}` : "";
  }

  async #send(event) {
    event.preventDefault();
    this.#complain({});
    this.submit.disabled = true;
    this.submit.textContent = "Uploading…";
    try {
      this.done(await ask(`${address("photos")}upload/`, null, { body: new FormData(this.form) }));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#refused(error);
    } finally {
      this.submit.disabled = false;
      this.submit.textContent = "Upload and use";
    }
  }

  #refused({ message, answer }) {
    if (answer.same) {
      const use = button("Use that one", () => this.done(answer.same), { className: "button primary" });
      this.message.replaceChildren(message, " ", use);
      use.focus();
    } else if (answer.errors) this.#complain(answer.errors);
    else this.message.replaceChildren(message);
  }

  /** Each error under its field; the first field with one gets the focus. */
  #complain(errors) {
    this.message.replaceChildren();
    for (const place of this.form.querySelectorAll("[data-error]")) {
      const found = errors[place.dataset.error] ?? [];
      place.textContent = found.join(" ");
      this.form.elements[place.dataset.error].setAttribute("aria-invalid", found.length > 0);
    }
    this.form.querySelector("[aria-invalid=true]")?.focus();
  }
}
