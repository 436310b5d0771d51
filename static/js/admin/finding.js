/** Ctrl+Alt+F finds a story by words of its headline and goes to its form: in a tab of its own if words are unsaved here. */

import { isUnsaved } from "./page.js";
import { address } from "./server.js";
import { Chooser } from "./story_chooser.js";

const finder = new Chooser(document.getElementById("story-finder"));

async function find() {
  const story = await finder.open();
  if (!story) return;
  const form = new URL(`../${story.id}/change/`, new URL(address("stories"), location.href));
  if (isUnsaved()) window.open(form, "_blank", "noopener");
  else location.assign(form);
}

document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== "KeyF") return;
  event.preventDefault();
  if (!document.querySelector("dialog:modal")) find();
});
for (const button of document.querySelectorAll("[data-find]")) button.addEventListener("click", find);
