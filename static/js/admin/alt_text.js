/** The warning beside an alt text that says what its caption says. */

import { element, settled } from "./dom.js";
import { address, ask } from "./server.js";

/** Ask the server, whenever one of the two changes, and show in `place` what it says. */
export function warnOfRepeats(alt, caption, place) {
  const show = settled(async () => {
    const body = new FormData();
    body.append("alt", alt.value);
    body.append("caption", caption.value);
    const asked = [alt.value, caption.value].join();
    const { warning } = await ask(`${address("photos")}alt/`, null, { body }).catch(() => ({ warning: "" }));
    if (asked === [alt.value, caption.value].join()) place.textContent = warning;
  });
  alt.addEventListener("input", show);
  caption.addEventListener("input", show);
  return show;
}

// On the photo's own screen, where the words are Django's form.
const form = document.getElementById("photo_form");
if (form?.elements.alt) {
  const place = element("p", { className: "warning", id: "alt-warning", role: "status" });
  form.elements.alt.closest(".form-row").append(place);
  form.elements.alt.setAttribute("aria-describedby", `${form.elements.alt.getAttribute("aria-describedby") ?? ""} alt-warning`.trim());
  warnOfRepeats(form.elements.alt, form.elements.caption, place)();
}
