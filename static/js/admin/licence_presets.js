/** A licence fills in what it usually says; what it filled in can be put back, and words that stand there stay. */

import { button, element, inWords } from "./dom.js";
import { read, same, write } from "./form_values.js";

const WORDS = ["restrictions", "usage_terms", "web_statement"];

class Presets {
  constructor(select) {
    Object.assign(this, { select, form: select.form, before: {}, filled: {} });
    this.words = element("span", { className: "filled-in" });
    this.back = button("Put back", () => this.#putBack(), { className: "text-button", hidden: true });
    select.closest(".fieldBox, .form-row").append(
      element("p", { className: "filled-line" }, element("span", { role: "status" }, this.words), " ", this.back),
    );
    select.removeAttribute("name"); // the server need not fill in what an editor has seen, and may have changed since
    select.addEventListener("change", () => this.#fill());
  }

  #fill() {
    this.#restore();
    const { fills } = this.select.selectedOptions[0].dataset;
    if (fills) this.#take(JSON.parse(fills));
    else this.#tell([], []);
  }

  #take(fills) {
    const there = Object.entries(fills).filter(([name]) => this.form.elements[name]);
    const news = there.filter(([name, value]) => !same(value, read(this.form, name)));
    const kept = news.map(([name]) => name).filter((name) => WORDS.includes(name) && read(this.form, name));
    this.filled = Object.fromEntries(news.filter(([name]) => !kept.includes(name)));
    this.before = Object.fromEntries(Object.keys(this.filled).map((name) => [name, read(this.form, name)]));
    write(this.form, this.filled);
    this.#tell(this.#labels(Object.keys(this.filled)), this.#labels(kept));
  }

  /** What the last licence filled in goes again, except where somebody has changed it since. */
  #restore() {
    const untouched = Object.keys(this.filled).filter((name) => same(this.filled[name], read(this.form, name)));
    write(this.form, Object.fromEntries(untouched.map((name) => [name, this.before[name]])));
    this.filled = {};
  }

  #putBack() {
    this.#restore();
    this.select.value = "";
    this.back.hidden = true;
    this.words.textContent = "Put back as it was.";
    this.select.focus();
  }

  #tell(filled, kept) {
    const sentences = [
      filled.length && `Filled in: ${inWords.format(filled)}. Look it over before you save.`,
      kept.length && `Left as it was: ${inWords.format(kept)}.`,
      this.select.value && !filled.length && "All stands as this licence says already.",
    ];
    this.words.textContent = sentences.filter(Boolean).join(" ");
    this.back.hidden = !filled.length;
  }

  /** The fields by their labels; a moment, which has two inputs, once. */
  #labels(names) {
    const labels = names.map((name) => {
      const field = name.replace(/_[01]$/, "");
      const label = this.form.querySelector(`.fieldBox.field-${field} label`) ?? this.form.querySelector(`.field-${field} label`);
      return label.textContent.replace(/:\s*$/, "").trim().toLowerCase();
    });
    return [...new Set(labels)];
  }
}

for (const select of document.querySelectorAll("select[data-presets]")) new Presets(select);
