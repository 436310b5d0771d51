/** What every screen of the admin has: nothing typed is lost, Ctrl+S saves, ordered rows, counted characters. */

import { element, say, settled } from "./dom.js";
import { keepPlace, leadToFields } from "./mending.js";
import { orderRows } from "./ordered.js";

const form = document.querySelector(".change-form #content-main > form");

/** Whether something is typed into the form that is not saved. */
export let isUnsaved = () => false;

if (form) {
  for (const fieldset of form.querySelectorAll("fieldset.ordered:has(input.position)")) orderRows(fieldset);
  for (const field of form.querySelectorAll("[data-lengths]")) count(field);
  for (const field of form.querySelectorAll("[data-follows]")) follow(field);
  keepWhatIsTyped();
  leadToFields();
  form.addEventListener("formset:added", () => setTimeout(nameChoosers));
  sayWhatTheLibraryHas();
}

// This browser may hold the page that readers saw before, for as long as readers' browsers may.
for (const link of document.querySelectorAll("a[data-fresh]")) fetch(link.href, { cache: "reload" });

window.django?.jQuery?.(nameChoosers); // after Django's own, which makes the choosers in the same way
window.django?.jQuery?.(document).on("select2:open", (event) => {
  const field = document.querySelector(".select2-container--open .select2-search__field");
  field?.setAttribute("aria-label", nameOf(event.target));
});

/** The number of a field's characters, under it, with what would cut them; a headline is one line. */
function count(field) {
  const lengths = JSON.parse(field.dataset.lengths);
  const shown = element("output", { className: "count", "aria-live": "off" });
  const aloud = settled(() => advice && say(`${field.labels[0].textContent.replace(/:\s*$/, "")}: ${advice}`), 1500);
  let advice = "";
  const show = () => {
    const { length } = field.value.trim();
    const before = advice;
    advice = lengths.findLast(([from]) => length >= from)?.[1] ?? "";
    const most = field.maxLength > 0 ? ` of ${field.maxLength}` : "";
    shown.textContent = length || most ? `${length}${most} characters${advice && `: ${advice}`}` : "";
    shown.classList.toggle("is-long", Boolean(advice));
    if (advice !== before && document.activeElement === field) aloud();
  };
  field.addEventListener("input", show);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && field.name === "headline") event.preventDefault();
  });
  field.after(shown);
  show();
}

/** A slug of a story that was saved goes on following its headline, as Django's own does before, until it is written otherwise. */
function follow(slug) {
  let isOwn = false;
  const headline = form.elements[slug.dataset.follows];
  slug.addEventListener("input", () => (isOwn = true));
  headline.addEventListener("input", () => {
    if (!isOwn) slug.value = window.URLify(headline.value, slug.maxLength);
  });
}

/** What a choice is called: by its label, or in a table by the head of its column. */
function nameOf(select) {
  const part = select.name.replace(/.*-/, "");
  const words = select.labels[0] ?? select.closest("table")?.querySelector(`th.column-${part}`);
  return words?.textContent.replace(/:?\s*$/, "").trim() || part;
}

/** Django's autocomplete fields have no names for those who listen. */
function nameChoosers() {
  for (const select of document.querySelectorAll("select.admin-autocomplete")) {
    const box = select.nextElementSibling;
    for (const part of box?.querySelectorAll(".select2-search__field, [role=combobox], [role=textbox]") ?? []) {
      part.setAttribute("aria-label", nameOf(select));
    }
  }
}

/** Ctrl+S or ⌘S saves, with Shift and Enter it leads to the publish screen; leaving with something unsaved asks first. */
function keepWhatIsTyped() {
  let saving = false;
  let before = null;
  const settle = () => (before ??= contents());
  // Editors and prepopulated fields put their own form on what they were given: that is no one's typing.
  form.addEventListener("prose-editor:ready", () => (before = contents()));
  form.addEventListener("pointerdown", settle, true);
  form.addEventListener("keydown", settle, true);
  form.addEventListener("submit", () => {
    saving = true;
    keepPlace();
  });
  window.addEventListener("pageshow", () => (saving = false));
  isUnsaved = () => before !== null && contents() !== before;
  window.addEventListener("beforeunload", (event) => {
    if (!saving && isUnsaved()) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const press = event.key === "Enter" && event.shiftKey ? toPublish : event.key.toLowerCase() === "s" ? save : null;
    if (!press) return;
    event.preventDefault();
    if (!document.querySelector("dialog:modal")) press();
  });
}

function save() {
  const button = form.querySelector("[name=_continue]") ?? form.querySelector("[name=_save]");
  form.requestSubmit(button);
}

function toPublish() {
  const button = form.elements._to_publish;
  if (button) form.requestSubmit(button);
}

/** Everything that would be sent, as one text. */
function contents() {
  const pairs = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
  return JSON.stringify(pairs.map(([name, value]) => [name, value instanceof File ? value.name : value]));
}

/** The lead picture's own words stand as placeholders where this use may have others. */
function sayWhatTheLibraryHas() {
  const show = ({ caption, alt }) => {
    form.elements.lead_caption.placeholder = caption;
    form.elements.lead_alt.placeholder = alt;
  };
  if (form.elements.lead_caption) form.addEventListener("photo:shown", (event) => show(event.detail));
}
