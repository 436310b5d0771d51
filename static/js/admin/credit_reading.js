/** Under a credit that is written as a line: which parts it is read into. */

import { settled } from "./dom.js";
import { address, ask } from "./server.js";

export function showReading(field, place) {
  const show = settled(async () => {
    const line = field.value.trim();
    const { parts } = line ? await ask(`${address("photos")}credit/`, { line }).catch(() => ({})) : {};
    if (line === field.value.trim()) place.textContent = parts ? inParts(parts) : "";
  });
  field.addEventListener("input", show);
}

function inParts({ creators, source, agency, distributor, qualifiers }) {
  const said = [
    ["by", creators.join(", ")],
    ["source", source],
    ["agency", agency],
    ["via", distributor],
    ["", qualifiers.join(", ")],
  ];
  const filled = said.filter(([, value]) => value).map((pair) => pair.join(" ").trim());
  return filled.length ? `Read as: ${filled.join(" · ")}` : "";
}
