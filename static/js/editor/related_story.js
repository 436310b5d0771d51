/** Another story in the text: its number. Headline and teaser are that story's live ones, unless written here. */

import { mergeAttributes } from "django-prose-editor/editor";

import { button, element } from "../admin/dom.js";
import { chooseStory, findStory, stateLabel } from "../admin/story_chooser.js";
import { insertBlock } from "./blocks.js";
import { menuButton, StoryNodeView, stored, storyNode } from "./story_node.js";

/** The number of the story that is being written, which cannot be related to itself; null before its first save. */
const ownNumber = () => document.querySelector("[data-story]")?.dataset.story || null;

class RelatedStoryView extends StoryNodeView {
  constructor(given) {
    super(given, "Related story");
    this.notes = element("p", { className: "node-notes" });
    const replace = button("Replace…", () => this.#replace(), { className: "text-button" });
    this.dom.append(
      this.bar(replace),
      element("p", { className: "node-label" }, "Related"),
      element("div", { className: "headline" }, this.field("headline", "Headline for this use")),
      element("div", { className: "teaser" }, this.field("teaser", "Teaser for this use")),
      this.notes,
    );
    this.show();
  }

  changed() {
    if (this.node.attrs.related !== this.shownNumber) this.show();
  }

  async show(again = false) {
    const number = (this.shownNumber = this.node.attrs.related);
    try {
      const story = await findStory(number, again);
      if (number === this.shownNumber) this.#fill(story, number);
    } catch (error) {
      this.notes.replaceChildren(error.message);
    }
  }

  #fill(story, number) {
    this.dom.classList.toggle("is-unknown", !story);
    this.dom.classList.toggle("is-hidden-from-readers", Boolean(story) && story.state !== "live");
    if (!story) {
      this.notes.replaceChildren(`There is no story with the number ${number}. Remove it, or choose another.`);
      return;
    }
    const whose = story.state === "live" ? "its live" : "its own";
    this.suggest("headline", story.headline, `${whose} headline`);
    this.suggest("teaser", story.standfirst, `${whose} standfirst`);
    this.notes.replaceChildren(stateLabel(story), ` ${story.note}`);
  }

  async #replace() {
    const story = await chooseStory(ownNumber());
    if (story) this.write({ related: String(story.id), headline: "", teaser: "" });
  }
}

async function insertStory(editor) {
  const story = await chooseStory(ownNumber());
  if (story) insertBlock(editor, "relatedStory", { related: String(story.id) });
  else editor.view.focus();
}

export const RelatedStory = storyNode({
  name: "relatedStory",

  addAttributes: () => stored("related", "headline", "teaser"),

  parseHTML: () => [{ tag: "aside[data-related]" }],

  renderHTML: ({ HTMLAttributes }) => ["aside", mergeAttributes(HTMLAttributes)],

  addNodeView: () => (given) => new RelatedStoryView(given),

  addMenuItems({ menu }) {
    menu.defineItem({
      name: "relatedStory",
      groups: "story",
      priority: 120,
      button: menuButton("article", "Related story", "Put a link to another story into the text"),
      command: insertStory,
      active: (editor) => editor.isActive("relatedStory"),
    });
  },
});
