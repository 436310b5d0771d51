/** Readers' pages in frames of the admin: as wide as the device that each stands for, and brought up to date in place. */

import { reason } from "./server.js";

/** The frame as wide as the device it stands for, and as large as there is room. */
export function fit(frame) {
  const iframe = frame.querySelector("iframe");
  const width = Number(frame.dataset.width);
  const { clientWidth, clientHeight } = frame;
  if (!clientWidth) return;
  const scale = Math.min(1, clientWidth / width);
  iframe.style.width = `${Math.max(width, clientWidth / scale)}px`;
  iframe.style.height = `${clientHeight / scale}px`;
  iframe.style.transform = `scale(${scale})`;
}

/** The page at `url` as text; what went wrong, in a sentence, as an Error. */
export async function fetched(url) {
  const response = await fetch(url).catch(() => {
    throw new Error("The server does not answer.");
  });
  if (!response.ok || response.redirected) throw new Error(reason(response));
  return response.text();
}

/** Show the page in the frame: the first time whole, then what differs of it, so that nothing jumps or flickers. */
export function bring(iframe, html) {
  const document = iframe.contentDocument;
  const old = document.querySelector("main");
  if (old) return void patch(old, document.adoptNode(new DOMParser().parseFromString(html, "text/html").querySelector("main")));
  iframe.srcdoc = html;
  iframe.addEventListener("load", () => iframe.contentDocument.addEventListener("click", stay), { once: true });
}

/** A preview leads nowhere: other pages do not let themselves be framed. */
function stay(event) {
  if (event.target.closest?.("a[href]")) event.preventDefault();
}

/** Make `old` what `made` is, and leave what they share where it stands. */
function patch(old, made) {
  if (old.isEqualNode(made)) return;
  if (old.nodeName !== made.nodeName || old.nodeType !== Node.ELEMENT_NODE || old.localName === "img") {
    old.replaceWith(made);
    return;
  }
  for (const { name } of [...old.attributes]) if (!made.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of made.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const [before, after] = [[...old.childNodes], [...made.childNodes]];
  while (before.length && after.length && before[0].isEqualNode(after[0])) before.shift(), after.shift();
  while (before.length && after.length && before.at(-1).isEqualNode(after.at(-1))) before.pop(), after.pop();
  const pairs = before.length === after.length ? before.length : 0;
  for (let place = 0; place < pairs; place += 1) patch(before[place], after[place]);
  if (pairs) return;
  const next = before.at(-1)?.nextSibling ?? (after.length ? followerOf(old, made, after.at(-1)) : null);
  for (const node of before) node.remove();
  for (const node of after) old.insertBefore(node, next);
}

/** Where, in `old`, the children after `last` of `made` begin. */
function followerOf(old, made, last) {
  const behind = [...made.childNodes].reverse().indexOf(last);
  return behind ? old.childNodes[old.childNodes.length - behind] : null;
}
