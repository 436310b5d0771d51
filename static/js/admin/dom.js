/** Small tools for building what the pages show. */

/** An element with its properties, its attributes (names with a dash, and role) and its children. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.includes("-") || name === "role") made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

export const button = (label, onclick, properties = {}) =>
  element("button", { type: "button", className: "button", onclick, ...properties }, label);

/** Things in a row of words: one, two and three. */
export const inWords = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** A sign of the icon font, which no one is read aloud. */
export const icon = (name) => element("span", { className: "material-icons", "aria-hidden": "true" }, name);

let voice;

/** Tell those who listen what just happened, and cannot be seen by them. */
export function say(text) {
  if (!voice?.isConnected) {
    voice = element("p", { className: "visually-hidden", role: "status" });
    document.body.append(voice);
  }
  voice.textContent = text;
}

/** `act`, once nothing has called it for `pause` milliseconds. */
export function settled(act, pause = 250) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), pause);
  };
}

/** Show the picture of a file that was chosen and is not uploaded yet. */
export function previewFile(image, file) {
  if (image.src.startsWith("blob:")) URL.revokeObjectURL(image.src);
  image.hidden = true;
  image.removeAttribute("src");
  if (!file) return;
  image.onload = () => (image.hidden = false);
  image.src = URL.createObjectURL(file);
}
