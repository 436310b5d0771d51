/** The dialog that finds a story by its headline or its address. */

import { element } from "./dom.js";
import { Question, Results } from "./results.js";
import { address, lookup } from "./server.js";

export const findStory = lookup("stories");

export const STATES = { live: "Live", scheduled: "Scheduled", draft: "Draft", withdrawn: "Withdrawn" };

let chooser = null;

/** Have a story chosen, other than `besides`; null if the dialog is closed without. */
export function chooseStory(besides = null) {
  chooser ??= new Chooser(document.getElementById("story-chooser"));
  return chooser.open(besides);
}

/** A story's state as a small label. */
export const stateLabel = ({ state }) => element("span", { className: `state state-${state}` }, STATES[state]);

/** A dialog of found stories. */
export class Chooser {
  constructor(dialog) {
    this.question = new Question(dialog);
    this.results = new Results(dialog, address("stories"), (story) => this.#row(story));
  }

  open(besides) {
    this.results.besides = besides ? [besides] : [];
    const answer = this.question.ask();
    this.results.load();
    this.results.search.select();
    return answer;
  }

  #row(story) {
    return element(
      "li",
      {},
      element(
        "button",
        { type: "button", className: "story-card", onclick: () => this.question.answer(story) },
        stateLabel(story),
        element("span", { className: "headline" }, story.headline),
        element("span", { className: "note" }, [story.section, story.note].filter(Boolean).join(" · ")),
      ),
    );
  }
}
