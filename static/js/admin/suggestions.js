/**
 * The related section of a story's form follows what is typed, once the autosave has kept it and while it is in sight:
 * each row says why readers get its link or not, and below them stands what else goes with the story, a click from it.
 */

import { element, say } from "./dom.js";
import { ask } from "./server.js";

const NEARLY_IN_SIGHT = "400px";
const CAN_HOVER = window.matchMedia("(hover: hover)");

const section = document.querySelector("[data-suggestions]");
const field = document.querySelector("input[name=autosave]");
if (section && field) start(field.form, document.getElementById("related_links-group"));

function start(form, group) {
  const fold = section.closest("details");
  const offers = section.querySelector("[data-offers]");
  const shown = section.querySelector("[data-suggestions-state]");
  let isStale = "stale" in section.dataset;
  let isInSight = false;
  let isBusy = false;
  let waiting = null;

  async function refresh() {
    if (!isStale || !isInSight || !fold.open || isBusy) return;
    isBusy = true;
    isStale = false;
    try {
      const found = await ask(section.dataset.url, { window: field.value });
      showLines(group, found.lines);
      waiting = found.offers;
      settle();
      tell(`As typed at ${new Date().toLocaleTimeString("en-GB")}`);
    } catch (error) {
      tell(`Not up to date. ${error.message}`, true);
    }
    isBusy = false;
    refresh();
  }

  /** Nothing moves under a pointer. */
  function settle() {
    if (waiting === null || (CAN_HOVER.matches && offers.matches(":hover"))) return;
    showOffers(offers, waiting);
    waiting = null;
  }

  function tell(words, isAmiss = false) {
    shown.value = words;
    shown.classList.toggle("is-amiss", isAmiss);
  }

  const keep = () => form.dispatchEvent(new CustomEvent("autosave:ask"));
  form.addEventListener("autosave:kept", () => {
    isStale = true;
    refresh();
  });
  offers.addEventListener("pointerleave", settle);
  offers.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=_pin]");
    if (!button) return;
    event.preventDefault();
    waiting = null;
    pin(group, button.closest("[data-offer]"));
    keep();
  });
  window.django.jQuery(group).on("change", () => setTimeout(keep)); // choices are told of by jQuery alone
  group.addEventListener("formset:removed", () => setTimeout(keep));
  const look = (entries) => {
    isInSight = entries.at(-1).isIntersecting;
    refresh();
  };
  new IntersectionObserver(look, { rootMargin: NEARLY_IN_SIGHT }).observe(fold);
  fold.addEventListener("toggle", refresh);
}

/** The rows that say something, in their order: what a content has of them. */
function filledRows(group) {
  const rows = [...group.querySelectorAll(".inline-related:not(.empty-form)")];
  const says = (row) => row.querySelectorAll(":is(select, textarea, input[type=url], input[type=text])");
  const isRemoved = (row) => row.querySelector("input[name$=-DELETE]")?.checked;
  return rows.filter((row) => !isRemoved(row) && [...says(row)].some(({ value }) => value.trim()));
}

const storyOf = (row) => row.querySelector("select[name$=-target]").value;

/** Beside each row why readers get its link or not; not where the rows have changed since. */
function showLines(group, lines) {
  const rows = filledRows(group);
  if (rows.map(storyOf).join() !== lines.map(({ story }) => story ?? "").join()) return;
  rows.forEach((row, place) => (row.querySelector(".field-stands .readonly").innerHTML = lines[place].text));
}

/** Who stands on an offer goes on standing on it, wherever it is now. */
function showOffers(offers, html) {
  const made = element("template", { innerHTML: html });
  const chosen = document.activeElement.closest("[data-offer]")?.dataset.offer;
  offers.replaceChildren(made.content);
  if (chosen) (offers.querySelector(`[data-offer="${chosen}"] button`) ?? heading()).focus();
}

/** The story of an offer in a row of its own, the last. */
function pin(group, offer) {
  const headline = offer.querySelector(".offer-headline").textContent;
  const row = addedRow(group);
  const choice = row.querySelector("select[name$=-target]");
  choice.append(new Option(headline, offer.dataset.offer, true, true));
  choice.dispatchEvent(new Event("change", { bubbles: true }));
  row.querySelector(".inline_label").textContent = headline;
  const all = [...section.querySelectorAll("[data-offer]")];
  const next = all[all.indexOf(offer) + 1] ?? all[all.indexOf(offer) - 1];
  offer.remove();
  (next?.querySelector("button") ?? heading()).focus();
  say(`Pinned ${headline}. It is number ${filledRows(group).length}; its row has a button to remove it.`);
}

function addedRow(group) {
  let row;
  group.addEventListener("formset:added", (event) => (row = event.target), { once: true });
  group.querySelector(".add-row a").click();
  return row;
}

function heading() {
  const title = document.getElementById("suggestions-title");
  title.tabIndex = -1;
  return title;
}
