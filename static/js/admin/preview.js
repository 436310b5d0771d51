/**
 * The preview beside a story's form: the readers' own page, as wide as a desk and a phone. What is typed reaches the
 * server by the autosave, and the page is then brought up to date in place.
 */

import { settled } from "./dom.js";
import { bring, fetched, fit } from "./frames.js";

const PAUSE = 500;
const KEPT = "newsroom:preview";
const WIDTHS = { desk: ["desk"], phone: ["phone"], both: ["desk", "phone"] };
const ROOM_FOR_BOTH = 1200;

const pane = document.querySelector("[data-preview-pane]");
const field = document.querySelector("input[name=autosave]");
if (pane && field) start(field.form, document.querySelector("[data-preview]"));

function start(form, opener) {
  const frames = [...pane.querySelectorAll("[data-frame]")];
  const shown = pane.querySelector("[data-preview-state]");
  const url = (more) => `${pane.dataset.url}?${new URLSearchParams({ window: field.value, ...more })}`;
  let busy = false;
  let again = false;

  const isOpen = () => !pane.hidden;
  const askForKeeping = () => isOpen() && form.dispatchEvent(new CustomEvent("autosave:ask"));

  function tell(words, isAmiss = false) {
    shown.value = words;
    shown.classList.toggle("is-amiss", isAmiss);
  }

  async function refresh() {
    if (!isOpen()) return;
    if (busy) return void (again = true);
    busy = true;
    try {
      const page = await fetched(url({ framed: 1 }));
      for (const frame of frames) bring(frame.querySelector("iframe"), page);
      tell(`As typed at ${new Date().toLocaleTimeString("en-GB")}`);
    } catch (error) {
      tell(`Not up to date. ${error.message}`, true);
    }
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  }

  function open() {
    pane.hidden = false;
    document.body.classList.add("previewing");
    opener.setAttribute("aria-expanded", "true");
    pane.querySelector("[data-preview-tab]").href = url();
    choose(localStorage.getItem(KEPT) ?? (window.innerWidth < ROOM_FOR_BOTH ? "phone" : "both"));
    tell("Loading…");
    askForKeeping();
    refresh();
  }

  function close() {
    const hadFocus = pane.contains(document.activeElement);
    pane.hidden = true;
    document.body.classList.remove("previewing", "previewing-both");
    opener.setAttribute("aria-expanded", "false");
    if (hadFocus) opener.focus();
  }

  function choose(name) {
    const widths = WIDTHS[window.innerWidth < 768 ? "phone" : name] ?? WIDTHS.phone;
    for (const frame of frames) frame.hidden = !widths.includes(frame.dataset.frame);
    for (const button of pane.querySelectorAll("[data-widths]")) {
      button.setAttribute("aria-pressed", String(button.dataset.widths === name));
    }
    pane.querySelector(".preview-frames").classList.toggle("is-both", widths.length === 2);
    document.body.classList.toggle("previewing-both", widths.length === 2);
    frames.forEach(fit);
  }

  opener.hidden = false;
  opener.setAttribute("aria-controls", pane.id);
  opener.setAttribute("aria-expanded", "false");
  opener.setAttribute("role", "button");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    isOpen() ? close() : open();
  });
  pane.querySelector("[data-preview-close]").addEventListener("click", close);
  pane.addEventListener("keydown", (event) => event.key === "Escape" && close());
  for (const button of pane.querySelectorAll("[data-widths]")) {
    button.addEventListener("click", () => {
      localStorage.setItem(KEPT, button.dataset.widths);
      choose(button.dataset.widths);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || !event.altKey || event.code !== "KeyP") return;
    event.preventDefault();
    isOpen() ? close() : open();
  });

  const sizes = new ResizeObserver(() => frames.forEach(fit));
  frames.forEach((frame) => sizes.observe(frame));
  const soon = settled(askForKeeping, PAUSE);
  for (const name of ["input", "change", "keyup", "click"]) form.addEventListener(name, soon);
  form.addEventListener("autosave:kept", refresh);
  form.addEventListener("autosave:failed", () => isOpen() && tell("Not up to date: what is typed is not saved.", true));
}
