/** Dragging a story to a place of a slot: the mark where it would come to stand, and the step that puts it there. */

/** Have the rows of `screen` dragged; `put` is told the step, and the row that was let go. */
export function dropping(screen, put) {
  let dragged = null;

  const rowsAt = (event) => dragged && event.target.closest(".front-slots .front-slot")?.querySelector(".front-rows");

  function mark(where) {
    for (const old of screen.querySelectorAll(".drop-before, .drop-last")) old.classList.remove("drop-before", "drop-last");
    if (where?.before) where.before.classList.add("drop-before");
    else where?.rows.classList.add("drop-last");
  }

  function end() {
    dragged?.classList.remove("is-dragged");
    dragged = null;
    mark(null);
  }

  screen.addEventListener("dragstart", (event) => {
    dragged = event.target.closest?.("[data-article]");
    if (!dragged) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged.querySelector(".front-headline").textContent.trim());
    dragged.classList.add("is-dragged");
  });
  screen.addEventListener("dragover", (event) => {
    const rows = rowsAt(event);
    mark(rows ? place(rows, dragged, event.clientY) : null);
    if (rows) event.preventDefault();
  });
  screen.addEventListener("drop", (event) => {
    const rows = rowsAt(event);
    if (!rows) return;
    event.preventDefault();
    const { position } = place(rows, dragged, event.clientY);
    put(`place ${dragged.dataset.article} ${rows.closest("[data-slot]").dataset.slot} ${position}`, dragged);
    end();
  });
  screen.addEventListener("dragend", end);
}

/** The place at which a story would come to stand, and the row before which that is. */
function place(rows, dragged, y) {
  const others = [...rows.querySelectorAll("[data-article]")].filter((row) => row !== dragged);
  const before = others.find((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  const at = before ? placeOf(before) : others.length ? placeOf(others.at(-1)) + 1 : 0;
  const leavesPlace = rows.contains(dragged) && placeOf(dragged) < at;
  return { rows, before, position: leavesPlace ? at - 1 : at };
}

const placeOf = (row) => Number(row.dataset.position);
