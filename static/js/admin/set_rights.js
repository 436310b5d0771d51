/** What is written in a row is meant: its tick comes by itself. */

for (const row of document.querySelectorAll(".set-row")) {
  const tick = row.querySelector(".tick input");
  row.addEventListener("input", (event) => {
    if (event.target !== tick) tick.checked = true;
  });
}
