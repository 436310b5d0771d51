/**
 * Arranging a front without loading the page anew: every step is sent as its button would send it, and the answer's
 * page takes the place of this one. Rows are dragged, or moved by Alt and an arrow; what a step did is said aloud.
 */

import { say } from "./dom.js";
import { bring, fetched, fit } from "./frames.js";
import { reason, signed } from "./server.js";

const screen = document.querySelector("[data-arranging]");
const preview = document.querySelector("[data-front-preview]");
const ARROWS = { ArrowUp: "up", ArrowDown: "down" };
let dragged = null;
let isBusy = false;

if (screen) start();

function start() {
  screen.classList.add("has-scripts");
  screen.addEventListener("submit", onSubmit);
  screen.addEventListener("change", onChoice);
  screen.addEventListener("keydown", onKey);
  for (const [name, act] of [["dragstart", onDragStart], ["dragover", onDragOver], ["drop", onDrop], ["dragend", endDrag]]) {
    screen.addEventListener(name, act);
  }
  preview.hidden = false;
  const frames = [...preview.querySelectorAll("[data-frame]")];
  const sizes = new ResizeObserver(() => frames.forEach(fit));
  frames.forEach((frame) => sizes.observe(frame));
  refresh();
}

function onSubmit(event) {
  const form = event.target;
  if (form.matches("[data-find]")) {
    event.preventDefault();
    go(`${location.pathname}?${new URLSearchParams(new FormData(form))}`, null, form.q.id);
  } else if (form.matches("[data-steps]")) {
    event.preventDefault();
    const body = new FormData(form);
    body.set("step", event.submitter.value);
    go(location.pathname, body, event.submitter.dataset.key, event.submitter);
  }
}

/** A choice is sent once it is made; those who walk a list by its arrows in one browser or another send it by its button. */
function onChoice(event) {
  const choice = event.target.closest("select[data-sends]");
  if (choice && (choice.value || choice.name === "topic")) send(choice.dataset.sends, choice.id || choice.name, choice);
}

function onKey(event) {
  const way = event.altKey && ARROWS[event.key];
  const button = way && event.target.closest("[data-article]")?.querySelector(`[data-move=${way}]`);
  if (!button) return;
  event.preventDefault();
  if (!button.disabled) send(button.value, event.target.dataset.key, event.target);
}

function send(step, key, from) {
  const body = new FormData(document.getElementById("front-steps"));
  body.set("step", step);
  const choice = from.matches("select") ? from : null;
  if (choice) body.set(choice.name, choice.value);
  go(location.pathname, body, key, from);
}

/** Ask the server, and show its answer in place of what is here; the focus stays where it was, or with its story. */
async function go(url, body, key, from) {
  if (isBusy) return;
  isBusy = true;
  const article = from?.closest("[data-article]")?.dataset.article;
  screen.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, body ? { method: "POST", body: signed(body) } : {}).catch(() => {
      throw new Error("The server does not answer. Check the connection, then try again.");
    });
    const isOurs = response.ok && new URL(response.url).pathname === location.pathname;
    if (!isOurs) throw new Error(reason(response));
    show(new DOMParser().parseFromString(await response.text(), "text/html"), key, article);
    if (!body) history.replaceState(null, "", url);
    refresh();
  } catch (error) {
    tell(error.message, true);
  } finally {
    isBusy = false;
    screen.removeAttribute("aria-busy");
  }
}

function show(answer, key, article) {
  screen.replaceChildren(...document.adoptNode(answer.querySelector("[data-arranging]")).childNodes);
  const said = answer.querySelector(".messagelist li");
  tell(said?.textContent.trim() ?? "", said?.classList.contains("error"));
  const named = key && (screen.querySelector(`[data-key="${CSS.escape(key)}"]:enabled`) ?? document.getElementById(key));
  const row = article && screen.querySelector(`.front-slots [data-article="${article}"]`);
  (named || row?.querySelector("button:enabled, a"))?.focus();
}

/** What happened: seen where it went wrong, and always said. */
function tell(words, isAmiss) {
  for (const old of document.querySelectorAll(".messagelist, .front-amiss")) old.remove();
  if (isAmiss) {
    const note = document.createElement("p");
    note.className = "errornote front-amiss";
    note.textContent = words;
    screen.before(note);
  }
  if (words) say(words);
}

async function refresh() {
  const state = preview.querySelector("[data-preview-state]");
  try {
    const page = await fetched(preview.dataset.url);
    for (const frame of preview.querySelectorAll("iframe")) bring(frame, page);
    state.value = "";
  } catch (error) {
    state.value = `Not up to date. ${error.message}`;
  }
}

// Dragging

function onDragStart(event) {
  dragged = event.target.closest?.("[data-article]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.querySelector(".front-headline").textContent.trim());
  dragged.classList.add("is-dragged");
}

function onDragOver(event) {
  const rows = dragged && event.target.closest(".front-slots .front-slot")?.querySelector(".front-rows");
  mark(rows ? place(rows, event.clientY) : null);
  if (rows) event.preventDefault();
}

function onDrop(event) {
  const rows = dragged && event.target.closest(".front-slots .front-slot")?.querySelector(".front-rows");
  if (!rows) return;
  event.preventDefault();
  const { position } = place(rows, event.clientY);
  const { slot } = rows.closest("[data-slot]").dataset;
  send(`place ${dragged.dataset.article} ${slot} ${position}`, "", dragged);
  endDrag();
}

function endDrag() {
  dragged?.classList.remove("is-dragged");
  dragged = null;
  mark(null);
}

/** The place at which a story would come to stand, and the row before which that is. */
function place(rows, y) {
  const others = [...rows.querySelectorAll("[data-article]")].filter((row) => row !== dragged);
  const before = others.find((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  const at = before ? placeOf(before) : others.length ? placeOf(others.at(-1)) + 1 : 0;
  const leavesPlace = rows.contains(dragged) && placeOf(dragged) < at;
  return { rows, before, position: leavesPlace ? at - 1 : at };
}

const placeOf = (row) => Number(row.dataset.position);

function mark(where) {
  for (const old of screen.querySelectorAll(".drop-before, .drop-last")) old.classList.remove("drop-before", "drop-last");
  if (where?.before) where.before.classList.add("drop-before");
  else where?.rows.classList.add("drop-last");
}
