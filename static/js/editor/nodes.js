/** The writing surface's own extensions, by the names that `articles.body.EXTENSIONS` has for them. */

export { Photo } from "./photo.js";
export { PullQuote } from "./pull_quote.js";
export { RelatedStory } from "./related_story.js";
export { Embed } from "./embed.js";
export { Link } from "./link.js";
export { Document, WritingSurface } from "./writing_surface.js";
