// Puts a button into each box of something from another site; the click loads it. Without this module the
// box keeps its plain link, and nothing is ever loaded by itself.

for (const box of document.querySelectorAll(".embed[data-frame]")) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "button"
  button.textContent = `Load from ${box.dataset.provider}`
  button.addEventListener("click", () => load(box), { once: true })
  box.querySelector(".source").before(button)
}

function load(box) {
  const frame = document.createElement("iframe")
  frame.src = box.dataset.frame
  frame.title = box.querySelector(".headline")?.textContent || box.dataset.provider
  frame.allow = "autoplay; fullscreen; picture-in-picture"
  frame.referrerPolicy = "strict-origin-when-cross-origin"
  frame.tabIndex = 0
  box.querySelector(".note").remove()
  box.querySelector("button").replaceWith(frame)
  frame.focus()
}
