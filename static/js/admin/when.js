/** Now or later: who gives a time means it, and the button says what it will do. */

for (const choice of document.querySelectorAll("[data-when]")) {
  const { form } = choice;
  const [now, later] = ["now", "later"].map((value) => choice.querySelector(`[name=when][value=${value}]`));
  const time = choice.querySelector("[name=at]");
  const button = form.querySelector("[data-primary]");
  const say = () => {
    if (button) button.value = later.checked ? button.dataset.later : button.dataset.now;
  };
  time.addEventListener("input", () => {
    if (time.value || !now) later.checked = true;
    else now.checked = true;
    say();
  });
  now?.addEventListener("change", () => {
    time.value = "";
    say();
  });
  later.addEventListener("change", () => {
    say();
    time.focus();
  });
}
