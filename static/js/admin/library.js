/** The library's grid by keyboard: arrows from picture to picture, x selects the one in focus. */

import { neighbour } from "./grid.js";

const tiles = document.querySelector("[data-tiles]");

tiles?.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !event.target.matches(".tile-link")) return;
  const links = [...tiles.querySelectorAll(".tile-link")];
  const there = neighbour(links, event);
  if (there !== null) {
    event.preventDefault();
    links[there]?.focus();
  } else if (event.key === "x") {
    event.target.closest("tr").querySelector(".action-select")?.click();
  }
});
