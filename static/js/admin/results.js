/** A dialog that answers, and the list of found things in it: search, more, and arrow keys. */

import { settled } from "./dom.js";
import { neighbour } from "./grid.js";
import { ask, Refusal } from "./server.js";

/** Open `dialog`; the promise holds what was given to `answer(value)`, or null if it was closed. */
export class Question {
  #settle = null;

  constructor(dialog) {
    this.dialog = dialog;
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("[data-close]")) dialog.close();
    });
  }

  ask() {
    this.dialog.showModal();
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.dialog.addEventListener("close", () => resolve(null), { once: true });
    });
  }

  /** The answer is told with the closing, not by the later event of it: a key pressed between the two would go astray. */
  answer(value) {
    this.dialog.close();
    this.#settle(value);
  }
}

export class Results {
  /** `row(found)` makes the list item of one; `root` holds the search field, the list, the status and "more". */
  constructor(root, url, row) {
    this.url = url;
    this.row = row;
    this.search = root.querySelector("input[type=search]");
    this.list = root.querySelector("[data-results]");
    this.status = root.querySelector("[data-status]");
    this.more = root.querySelector("[data-more]");
    this.besides = [];
    this.search.addEventListener("input", settled(() => this.load()));
    this.search.addEventListener("keydown", (event) => this.#down(event));
    this.more.addEventListener("click", () => this.load(this.next));
    this.list.addEventListener("keydown", (event) => this.#arrows(event));
  }

  async load(page = 1) {
    this.running?.abort();
    this.running = new AbortController();
    this.status.textContent = "Looking…";
    const parameters = [["q", this.search.value], ["page", page], ...this.besides.map((id) => ["besides", id])];
    try {
      const answer = await ask(this.url, parameters, { signal: this.running.signal });
      this.#show(answer, page);
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!(error instanceof Refusal)) throw error;
      this.status.textContent = error.message;
    }
  }

  #show({ found, next }, page) {
    const rows = found.map(this.row);
    if (page === 1) this.list.replaceChildren(...rows);
    else this.list.append(...rows);
    this.next = next;
    this.more.hidden = !next;
    const count = this.list.children.length;
    this.status.textContent = count ? `${count}${next ? " and more" : ""} found, newest first` : "Nothing found.";
    if (page > 1) rows[0]?.querySelector("button").focus();
  }

  #down(event) {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    this.list.querySelector("button")?.focus();
  }

  #arrows(event) {
    const buttons = [...this.list.querySelectorAll("button")];
    const there = neighbour(buttons, event);
    if (there === null) return;
    event.preventDefault();
    (buttons[there] ?? this.search).focus();
  }
}
