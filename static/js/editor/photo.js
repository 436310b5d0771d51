/** A photo in the text: its number, and words for this use. What is seen of it comes from the library. */

import { mergeAttributes } from "django-prose-editor/editor";

import { button, element } from "../admin/dom.js";
import { choosePhoto, choosePhotos } from "../admin/photo_chooser.js";
import { findPhoto, picture, toMind } from "../admin/photos.js";
import { insertBlock } from "./blocks.js";
import { menuButton, StoryNodeView, stored, storyNode } from "./story_node.js";

/** Have photos chosen, or `files` brought, and put them into the text one after the other. */
export async function insertPhotos(editor, files = []) {
  for (const photo of await choosePhotos(files)) insertBlock(editor, "photo", { photo: String(photo.id) });
  editor.view.focus();
}

class PhotoView extends StoryNodeView {
  constructor(given) {
    super(given, "Photo", "figure");
    this.frame = element("div", { className: "node-picture" });
    this.credit = element("span", { className: "credit" });
    this.notes = element("p", { className: "node-notes" });
    const alt = element("label", { className: "node-alt" }, "Alt text", this.field("alt", "Alt text for this use"));
    const replace = button("Replace…", () => this.#replace(), { className: "text-button" });
    this.dom.append(
      this.bar(replace),
      this.frame,
      element("figcaption", {}, this.field("caption", "Caption for this use"), this.credit),
      alt,
      this.notes,
    );
    this.show();
  }

  changed() {
    if (this.node.attrs.photo !== this.shownNumber) this.show();
    else if (this.photo) this.notes.replaceChildren(...toMind(this.photo, this.node.attrs.alt));
  }

  async show(again = false) {
    const number = (this.shownNumber = this.node.attrs.photo);
    try {
      const photo = await findPhoto(number, again);
      if (number === this.shownNumber) this.#fill(photo, number);
    } catch (error) {
      this.notes.replaceChildren(error.message);
    }
  }

  #fill(photo, number) {
    this.photo = photo;
    this.dom.dataset.shownPhoto = number;
    this.dom.classList.toggle("is-unknown", !photo);
    if (!photo) {
      const words = `There is no photo with the number ${number}. Remove it, or replace it by another.`;
      this.frame.replaceChildren(element("p", { className: "no-picture" }, words));
      return;
    }
    this.frame.replaceChildren(picture(photo, photo.picture));
    this.credit.textContent = photo.credit || "No credit";
    this.suggest("caption", photo.caption, "the library’s caption");
    this.suggest("alt", photo.decorative ? "Decorative: none needed" : photo.alt, "the library’s alt text");
    this.notes.replaceChildren(...toMind(photo, this.node.attrs.alt));
  }

  /** Another picture is another matter: the words written for the first one go. */
  async #replace() {
    const photo = await choosePhoto();
    if (photo) this.write({ photo: String(photo.id), caption: "", alt: "" });
  }
}

export const Photo = storyNode({
  name: "photo",

  addAttributes: () => stored("photo", "caption", "alt"),

  parseHTML: () => [{ tag: "figure[data-photo]" }],

  renderHTML: ({ HTMLAttributes }) => ["figure", mergeAttributes(HTMLAttributes)],

  addNodeView: () => (given) => new PhotoView(given),

  addMenuItems({ menu }) {
    menu.defineItem({
      name: "photo",
      groups: "story",
      priority: 140,
      button: menuButton("image", "Photo", "Put a photo of the library into the text, or bring new ones"),
      command: (editor) => insertPhotos(editor),
      active: (editor) => editor.isActive("photo"),
    });
  },
});
