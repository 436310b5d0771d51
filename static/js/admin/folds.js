/** The sections of a form that fold: how they were left is kept in this browser; folded, they say what is in them. */

const KEPT = "newsroom:folds";
const folds = [...document.querySelectorAll("details.fold")];
const kept = JSON.parse(localStorage.getItem(KEPT) ?? "{}");

for (const fold of folds) {
  const { fold: name } = fold.dataset;
  const summary = fold.querySelector("summary");
  if (fold.querySelector(".errorlist")) fold.open = true;
  else if (name in kept) fold.open = kept[name];
  summary.addEventListener("click", () => {
    kept[name] = !fold.open;
    localStorage.setItem(KEPT, JSON.stringify(kept));
  });
  fold.addEventListener("toggle", () => say(fold));
  say(fold);
}

function say(fold) {
  const shown = fold.querySelector("[data-says]");
  if (shown) shown.textContent = fold.open ? "" : contents(fold);
}

function contents(fold) {
  const { one, many } = fold.dataset;
  if (one) {
    const count = fold.querySelectorAll(":is(tr.form-row, .inline-related:not(.tabular)):not(.empty-form)").length;
    return count ? `${count} ${count === 1 ? one : many}` : "none";
  }
  const photo = fold.querySelector("input[name=lead_photo]");
  if (photo) return photo.value ? `photo ${photo.value}` : "none";
  const fields = [...fold.querySelectorAll("select, textarea, input:not([type=hidden], [type=file], [type=search])")];
  const words = fields.map((field) => (field.selectedOptions ? chosen(field) : field.value.trim().replace("T", " ")));
  return words.filter(Boolean).join(", ");
}

function chosen(select) {
  return [...select.selectedOptions].filter((option) => option.value).map((option) => option.text.trim()).join(", ");
}
