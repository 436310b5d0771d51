/** What the file said beside what the form has: each word can be taken over, and put back; and the raw blocks searched. */

import { read, same, write } from "./form_values.js";

const MARKS = { same: "The same", differs: "Differs", empty: "Empty here" };

class Row {
  constructor(form, row) {
    Object.assign(this, { form, row, takes: JSON.parse(row.dataset.takes), before: null });
    this.button = row.querySelector("[data-take]");
    this.mark = row.querySelector("[data-mark]");
    this.kept = row.querySelector("[data-kept]");
    this.words = this.button.firstChild;
    this.button.addEventListener("click", () => this.#act());
    this.stored = JSON.stringify(this.#now());
    this.shown = [...this.kept.childNodes];
    this.show();
  }

  #now() {
    return Object.fromEntries(Object.keys(this.takes).map((name) => [name, read(this.form, name)]));
  }

  #act() {
    const values = this.before ?? this.takes;
    this.before = this.before ? null : this.#now();
    write(this.form, values);
    this.show();
  }

  show() {
    const now = this.#now();
    const isSame = Object.entries(this.takes).every(([name, value]) => same(value, now[name]));
    const state = isSame ? "same" : Object.values(now).some((value) => value.length) ? "differs" : "empty";
    if (!isSame) this.before = null;
    this.row.className = `is-${state}`;
    this.mark.textContent = isSame && this.before ? "Taken, not saved yet" : MARKS[state];
    this.words.data = isSame ? "Put back " : "Take this ";
    this.button.hidden = isSame && !this.before;
    this.#showKept(now);
  }

  /** The library's words as they stand in the form now. */
  #showKept(now) {
    if (JSON.stringify(now) === this.stored) {
      this.kept.replaceChildren(...this.shown);
      return;
    }
    const line = "credit_line" in now ? [now.credit_line] : Object.values(now);
    const chosen = this.form.elements[Object.keys(now)[0]];
    const words = chosen instanceof HTMLSelectElement && chosen.value ? [chosen.selectedOptions[0].text] : line;
    this.kept.textContent = words.flat().filter(Boolean).join(" ") || "—";
  }
}

export function compareWithFile(form) {
  const rows = [...form.querySelectorAll("[data-file-said] tr:has([data-take])")].map((row) => new Row(form, row));
  form.addEventListener("input", () => rows.forEach((row) => row.show()));
  form.addEventListener("change", () => rows.forEach((row) => row.show()));
}

/** The rows of the raw blocks that hold the words looked for. */
export function findInRaw(place) {
  const field = place?.querySelector("input");
  if (!field) return;
  place.hidden = false;
  const rows = [...place.parentElement.querySelectorAll("tbody tr")];
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  field.addEventListener("input", (event) => {
    event.stopPropagation();
    const wanted = field.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
    const left = rows.filter((row) => !row.hidden).length;
    place.querySelector("[data-found]").textContent = wanted ? `${left} of ${rows.length}` : "";
  });
}
