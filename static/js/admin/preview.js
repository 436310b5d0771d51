/**
 * The preview beside a story's form: the readers' own page, as wide as a desk and a phone. What is typed reaches the
 * server by the autosave, and the page is then brought up to date in place.
 */

import { settled } from "./dom.js";
import { previewPane } from "./preview_pane.js";

const PAUSE = 500;

const pane = document.querySelector("[data-preview-pane]");
const field = document.querySelector("input[name=autosave]");
if (pane && field) start(field.form, document.querySelector("[data-preview]"));

function start(form, opener) {
  const url = (more) => `${pane.dataset.url}?${new URLSearchParams({ window: field.value, ...more })}`;
  const preview = previewPane(pane, opener, url, () => {
    askForKeeping();
    refresh();
  });

  const askForKeeping = () => preview.isOpen() && form.dispatchEvent(new CustomEvent("autosave:ask"));
  const refresh = () => preview.refresh(() => url({ framed: 1 }), () => `As typed at ${new Date().toLocaleTimeString("en-GB")}`);

  const soon = settled(askForKeeping, PAUSE);
  for (const name of ["input", "change", "keyup", "click"]) form.addEventListener(name, soon);
  form.addEventListener("autosave:kept", refresh);
  form.addEventListener("autosave:failed", () => preview.isOpen() && preview.tell("Not up to date: what is typed is not saved.", true));
}
