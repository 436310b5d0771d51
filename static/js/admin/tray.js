/** Bringing pictures: files go up a few at a time, each with a row of its own, in which its words are completed. */

import { element, say } from "./dom.js";
import { filesIn } from "./dropped_files.js";
import { address, ask, Refusal } from "./server.js";
import { coming, completing, fieldsOf, firstToFill, focusOn, isUnsaved } from "./tray_rows.js";
import { upload } from "./uploading.js";

const AT_ONCE = 3;

export class Tray {
  /** With `use`, the pictures go into a story: it is given those that were chosen for it, in their order. */
  constructor(root, use = null) {
    this.root = root;
    this.use = use;
    this.drop = root.querySelector("[data-drop]");
    this.words = root.querySelector("[data-words]");
    this.list = root.querySelector("[data-rows]");
    this.foot = root.querySelector("[data-foot]");
    this.status = root.querySelector("[data-status]");
    this.several = true;
    this.queue = [];
    this.running = 0;
    this.photos = new WeakMap(); // the photo of each row, as the server describes it
    this.drop.elements.pictures.addEventListener("change", ({ target }) => {
      this.take([...target.files]);
      target.value = "";
    });
    for (const type of ["dragover", "dragleave", "drop"]) {
      this.drop.addEventListener(type, () => this.drop.classList.toggle("is-over", type === "dragover"));
    }
    this.drop.addEventListener("submit", (event) => event.preventDefault());
    this.words.addEventListener("submit", (event) => this.#submitted(event));
    this.words.addEventListener("click", (event) => this.#clicked(event));
    this.words.addEventListener("keydown", (event) => this.#key(event));
    for (const row of this.rows) completing(row);
    window.addEventListener("beforeunload", (event) => this.isBusy && event.preventDefault());
  }

  get rows() {
    return [...this.list.children];
  }

  /** Those with a photo that the library has, to be completed or used. */
  get ready() {
    return this.rows.filter((row) => row.dataset.photo);
  }

  get isBusy() {
    return this.running > 0 || this.queue.length > 0 || this.rows.some(isUnsaved);
  }

  /** Whether something here still waits for its place in a story. */
  get isWaiting() {
    return this.ready.length > 0 || this.isBusy;
  }

  /** Whether all may be used at once: a lead picture is one. */
  allow(several) {
    this.several = several;
    this.#count();
  }

  /** To the first thing left to fill in, else to the choice of files. */
  focus() {
    const row = this.rows.find(firstToFill);
    focusOn(row ? firstToFill(row) : this.drop.elements.pictures);
  }

  /** Take what was dropped or pasted; a folder's files are taken one by one. */
  async takeFrom(data) {
    this.take(await filesIn(data));
  }

  take(files) {
    const batch = []; // the rows of these files, each once it is known what became of it
    files.forEach((file, place) => {
      const row = coming(file);
      this.list.append(row.dom);
      if (file.size > Number(this.root.dataset.maxBytes)) {
        row.refuse(this.root.dataset.tooLarge);
        batch[place] = row.dom;
      } else this.queue.push({ file, row, place, batch });
    });
    this.#next();
  }

  #next() {
    while (this.running < AT_ONCE && this.queue.length) {
      this.running += 1;
      this.#send(this.queue.shift()).finally(() => {
        this.running -= 1;
        this.#next();
      });
    }
    this.#count();
  }

  async #send(job) {
    const body = new FormData(this.drop);
    body.set("pictures", job.file, job.file.name);
    if (job.isAgain) body.set("again", "1"); // it may have arrived, and only the answer have been lost
    job.row.start();
    try {
      const { row, photo } = await upload(this.drop.action, body, (share) => job.row.progress(share));
      this.#arrived(job, row, photo);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      job.row.fail(error.message, () => this.#again(job));
    }
  }

  #again(job) {
    this.queue.push({ ...job, isAgain: true });
    job.row.wait();
    focusOn(job.row.dom);
    this.#next();
  }

  #arrived({ row, place, batch }, html, photo) {
    const fresh = parsed(html);
    row.done();
    row.dom.replaceWith(fresh);
    if (photo) this.photos.set(fresh, photo);
    completing(fresh);
    batch[place] = fresh;
    this.#begin(batch);
  }

  /** To the first thing to fill in of what came at once, when nothing before it can have any; once, and disturbing nobody. */
  #begin(batch) {
    batch.isBegun ||= this.list.contains(document.activeElement);
    if (batch.isBegun) return;
    const first = batch.findIndex((row) => !row || firstToFill(row));
    if (!batch[first]) return;
    batch.isBegun = true;
    focusOn(firstToFill(batch[first]));
  }

  /** What became of all the files so far, in a sentence that is read aloud too. */
  #count() {
    const { rows, ready } = this;
    const outcomes = { "In the library": ["new", "new-looks-like-another"], "We had already": ["have-already"], Refused: ["refused"], Failed: ["failed"] };
    const counts = Object.entries(outcomes).map(([words, names]) => [words, rows.filter((row) => names.includes(row.dataset.outcome)).length]);
    const going = this.running + this.queue.length;
    const said = counts.filter(([, count]) => count).map(([words, count]) => `${words}: ${count}`);
    if (going) said.unshift(`${going} of ${rows.length} still on ${going === 1 ? "its" : "their"} way`);
    this.status.textContent = said.length ? `${said.join(" · ")}.` : "";
    const worded = rows.filter((row) => row.querySelector("[data-words-of]"));
    this.foot.hidden = (this.use ? ready : worded).length < 2 || !this.several;
    this.foot.querySelector("button").textContent = this.use ? `Use all ${ready.length}` : "Save all";
  }

  #submitted(event) {
    event.preventDefault();
    if (event.submitter?.dataset.all !== undefined) this.saveAll();
    else this.save([event.submitter.closest("[data-row]")]);
  }

  #key(event) {
    const row = event.target.closest("[data-row]");
    const isLine = event.target.matches("input:not([type=checkbox])");
    if (event.key !== "Enter" || !row || !(event.ctrlKey || event.metaKey || isLine)) return;
    event.preventDefault(); // the form's first button is another row's
    this.save([row]);
  }

  saveAll() {
    const rows = this.use ? this.ready : this.rows.filter(isUnsaved);
    if (rows.length) this.save(rows);
    else say("All is saved.");
  }

  /** Save the words of these rows. In a story they are used then, if nothing is missing in any of them. */
  async save(rows) {
    const worded = rows.filter((row) => row.querySelector("[data-words-of]"));
    const isSaved = !worded.length || (await this.#write(worded));
    if (isSaved && this.use) this.#used(rows);
    else if (isSaved && rows.length === 1) this.#onwards(rows[0]);
  }

  async #write(rows) {
    const body = new FormData();
    for (const field of this.words.querySelectorAll(":scope > input[type=hidden]")) body.append(field.name, field.value);
    for (const [name, value] of rows.flatMap(fieldsOf)) body.append(name, value);
    for (const row of rows) row.inert = true;
    try {
      const { rows: answers } = await ask(this.words.action, null, { body });
      for (const row of rows) this.#wrote(row, answers.find(({ id }) => String(id) === row.dataset.photo));
      const isSaved = rows.every((row) => !isUnsaved(row));
      if (!isSaved) focusOn(this.list.querySelector("[aria-invalid=true]"));
      return isSaved;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const row of rows) notSaved(row, error.message);
      return false;
    } finally {
      for (const row of rows) row.inert = false;
    }
  }

  #wrote(row, answer) {
    row.inert = false;
    if (!answer) return notSaved(row, "The photo is not in the library any more.");
    const { words, photo, is_saved: isSaved } = answer;
    row.querySelector("[data-words-of]").replaceWith(parsed(words));
    completing(row);
    if (!isSaved) return;
    this.photos.set(row, photo);
    row.querySelector("[data-alike]")?.remove();
  }

  /** On to the next row that has something left to fill in. */
  #onwards(row) {
    const rows = this.rows;
    const next = rows.slice(rows.indexOf(row) + 1).find((other) => firstToFill(other));
    focusOn(next ? firstToFill(next) : row.querySelector("[name=only]"));
  }

  #used(rows) {
    const photos = rows.map((row) => this.photos.get(row));
    for (const row of rows) row.remove();
    if (!this.isWaiting) this.list.replaceChildren(); // what was refused has been seen
    this.#count();
    this.use(photos);
  }

  #clicked({ target }) {
    const button = target.closest("[data-act]");
    if (!button) return;
    const row = button.closest("[data-row]");
    const acts = {
      use: () => this.#used([row]),
      keep: () => this.#keep(row),
      instead: () => this.#instead(row, button.dataset.other),
      split: () => this.#split(row, button.closest(".doubt")),
    };
    acts[button.dataset.act]();
  }

  #keep(row) {
    row.querySelector("[data-alike]").remove();
    focusOn(firstToFill(row) ?? row);
  }

  /** The library's own takes the place of the new one, which goes again. */
  async #instead(row, other) {
    const body = new FormData();
    body.append("photo", row.dataset.photo);
    try {
      await ask(`${this.drop.action}discard/`, null, { body });
      const { found } = await ask(address("photos"), [["id", other]]);
      if (this.use) {
        this.photos.set(row, found[0]);
        this.#used([row]);
      } else this.#gone(row, found[0]);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      row.querySelector("[data-alike] p").textContent = error.message;
    }
  }

  #gone(row, { id, caption }) {
    const head = row.querySelector(".brought-head");
    head.querySelector(".outcome").textContent = "Gone again";
    row.querySelector(".brought-body").replaceChildren(head, element("p", {}, `Photo ${id} is used instead${caption ? `: ${caption}` : "."}`));
    row.classList.add("is-small"); // small, like those without words
    row.dataset.outcome = "have-already";
    delete row.dataset.photo;
    focusOn(row);
    this.#count();
  }

  /** What the queue of captions to check would ask: the end of the caption as the credit. */
  #split(row, doubt) {
    for (const name of ["caption", "credit"]) {
      const field = row.querySelector(`[name$="-${name}"]:not([type=hidden])`);
      field.value = doubt.dataset[name];
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    doubt.remove();
    focusOn(firstToFill(row) ?? row);
  }
}

function notSaved(row, why) {
  row.querySelector("[data-words-of]").dataset.unsaved = "";
  row.querySelector("[data-saved]").replaceChildren(element("span", { className: "error" }, `Not saved. ${why}`));
}

function parsed(html) {
  const template = element("template");
  template.innerHTML = html;
  return template.content.firstElementChild;
}
