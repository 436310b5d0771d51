/**
 * Arranging a front without loading the page anew: every step is sent as its button would send it, one after the other,
 * and the answer's parts take the place of this page's. Rows are dragged, or moved by Alt and an arrow; what a step did
 * is shown where the buttons are, and said aloud.
 */

import { dropping } from "./front_dragging.js";
import { previewPane } from "./preview_pane.js";
import { reason, signed, signForm } from "./server.js";

const ARROWS = { ArrowUp: "up", ArrowDown: "down" };
const TYPED = "input[name]:not([type=hidden])";
const screen = document.querySelector("[data-arranging]");
const said = screen.querySelector("[data-said]");
const { url } = screen.dataset;
const pane = document.querySelector("[data-preview-pane]");
const preview = previewPane(pane, document.querySelector("[data-preview]"), () => pane.dataset.url, refresh);
let last = Promise.resolve();
let isByKeys = false;

screen.classList.add("has-scripts");
screen.addEventListener("submit", onSubmit);
screen.addEventListener("change", onChoice);
screen.addEventListener("keydown", onKey);
screen.addEventListener("pointerdown", () => (isByKeys = false));
dropping(screen, (step, row) => send(step, "", row));
// After a refusal the page stands where fronts are put live; where it is loaded from, it is here.
if (location.pathname !== url) history.replaceState(null, "", url);

function refresh() {
  preview.refresh(() => pane.dataset.url, () => "");
}

function onSubmit(event) {
  const form = event.target;
  if (form.matches("[data-find]")) {
    event.preventDefault();
    take(`${url}?${new URLSearchParams(new FormData(form))}`, null, form.q.id);
  } else if (form.matches("[data-steps]")) {
    event.preventDefault();
    const body = new FormData(form);
    body.set("step", event.submitter.value);
    take(url, body, event.submitter.dataset.key, event.submitter);
  } else signForm(form);
}

/** A choice of the mouse or a finger is sent at once; whoever walks a list by its keys sends it by Enter, or by its button. */
function onChoice(event) {
  const choice = event.target.closest("select[data-sends]");
  if (choice && !isByKeys) sendChoice(choice);
}

function sendChoice(choice) {
  if (choice.value || choice.id) send(choice.dataset.sends, choice.id || choice.name, choice);
}

function onKey(event) {
  isByKeys = true;
  if (event.key === "Enter" && event.target.matches("select[data-sends]")) {
    event.preventDefault();
    sendChoice(event.target);
  }
  const way = event.altKey && ARROWS[event.key];
  const button = way && event.target.closest("[data-article]")?.querySelector(`[data-move=${way}]`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) send(button.value, event.target.dataset.key, event.target);
}

function send(step, key, from) {
  const body = new FormData(document.getElementById("front-steps"));
  body.set("step", step);
  if (from.matches("select")) body.set(from.name, from.value);
  take(url, body, key, from);
}

/** Steps follow each other: one that is made while another is under way waits for it. */
function take(where, body, key, from) {
  last = last.then(() => go(where, body, key, from));
}

/** Ask the server, and show its answer in place of what is here; the focus stays where it was, or with its story. */
async function go(where, body, key, from) {
  const article = from?.closest("[data-article]")?.dataset.article;
  screen.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(where, body ? { method: "POST", body: signed(body) } : {}).catch(() => {
      throw new Error("The server does not answer, and this step is not made. Check the connection, then try again.");
    });
    const isOurs = response.ok && new URL(response.url).pathname === url;
    if (!isOurs) throw new Error(reason(response));
    show(new DOMParser().parseFromString(await response.text(), "text/html"), key, article);
    if (!body) history.replaceState(null, "", where);
    refresh();
  } catch (error) {
    tell(error.message, true);
  } finally {
    screen.removeAttribute("aria-busy");
  }
}

function show(answer, key, article) {
  const typed = [...screen.querySelectorAll(TYPED)].filter(isTyped);
  const isMore = screen.querySelector(".front-more")?.open;
  for (const part of screen.querySelectorAll("[data-part]")) {
    const made = answer.querySelector(`[data-part="${part.dataset.part}"]`);
    part.replaceChildren(...document.adoptNode(made).childNodes);
  }
  typed.forEach(typeAgain);
  if (isMore) screen.querySelector(".front-more")?.setAttribute("open", "");
  const message = answer.querySelector(".messagelist li");
  tell(message?.textContent.trim() ?? "", message?.classList.contains("error"));
  focusOn(key, article);
}

const isTyped = (input) => (input.type === "radio" ? input.checked : input.value !== input.defaultValue);

/** What was typed, or chosen, and not sent yet, in the field that took its field's place. */
function typeAgain(input) {
  const same = [...screen.querySelectorAll(TYPED)].filter((one) => one.name === input.name);
  const field = input.type === "radio" ? same.find((one) => one.value === input.value) : same[0];
  if (!field) return;
  if (input.type === "radio") field.checked = true;
  else field.value = input.value;
}

function focusOn(key, article) {
  const named = key ? [`[data-key="${CSS.escape(key)}"]`, `#${CSS.escape(key)}`, `select[name="${CSS.escape(key)}"]`] : [];
  const row = article ? [`.front-slots [data-article="${article}"] :is(button:enabled, a)`] : [];
  const found = [...named, ...row, "[data-key=undo]"].map((one) => screen.querySelector(one));
  found.find((one) => one && !one.disabled && one.checkVisibility())?.focus();
}

/** What happened, seen beside the buttons and said. */
function tell(words, isAmiss = false) {
  document.querySelector(".messagelist")?.remove();
  said.value = words;
  said.classList.toggle("is-amiss", isAmiss);
}
