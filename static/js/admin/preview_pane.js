/** The pane that shows readers' page beside a form, as wide as a desk, a phone or both; it is opened by its button or by Ctrl, Alt and P. */

import { bring, fetched, fit } from "./frames.js";

const KEPT = "newsroom:preview";
const WIDTHS = { desk: ["desk"], phone: ["phone"], both: ["desk", "phone"] };
const ROOM_FOR_BOTH = 1200;

/**
 * The pane, opened and closed by `opener`; `address` gives what its tab shows, `onOpen` is called each time. It can be
 * asked whether it is open, told what to say, and told to show the page at a URL as it is now.
 */
export function previewPane(pane, opener, address, onOpen) {
  const frames = [...pane.querySelectorAll("[data-frame]")];
  const shown = pane.querySelector("[data-preview-state]");
  let busy = false;
  let again = false;

  const isOpen = () => !pane.hidden;

  function tell(words, isAmiss = false) {
    shown.value = words;
    shown.classList.toggle("is-amiss", isAmiss);
  }

  /** Bring the page at `url` into the frames; `done` is what is said then. */
  async function refresh(url, done) {
    if (!isOpen()) return;
    if (busy) return void (again = true);
    busy = true;
    try {
      const page = await fetched(url());
      for (const frame of frames) bring(frame.querySelector("iframe"), page);
      tell(done());
    } catch (error) {
      tell(`Not up to date. ${error.message}`, true);
    }
    busy = false;
    if (again) {
      again = false;
      refresh(url, done);
    }
  }

  function open() {
    pane.hidden = false;
    document.body.classList.add("previewing");
    opener.setAttribute("aria-expanded", "true");
    pane.querySelector("[data-preview-tab]").href = address();
    choose(localStorage.getItem(KEPT) ?? (window.innerWidth < ROOM_FOR_BOTH ? "phone" : "both"));
    tell("Loading…");
    onOpen();
  }

  function close() {
    const hadFocus = pane.contains(document.activeElement);
    pane.hidden = true;
    document.body.classList.remove("previewing", "previewing-both");
    opener.setAttribute("aria-expanded", "false");
    if (hadFocus) opener.focus();
  }

  const toggle = () => (isOpen() ? close() : open());

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
    toggle();
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
    toggle();
  });
  const sizes = new ResizeObserver(() => frames.forEach(fit));
  frames.forEach((frame) => sizes.observe(frame));
  return { isOpen, tell, refresh };
}
