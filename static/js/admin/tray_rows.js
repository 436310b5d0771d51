/** The rows of the tray: while a file is on its way, and when its words are completed. */

import { warnOfRepeats } from "./alt_text.js";
import { showReading } from "./credit_reading.js";
import { button, element, previewFile } from "./dom.js";

/** A row for a file that is on its way, and what can happen to it there. */
export function coming(file) {
  const picture = element("img", { alt: "", hidden: true });
  const bar = element("progress", { max: 1, value: 0, "aria-label": `Progress of ${file.name}` });
  const outcome = element("strong", { className: "outcome" });
  const note = element("p", { className: "brought-note" });
  const head = element("p", { className: "brought-head" }, element("span", { className: "brought-name" }, file.name), outcome);
  const dom = element(
    "li",
    { className: "brought is-small", tabIndex: -1, "data-row": "" },
    element("div", { className: "brought-picture" }, picture),
    element("div", { className: "brought-body" }, head, bar, note),
  );

  function say(state, words) {
    dom.dataset.outcome = state;
    outcome.textContent = words;
    outcome.classList.toggle("error", state === "failed" || state === "refused");
    bar.hidden = state !== "sending";
  }

  function wait() {
    note.replaceChildren();
    say("waiting", "Waiting");
  }

  function start() {
    bar.value = 0;
    previewFile(picture, file);
    say("sending", "0%");
  }

  function progress(share) {
    if (share < 1) {
      bar.value = share;
      outcome.textContent = `${Math.floor(100 * share)}%`;
    } else {
      bar.removeAttribute("value"); // the server is at work now
      outcome.textContent = "Being read…";
    }
  }

  function refuse(why) {
    note.replaceChildren(element("span", { className: "error" }, why));
    say("refused", "Refused");
  }

  function fail(why, again) {
    note.replaceChildren(element("span", { className: "error" }, why), " ", button("Try again", again));
    say("failed", "Did not arrive");
  }

  wait();
  return { dom, wait, start, progress, refuse, fail, done: () => previewFile(picture, null) };
}

const field = (row, name) => row.querySelector(`[name$="-${name}"]:not([name^="initial-"])`);

/** Make a row that came from the server answer to what is typed in it. */
export function completing(row) {
  if (!row.querySelector("[data-words-of]")) return;
  const alt = field(row, "alt");
  warnOfRepeats(alt, field(row, "caption"), row.querySelector("[data-warning]"));
  showReading(field(row, "credit"), row.querySelector("[data-reading]"));
}

/** The first field that is still empty, of those that a picture needs; the alt text first, for no file brings it. */
export function firstToFill(row) {
  const isDecorative = field(row, "is_decorative")?.checked;
  const wanted = [isDecorative ? null : field(row, "alt"), field(row, "credit"), field(row, "caption"), field(row, "rights_category")];
  return wanted.find((one) => one && !one.value.trim()) ?? null;
}

function isChanged(one) {
  if (one.type === "checkbox") return one.checked !== one.defaultChecked;
  if (one.options) return one.value !== ([...one.options].find((option) => option.defaultSelected)?.value ?? "");
  return one.value !== one.defaultValue;
}

/** Whether something was typed that the server does not have. */
export function isUnsaved(row) {
  const fields = [...row.querySelectorAll("textarea, select, input:not([type=hidden])")];
  return Boolean(row.querySelector("[data-unsaved]")) || fields.some(isChanged);
}

/** What a row would send. */
export const fieldsOf = (row) =>
  [...row.querySelectorAll("textarea, select, input")].filter((one) => one.type !== "checkbox" || one.checked).map((one) => [one.name, one.value]);

export function focusOn(place) {
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: "nearest" });
}
