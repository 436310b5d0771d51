/** The photo's own screen: the credit as it will print, the focal point on the picture, a file before it is sent. */

import { element, previewFile, settled } from "./dom.js";
import { compareWithFile, findInRaw } from "./file_words.js";
import { FocalPoint } from "./focal_point.js";
import { address, ask } from "./server.js";

const PARTS = ["creators", "source", "agency", "distributor", "qualifiers"];
const form = document.getElementById("photo_form");

if (form) {
  showFocalPoint();
  findInRaw(form.querySelector("[data-find]"));
}
if (form?.elements.credit_line) {
  showCredit();
  showFile();
  compareWithFile(form);
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

function showFocalPoint() {
  const frame = form.querySelector(".focal");
  if (!frame) return;
  const { focal_x: x, focal_y: y } = form.elements;
  new FocalPoint(frame, form.querySelector("[data-crops]"), x ?? null, y ?? null);
  form.querySelector("[data-focal-help]").hidden = !x;
}

function showFile() {
  const { upload } = form.elements;
  if (!upload) return; // a killed photo gets no other file
  const image = element("img", { className: "file-preview", alt: "The chosen file", hidden: true });
  upload.after(image);
  upload.addEventListener("change", () => previewFile(image, upload.files[0]));
}
