/** Rows of a form in an order of their own: moved by buttons or by drag, numbered wherever the form is sent or kept. */

import { button, element, icon, say } from "./dom.js";

const ROWS = "tr.form-row:not(.empty-form), .inline-related:not(.empty-form):not(.tabular)";

/** Give every row of `fieldset` its handles, now and when one is added. */
export function orderRows(fieldset) {
  const rows = () => [...fieldset.querySelectorAll(ROWS)];
  const parent = () => rows()[0]?.parentElement;
  sort(rows());
  for (const row of rows()) equip(row, rows);
  fieldset.addEventListener("formset:added", (event) => equip(event.target, rows));
  fieldset.closest("form").addEventListener("formdata", ({ formData }) => {
    number(rows());
    for (const { name, value } of rows().map(position)) formData.set(name, value);
  });
  fieldset.addEventListener("dragover", (event) => dragOver(event, parent()));
  fieldset.addEventListener("drop", (event) => event.preventDefault());
}

const position = (row) => row.querySelector("input.position");

/** A row with the errors that stand above it. */
function whole(row) {
  const above = row.previousElementSibling;
  return above?.matches(".row-form-errors") ? [above, row] : [row];
}

/** After a refused save the rows come back in the order of their creation; the numbers still say what was meant. */
function sort(rows) {
  const wanted = [...rows].sort((a, b) => Number(position(a).value) - Number(position(b).value));
  const end = rows.at(-1)?.nextSibling;
  if (wanted.some((row, place) => row !== rows[place])) {
    for (const row of wanted) for (const part of whole(row)) part.parentElement.insertBefore(part, end);
  }
}

function equip(row, rows) {
  const handle = element("span", { className: "drag-handle", draggable: true, title: "Drag to move" }, icon("drag_indicator"));
  handle.addEventListener("dragstart", (event) => {
    row.classList.add("is-dragged");
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    event.dataTransfer.setDragImage(row, 0, 0);
  });
  handle.addEventListener("dragend", () => row.classList.remove("is-dragged"));
  const up = mover("Move up", "arrow_upward", () => move(row, rows, -1));
  const down = mover("Move down", "arrow_downward", () => move(row, rows, 1));
  const controls = element("span", { className: "row-order" }, handle, up, down);
  const place = row.querySelector(":scope > td.delete, :scope > h3");
  const tick = place.querySelector("td > input[type=checkbox]");
  tick?.after(element("label", { htmlFor: tick.id }, "Remove")); // a table of Django's names it in its head only
  place.prepend(controls);
}

const mover = (label, sign, act) => {
  const made = button(icon(sign), () => act(made), { className: "icon-button", "aria-label": label, title: label });
  return made;
};

function move(row, rows, by) {
  const all = rows();
  const here = all.indexOf(row);
  const other = all[here + by];
  if (other) {
    if (by < 0) whole(other)[0].before(...whole(row));
    else other.after(...whole(row));
  }
  const label = by < 0 ? "Move up" : "Move down";
  row.querySelector(`[aria-label="${label}"]`).focus();
  say(`Now number ${rows().indexOf(row) + 1} of ${all.length}`);
  row.dispatchEvent(new Event("change", { bubbles: true }));
}

function dragOver(event, parent) {
  const dragged = parent?.querySelector(":scope > .is-dragged");
  const over = event.target.closest(ROWS);
  if (!dragged) return;
  event.preventDefault();
  if (!over || over === dragged || over.parentElement !== parent) return;
  const { top, height } = over.getBoundingClientRect();
  if (event.clientY < top + height / 2) whole(over)[0].before(...whole(dragged));
  else over.after(...whole(dragged));
}

/** An added row in which nothing was filled in keeps its number, so that the form takes it for untouched. */
function number(rows) {
  let place = 0;
  for (const row of rows) {
    const fields = [...row.querySelectorAll("input:not([type=hidden]):not([type=checkbox]), select, textarea")];
    if (row.matches(".has_original") || fields.some((field) => field.value)) position(row).value = ++place;
  }
}
