/** The photo's own screen: the credit as it will print, the focal point by a click, a file before it is sent. */

import { element, previewFile, settled } from "./dom.js";
import { address, ask } from "./server.js";

const PARTS = ["creators", "source", "agency", "distributor", "qualifiers"];
const form = document.getElementById("photo_form");

if (form) {
  showCredit();
  showFocalPoint();
  showFile();
}

/** The line is the editor's own where it was written, else it follows the parts. */
function showCredit() {
  const line = form.elements.credit_line;
  const shown = element("output", { className: "credit-preview" });
  const written = line.value;
  const before = JSON.stringify(parts());
  line.closest(".flex-container").after(shown);

  function parts() {
    const given = new FormData(form);
    const names = given.get("creators").split("\n").map((name) => ["creators", name]);
    const rest = PARTS.slice(1).flatMap((part) => given.getAll(part).map((value) => [part, value]));
    return [...names, ...rest];
  }

  async function show() {
    const own = line.value.trim();
    const ownIsMeant = own && (own !== written || JSON.stringify(parts()) === before);
    const text = ownIsMeant ? own : (await ask(`${address("photos")}credit/`, parts())).line;
    shown.textContent = text ? `Will print as: ${text}` : "No credit yet. The photo cannot run without one.";
  }

  const soon = settled(show);
  for (const part of [...PARTS, "credit_line"]) {
    const fields = form.elements[part];
    for (const field of fields instanceof RadioNodeList ? fields : [fields]) {
      field?.addEventListener("input", soon);
    }
  }
  show();
}

/** A click in the picture sets the two numbers; the numbers move the mark. */
function showFocalPoint() {
  const frame = form.querySelector(".focal");
  if (!frame) return;
  const { focal_x: x, focal_y: y } = form.elements;
  const mark = element("span", { className: "focal-mark" });
  frame.append(mark);

  function place() {
    mark.style.left = `${100 * x.value}%`;
    mark.style.top = `${100 * y.value}%`;
  }

  frame.title = "Click on what every crop must keep";
  frame.addEventListener("click", (event) => {
    const box = frame.getBoundingClientRect();
    const share = (at, start, size) => Math.min(1, Math.max(0, (at - start) / size)).toFixed(2);
    x.value = share(event.clientX, box.left, box.width);
    y.value = share(event.clientY, box.top, box.height);
    x.dispatchEvent(new Event("input", { bubbles: true }));
    place();
  });
  for (const field of [x, y]) field.addEventListener("input", place);
  place();
}

function showFile() {
  const { upload } = form.elements;
  const image = element("img", { className: "file-preview", alt: "The chosen file", hidden: true });
  upload.after(image);
  upload.addEventListener("change", () => previewFile(image, upload.files[0]));
}
