/** The library's own places for bringing pictures: the page for it, and the list, on which files are dropped. */

import { Tray } from "./tray.js";

const root = document.querySelector("[data-tray]");

if (root) {
  const tray = new Tray(root);
  const place = root.closest("[data-tray-place]");

  const take = (event, data) => {
    if (!data?.files.length) return;
    event.preventDefault();
    if (place) place.hidden = false;
    tray.takeFrom(data);
    root.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files")) event.preventDefault(); // else the browser would open the file
  });
  document.addEventListener("drop", (event) => take(event, event.dataTransfer));
  document.addEventListener("paste", (event) => take(event, event.clipboardData));
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    tray.saveAll();
  });
}
