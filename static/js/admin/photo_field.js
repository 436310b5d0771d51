/** A field that holds a photo's number, shown as the photo, with Choose and Remove. */

import { button, element, say } from "./dom.js";
import { choosePhoto } from "./photo_chooser.js";
import { findPhoto, picture, toMind } from "./photos.js";

class PhotoField {
  constructor(input) {
    this.input = input;
    this.figure = element("figure", { className: "chosen-photo" });
    this.choose = button("Choose or upload…", () => this.#open());
    this.remove = button("Remove", () => this.#set(""), { className: "button quiet" });
    const label = document.querySelector(`label[for="${input.id}"]`);
    const group = element(
      "div",
      { className: "photo-field", role: "group", "aria-label": label?.textContent.replace(/:$/, "") ?? "Photo" },
      this.figure,
      element("div", { className: "photo-field-buttons" }, this.choose, this.remove),
    );
    this.alt = document.getElementById(input.dataset.altField); // the alt text of this use, where it can have one
    this.alt?.addEventListener("input", () => this.show());
    input.hidden = true;
    input.after(group);
    this.show();
  }

  async #open() {
    const photo = await choosePhoto();
    if (photo) this.#set(photo.id);
  }

  #set(id) {
    this.input.value = id;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
    say(id ? "Photo chosen" : "Photo removed");
    this.show();
    this.choose.focus();
  }

  async show() {
    const id = this.input.value;
    const photo = id ? await findPhoto(id).catch(() => null) : null;
    if (id !== this.input.value) return;
    this.remove.hidden = !id;
    this.choose.textContent = id ? "Change…" : "Choose or upload…";
    this.figure.replaceChildren(...(photo ? this.#parts(photo) : [this.#nothing(id)]));
    const detail = { caption: photo?.caption ?? "", alt: photo?.alt ?? "" };
    this.input.dispatchEvent(new CustomEvent("photo:shown", { bubbles: true, detail }));
  }

  #nothing(id) {
    const words = id ? `There is no photo with the number ${id}.` : "No picture.";
    return element("p", { className: "no-picture" }, words);
  }

  #parts(photo) {
    const words = element("span", { className: "caption" }, photo.caption || "No caption");
    const credit = element("span", { className: "credit" }, photo.credit);
    return [picture(photo, photo.picture), element("figcaption", {}, words, credit, ...toMind(photo, this.alt?.value))];
  }
}

const fields = [...document.querySelectorAll("[data-photo-chooser]")].map((input) => new PhotoField(input));

// What was mended in the library meanwhile is shown when the editor comes back from there.
window.addEventListener("focus", async () => {
  for (const field of fields) {
    if (field.input.value) await findPhoto(field.input.value, true).catch(() => null);
    field.show();
  }
});
