/** What can be done with the blocks of a story, whichever they are: put one in, move it, take it out. */

import { pm } from "django-prose-editor/editor";

import { say } from "../admin/dom.js";

const { NodeSelection, Selection, TextSelection } = pm.state;

/** Show the change; it is a step of its own for undo, however fast another follows. */
const dispatch = (view, tr) => view.dispatch(pm.history.closeHistory(tr.scrollIntoView()));

/** Where the top-level block that holds the selection begins. */
function placeOf({ $from, from }) {
  return $from.depth ? $from.before(1) : from;
}

/** The caret in an empty paragraph at `place`, which is made if none stands there: words never run into those of the next. */
function emptyParagraphAt(tr, place) {
  const { paragraph } = tr.doc.type.schema.nodes;
  const next = tr.doc.nodeAt(place);
  if (next?.type !== paragraph || next.content.size) tr.insert(place, paragraph.create());
  return TextSelection.create(tr.doc, place + 1);
}

/**
 * Put a node of ours at the selection: for an empty paragraph, else after the block, or before where the cursor leads it.
 * One writes on after it, or in it where it holds the words itself.
 */
export function insertBlock(editor, type, attrs = {}, text = "") {
  const { state } = editor;
  const { selection, schema, tr, doc } = state;
  const node = schema.nodes[type].create(attrs, text ? schema.text(text) : null);
  const place = placeOf(selection);
  const block = doc.nodeAt(place);
  const isEmpty = block?.type.name === "paragraph" && !block.content.size;
  const leads = selection instanceof TextSelection && selection.empty && !isEmpty && selection.from === place + 1;
  let at = place;
  if (isEmpty) tr.delete(place, place + block.nodeSize);
  else if (block && !leads) at = place + block.nodeSize;
  tr.insert(at, node);
  const after = at + node.nodeSize;
  if (node.isAtom) tr.setSelection(emptyParagraphAt(tr, after));
  else {
    if (after === tr.doc.content.size) emptyParagraphAt(tr, after);
    tr.setSelection(TextSelection.create(tr.doc, at + 1 + text.length));
  }
  dispatch(editor.view, tr);
  editor.view.focus();
}

/** Move the top-level block at `place` past its neighbour; the selection goes with it. */
export function moveBlock(editor, place, by) {
  const { doc, selection, tr } = editor.state;
  const index = doc.resolve(place).index(0);
  const neighbour = index + by;
  if (neighbour < 0 || neighbour >= doc.childCount) return false;
  const node = doc.child(index);
  const to = place + by * doc.child(neighbour).nodeSize;
  const isAll = selection instanceof NodeSelection && selection.from === place;
  const anchor = selection.anchor - place;
  tr.delete(place, place + node.nodeSize).insert(to, node);
  const inside = anchor > 0 && anchor < node.nodeSize;
  if (isAll || !inside) {
    if (NodeSelection.isSelectable(node)) tr.setSelection(NodeSelection.create(tr.doc, to));
  } else tr.setSelection(TextSelection.near(tr.doc.resolve(to + anchor)));
  dispatch(editor.view, tr);
  say(`Moved: now block ${neighbour + 1} of ${doc.childCount}`);
  return true;
}

/** Move the block that the selection is in. */
export const moveSelected = (editor, by) => moveBlock(editor, placeOf(editor.state.selection), by);

export function removeBlock(editor, place) {
  const { state, view } = editor;
  const { tr } = state;
  tr.delete(place, place + state.doc.nodeAt(place).nodeSize);
  if (!tr.doc.childCount) tr.insert(0, state.schema.nodes.paragraph.create());
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(place, tr.doc.content.size))));
  dispatch(view, tr);
  view.focus();
  say("Removed. Undo brings it back.");
}

/** On to an empty paragraph after the block at `place`, with `text` put into it. */
export function writeAfter(editor, place, text = "") {
  const { state, view } = editor;
  const { tr } = state;
  tr.setSelection(emptyParagraphAt(tr, place + state.doc.nodeAt(place).nodeSize));
  if (text) tr.insertText(text);
  dispatch(view, tr);
  view.focus();
}

export function selectBlock(editor, place) {
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, place)));
}
