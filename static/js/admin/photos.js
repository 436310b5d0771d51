/** What is known of the library's photos, and the words that the field and the writing surface show of them. */

import { element } from "./dom.js";
import { address, lookup } from "./server.js";

export const findPhoto = lookup("photos");

export const libraryPage = (id) => new URL(`../${id}/change/`, new URL(address("photos"), location)).pathname;

/** The picture itself, or what stands for it. */
export function picture(photo, file) {
  if (!file) return element("p", { className: "no-picture" }, photo.killed || "No picture yet: a placeholder");
  const { src, width, height } = file;
  return element("img", { src, width, height, alt: photo.alt, draggable: false });
}

export const inWords = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What keeps the photo from running, with the way to mend it; `alt` is the alt text of this use. */
export function lacking(photo, alt = "") {
  const missing = alt.trim() ? photo.lacks_with_alt : photo.lacks;
  if (!missing.length) return "";
  const mend = element("a", { href: libraryPage(photo.id), target: "_blank" }, "Mend it in the library");
  return element("span", { className: "lacks" }, `Cannot run yet: it lacks ${inWords.format(missing)}. `, mend);
}
