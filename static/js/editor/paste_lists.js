/** Lists that are pasted, as programs write them: Word and its filtered kin, Word in a browser, Google Docs, a typing hand. */

const all = (root, selector) => [...root.querySelectorAll(selector)];

const POINTS = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };

/** Word writes a list as paragraphs that carry their level, and their bullet or number as text. */
export function wordLists(body) {
  let levels = [];
  for (const paragraph of all(body, "p, h1, h2, h3, h4, h5, h6")) {
    const mark = markOf(paragraph);
    const level = levelOf(paragraph, mark);
    if (!level) continue;
    if (levels[0] !== paragraph.previousElementSibling) levels = [];
    place(paragraph, kindOf(mark), level, levels);
    mark?.remove();
  }
}

/** The bullet or number: Word names it, or it can be told by the small spaces that Word puts behind it. */
function markOf(paragraph) {
  const named = paragraph.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']");
  const spaces = paragraph.matches("[class^=MsoList]") && paragraph.querySelector("span > span[style*='7.0pt']");
  return named ?? (spaces ? spaces.parentElement : null);
}

/** The outermost level is 1; 0 for what is no item of a list. Without a level, half an inch of margin is one. */
function levelOf(paragraph, mark) {
  const found = /mso-list:\s*l\d+\s+level(\d+)/.exec(paragraph.getAttribute("style") ?? "");
  if (found) return Number(found[1]);
  if (!mark) return 0;
  const [, size, unit] = /^(-?[\d.]+)([a-z]+)$/.exec(paragraph.style.marginLeft) ?? [null, 36, "pt"];
  return Math.max(1, Math.round((size * (POINTS[unit] ?? 0)) / 36));
}

/** A bullet may be a letter of a font of signs; a number has a digit, or a mark behind its letters. */
const kindOf = (mark) => (/\d|^\W*\p{L}{1,5}[.)]/u.test(mark?.textContent ?? "") ? "ol" : "ul");

/** Make one paragraph an item of the list of its level; another kind of list on a level is a list of its own. */
function place(paragraph, tag, level, levels) {
  const document = paragraph.ownerDocument;
  levels.length = Math.min(levels.length, level);
  if (levels.length === level && levels.at(-1).localName !== tag) levels.pop();
  while (levels.length < level) {
    const list = document.createElement(tag);
    const outer = levels.at(-1);
    if (outer) (outer.lastElementChild ?? outer.appendChild(document.createElement("li"))).append(list);
    else paragraph.before(list);
    levels.push(list);
  }
  const item = document.createElement("li");
  item.append(...paragraph.childNodes);
  paragraph.remove();
  levels.at(-1).append(item);
}

/** A list inside a list belongs to an item; lists that follow each other are one. */
export function lists(body) {
  for (const list of all(body, "ul > ul, ul > ol, ol > ul, ol > ol")) {
    const item = list.previousElementSibling ?? list.ownerDocument.createElement("li");
    if (!item.isConnected) list.before(item);
    item.append(list);
  }
  for (const list of all(body, "ul, ol")) intoOuter(list);
  for (const list of all(body, "ul, ol")) {
    const before = neighbour(list);
    if (before?.tagName !== list.tagName) continue;
    before.append(...list.childNodes);
    list.remove();
  }
}

/** The list right before `list`, with nothing between. */
function neighbour(list) {
  const before = list.previousElementSibling;
  const between = list.previousSibling;
  return before?.matches("ul, ol") && (between === before || !between.textContent.trim()) ? before : null;
}

/** Word in a browser sets inner lists beside the outer one, and notes their level at the items. */
function intoOuter(list) {
  const level = Number(list.querySelector(":scope > li")?.dataset.ariaLevel ?? 1);
  let outer = level > 1 && neighbour(list);
  if (!outer) return;
  for (let depth = 2; depth < level; depth++) outer = outer.querySelector(":scope > li:last-child > :is(ul, ol):last-child") ?? outer;
  outer.lastElementChild?.append(list);
}

const TYPED = /^\s*(?:(\d{1,2})[.)]|[•·▪])\s+(?=\S)/;

/** Paragraphs that follow each other as 1., 2., 3., or each with a bullet, are a list that was typed. */
export function typedLists(body) {
  let run = [];
  for (const paragraph of [...body.children, null]) {
    const found = paragraph?.matches("p") ? TYPED.exec(paragraph.textContent) : null;
    const number = Number(found?.[1] ?? 0); // 0 for a bullet
    if (!found || !goesOn(run, number)) {
      itemise(run);
      run = [];
    }
    if (found && (run.length || number <= 1)) run.push({ paragraph, number, mark: found[0] });
  }
}

const goesOn = (run, number) => number !== 1 && run.at(-1)?.number === Math.max(0, number - 1);

function itemise(run) {
  if (run.length < 2) return;
  const [{ paragraph: first, number }] = run;
  const list = first.ownerDocument.createElement(number ? "ol" : "ul");
  first.before(list);
  for (const { paragraph, mark } of run) {
    const item = first.ownerDocument.createElement("li");
    cutStart(paragraph, mark.length);
    item.append(...paragraph.childNodes);
    list.append(item);
    paragraph.remove();
  }
}

/** Take the first `count` characters away, whichever elements they stand in. */
function cutStart(node, count) {
  const texts = node.ownerDocument.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (count > 0 && texts.nextNode()) {
    const { length } = texts.currentNode.data;
    texts.currentNode.data = texts.currentNode.data.slice(count);
    count -= length;
  }
}
