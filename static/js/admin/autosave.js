/**
 * What is typed into a story's form goes to the server every few seconds; what cannot, stays in this browser. The server
 * hears that the form is open, and tells who else has it open. `autosave:ask` has it sent at once; `autosave:kept` and
 * `autosave:failed` say on the form what became of it.
 */

import { element } from "./dom.js";
import { sendOnceHeard } from "./sending.js";
import { ask, signed, signForm } from "./server.js";

const PAUSE = 3000;
const HEARD = 5000;
const KEPT = "newsroom:typed:";

const field = document.querySelector("input[name=autosave]");
if (field) start(field.form, field);

function start(form, { value: key, dataset: { url, user } }) {
  const shown = document.querySelector("[data-autosave-state]");
  let stored = contents(form);
  let leaving = false;
  let busy = false;
  let again = false;

  const tell = (words, isAmiss = false) => {
    shown.value = words;
    shown.classList.toggle("is-amiss", isAmiss);
  };

  async function keep() {
    const now = contents(form);
    if (leaving || now === stored) return;
    if (busy) return void (again = true);
    busy = true;
    tell("Saving…");
    try {
      showOthers(await ask(url, null, { body: new URLSearchParams(now) }));
      stored = now;
      localStorage.removeItem(KEPT + key);
      tell(`Typed words saved ${new Date().toLocaleTimeString("en-GB")}`);
      form.dispatchEvent(new CustomEvent("autosave:kept"));
    } catch (error) {
      localStorage.setItem(KEPT + key, JSON.stringify({ url, user, typed: now }));
      tell(`Not saved, kept in this browser. ${error.message}`, true);
      form.dispatchEvent(new CustomEvent("autosave:failed"));
    }
    busy = false;
    if (again) {
      again = false;
      keep();
    }
  }

  // Editors and prepopulated fields put their own form on what they were given: that is no one's typing.
  form.addEventListener("prose-editor:ready", () => (stored = contents(form)));
  form.addEventListener("autosave:ask", keep);
  const hear = () => ask(url, null, { body: new URLSearchParams({ autosave: key }) });
  sendOnceHeard(form, hear, ({ message }) => {
    tell(`Not saved. ${message}`, true);
    keep();
  });
  form.addEventListener("submit", () => {
    leaving = true;
    signForm(form);
  });
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  setInterval(keep, PAUSE);
  if (form.elements.opened.value) tellThatItIsOpen(url, key);
  sendWhatWasKept(key, user);
}

/** Of a story that is stored: the server hears of this window until it is left. */
function tellThatItIsOpen(url, key) {
  const about = (more = {}) => new URLSearchParams({ autosave: key, ...more });
  const tell = () => ask(url, null, { body: about() }).then(showOthers, () => {}); // what is typed says what is amiss
  window.addEventListener("pagehide", () => navigator.sendBeacon(url, signed(about({ left: 1 }))));
  window.addEventListener("pageshow", tell);
  setInterval(tell, HEARD);
}

function showOthers({ others }) {
  const shown = document.querySelector("[data-others]");
  if (shown.textContent !== others.join(" ")) shown.textContent = others.join(" ");
}

/** What an earlier window could only keep here goes to the server, and is offered there when the form is next shown. */
async function sendWhatWasKept(key, user) {
  const names = Object.keys(localStorage).filter((name) => name.startsWith(KEPT) && name !== KEPT + key);
  let sent = 0;
  for (const name of names) {
    const kept = JSON.parse(localStorage.getItem(name));
    if (kept.user !== user) continue;
    const arrived = await ask(kept.url, null, { body: new URLSearchParams(kept.typed) }).catch(() => null);
    if (!arrived) continue;
    localStorage.removeItem(name);
    sent += 1;
  }
  if (sent) offer();
}

function offer() {
  const again = element("a", { href: "" }, "Load the page again to see them");
  const words = element("p", { className: "unsaved" }, "Words that were kept in this browser have reached the server. ", again);
  field.after(words);
}

/** Everything that would be sent but for files, as the text of a query. */
function contents(form) {
  const pairs = [...new FormData(form)].filter(([name, value]) => name !== "csrfmiddlewaretoken" && !(value instanceof File));
  return new URLSearchParams(pairs).toString();
}
