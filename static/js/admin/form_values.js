/** Reading and writing the inputs of a form by their names: one input, or the boxes that share a name. */

const lines = (text) => text.replaceAll("\r\n", "\n").trim();

const inputs = (form, name) => {
  const found = form.elements[name];
  return found instanceof RadioNodeList ? [...found] : found ? [found] : [];
};

/** A text, or for boxes the list of those that are ticked. */
export function read(form, name) {
  const fields = inputs(form, name);
  if (fields[0]?.type === "checkbox") return fields.filter((box) => box.checked).map((box) => box.value);
  return lines(fields[0]?.value ?? "");
}

/** All of the values first, then the news of them: whoever listens sees no half of a credit. */
export function write(form, values) {
  const changed = [];
  for (const [name, value] of Object.entries(values)) {
    for (const field of inputs(form, name)) {
      if (field.type === "checkbox") field.checked = value.includes(field.value);
      else field.value = value;
      changed.push(field);
    }
  }
  for (const field of changed) field.dispatchEvent(new Event("input", { bubbles: true }));
}

export const same = (one, other) =>
  Array.isArray(one) ? [...one].sort().join() === [...other].sort().join() : lines(one) === other;
