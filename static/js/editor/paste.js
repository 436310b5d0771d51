/** What is pasted, as the plain markup of a story: for what Word, Google Docs, mail programs and web pages put around it. */

import { linkAddress } from "./link.js";
import { lists, typedLists, wordLists } from "./paste_lists.js";

const DROPPED =
  "style, script, meta, link, title, xml, template, noscript, img, picture, svg, canvas, iframe, object, embed, video, audio," +
  "button, input, select, textarea, [style*='mso-hide:all'], [style*='mso-element:comment'], .MsoCommentReference," +
  ".Apple-interchange-newline";
const BLOCKS = "p, h1, h2, h3, h4, h5, h6, ul, ol, li, blockquote, pre, table, div, figure, aside, section, article";
const RENAMED = { H1: "h2", H4: "h3", H5: "h3", H6: "h3", B: "strong", I: "em", PRE: "p", DT: "p", DD: "p" };
const KEPT = "p, h2, h3, ul, ol, li, blockquote, strong, em, a, br, figure, aside";
const OURS = "figure[data-photo], aside[data-pull-quote], aside[data-related], aside[data-embed]";
const OUR_ATTRIBUTES = /^data-(photo|caption|alt|pull-quote|by|related|headline|teaser|embed|title|pm-slice)$/;

/** Clean `html` of everything that is not the story's: looks, page furniture, pictures, what a program notes for itself. */
export function cleanPaste(html) {
  const { body } = new DOMParser().parseFromString(harmless(html), "text/html");
  for (const step of [wordLists, dropped, wrappers, emphasis, links, renamed, unwrapped, spaces, lists, typedLists, paragraphs, attributes]) {
    step(body);
  }
  return body.innerHTML;
}

/** Without what the page's policy would stop and the browser would complain of: sheets and scripts in attributes. */
const harmless = (html) =>
  html
    .replace(/<style[\s\S]*?<\/style>/gi, "")
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, ""));

const all = (root, selector) => [...root.querySelectorAll(selector)];

function rename(node, tag) {
  const made = node.ownerDocument.createElement(tag);
  for (const { name, value } of node.attributes) made.setAttribute(name, value);
  made.append(...node.childNodes);
  node.replaceWith(made);
  return made;
}

const unwrap = (node) => node.replaceWith(...node.childNodes);

function dropped(body) {
  const document = body.ownerDocument;
  const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
  const found = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  for (const node of [...found, ...all(body, DROPPED)]) node.remove();
}

/** Google Docs wraps everything into a bold that is not bold. */
function wrappers(body) {
  for (const node of all(body, "b[id^=docs-internal-guid], b[style]")) {
    if (node.id || ["normal", "400"].includes(node.style.fontWeight)) unwrap(node);
  }
}

/** Bold and italic that are only styles; never in a headline, which is bold by itself. */
function emphasis(body) {
  for (const span of all(body, "span[style], font[style]")) {
    const { fontWeight, fontStyle } = span.style;
    if (fontStyle === "italic") span.replaceChildren(wrapped(span, "em"));
    if (fontWeight === "bold" || Number(fontWeight) >= 600) span.replaceChildren(wrapped(span, "strong"));
  }
  for (const bold of all(body, ":is(h1, h2, h3, h4, h5, h6) :is(b, strong)")) unwrap(bold);
}

function wrapped(node, tag) {
  const made = node.ownerDocument.createElement(tag);
  made.append(...node.childNodes);
  return made;
}

/** Links keep their address, without the detour of the program they come from. */
function links(body) {
  for (const link of all(body, "a")) {
    let href = link.getAttribute("href") ?? "";
    const detour = /^https:\/\/www\.google\.com\/url\?/.test(href) && new URL(href).searchParams.get("q");
    if (detour) href = detour;
    const address = linkAddress(href);
    if (address) link.setAttribute("href", address);
    else unwrap(link);
  }
}

function renamed(body) {
  for (const [tag, name] of Object.entries(RENAMED)) for (const node of all(body, tag)) rename(node, name);
}

/** Everything else gives up its tag; what was a block of text becomes a paragraph. */
function unwrapped(body) {
  for (const node of all(body, "*").reverse()) {
    const isForeign = node.matches("figure, aside") && !node.matches(OURS);
    if (node.matches(KEPT) && !isForeign) continue;
    const isText = node.matches("div, td, th, section, article, figcaption") && !node.querySelector(BLOCKS);
    if (isText && node.textContent.trim()) rename(node, "p");
    else unwrap(node);
  }
}

/** Spaces that do not break stay only where they belong: in numbers and measures, and inside French marks. */
function spaces(body) {
  const texts = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode;
    node.data = node.data.replace(/\u00a0/g, (space, at, text) => (belongs(text, at) ? space : " ")).replace(/[ \t\r\n]+/g, " ");
  }
}

function belongs(text, at) {
  const [before, after] = [text[at - 1] ?? "", text[at + 1] ?? ""];
  return /[;:!?»%€]/.test(after) || before === "«" || (/\d/.test(before) && /[\p{L}\d]/u.test(after));
}

/** Two line breaks are a new paragraph; line breaks between blocks, and blocks with nothing in them, are nothing. */
function paragraphs(body) {
  for (const paragraph of all(body, "p")) split(paragraph);
  for (const line of all(body, "br")) {
    const isBetween = !line.closest("p, li, h2, h3") && (line.nextElementSibling ?? line.previousElementSibling)?.matches(BLOCKS);
    if (isBetween || (!line.nextSibling && line.parentElement !== body)) line.remove();
  }
  for (const node of all(body, "strong, em, a, p, h2, h3, li, ul, ol, blockquote").reverse()) {
    if (!node.textContent.trim() && !node.querySelector(OURS)) {
      if (node.matches("strong, em, a") && node.textContent) unwrap(node);
      else if (!node.closest("[data-pull-quote]")) node.remove();
    }
  }
}

function split(paragraph) {
  for (const line of [...paragraph.children].filter((child) => child.matches("br + br"))) {
    if (line.previousElementSibling !== line.previousSibling || line.parentElement !== paragraph) continue;
    const first = paragraph.ownerDocument.createElement("p");
    while (paragraph.firstChild !== line) first.append(paragraph.firstChild);
    first.lastElementChild?.remove();
    line.remove();
    paragraph.before(first);
  }
}

function attributes(body) {
  for (const node of all(body, "*")) {
    for (const { name } of [...node.attributes]) {
      const isKept = (name === "href" && node.matches("a")) || OUR_ATTRIBUTES.test(name);
      if (!isKept) node.removeAttribute(name);
    }
  }
}
