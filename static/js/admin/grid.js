/** Walking with the arrow keys through things that lie in rows and columns. */

const top = (one) => one.getBoundingClientRect().top;

/** The number of the item that an arrow key leads to from the one in focus; less than 0 above the first row, null for
 * other keys or where none is in focus. */
export function neighbour(items, { key }) {
  const here = items.indexOf(document.activeElement);
  if (here < 0) return null;
  const across = items.filter((one) => top(one) === top(items[0])).length || 1;
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
  return key in steps ? Math.min(here + steps[key], items.length - 1) : null;
}
