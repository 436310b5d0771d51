/** What is known of the library's photos, and the words that the field and the writing surface show of them. */

import { element, inWords } from "./dom.js";
import { address, lookup } from "./server.js";

export const findPhoto = lookup("photos");

export const libraryPage = (id) => new URL(`../${id}/change/`, new URL(address("photos"), location)).pathname;

/** The picture itself, or what stands for it. */
export function picture(photo, file) {
  if (!file) return element("p", { className: "no-picture" }, photo.barred || "No picture yet: a placeholder");
  const { src, width, height } = file;
  return element("img", { src, width, height, alt: photo.alt, draggable: false });
}

/** What keeps the photo from running, with the way to mend it, and what to mind; `alt` is the alt text of this use. */
export function toMind(photo, alt = "") {
  const missing = alt.trim() ? photo.lacks_with_alt : photo.lacks;
  const lacks = missing.length ? `Cannot run yet: it lacks ${inWords.format(missing)}.` : "";
  const sentences = [lacks, photo.barred && photo.unchoosable && `May not run now. ${photo.barred}`].filter(Boolean);
  const mend = element("a", { href: libraryPage(photo.id), target: "_blank" }, "Mend it in the library");
  const why = sentences.length ? [element("span", { className: "lacks" }, `${sentences.join(" ")} `, mend)] : [];
  return [...why, ...photo.notes.map((note) => element("span", { className: "mind" }, note))];
}
