/** The focal point, chosen on the picture by mouse, by touch or by arrow keys; every crop is shown as it will be. */

import { element } from "./dom.js";

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const within = (value, low, high) => Math.min(high, Math.max(low, value));

/** As Python rounds: a half goes to the even number. So a crop here is the crop that is made, to the pixel. */
function round(number) {
  const up = Math.round(number);
  return up - number === 0.5 && up % 2 ? up - 1 : up;
}

/** Where the cut of `ratio` lies in a picture of `size`, as a CSS object-position; `renditions.crop_box` has the rule. */
export function cropPosition([width, height], ratio, [x, y]) {
  const across = Math.min(width, round(height * ratio));
  const down = Math.min(height, round(width / ratio));
  const share = (whole, part, at) => {
    if (whole === part) return 50;
    return (100 * within(round(at * whole - part / 2), 0, whole - part)) / (whole - part);
  };
  return `${share(width, across, x)}% ${share(height, down, y)}%`;
}

export class FocalPoint {
  /** `x` and `y` are the fields that hold the point; null where it may only be seen. */
  constructor(frame, crops, x, y) {
    const { width, height } = frame.dataset;
    Object.assign(this, { frame, crops, x, y, size: [Number(width), Number(height)] });
    this.mark = element("span", { className: "focal-mark" });
    frame.append(this.mark);
    crops.hidden = false;
    if (x && y) this.#listen();
    this.show();
  }

  /** What the fields say, within the picture. */
  get point() {
    const { x, y } = this.frame.dataset;
    const given = [this.x?.value ?? x, this.y?.value ?? y];
    return given.map((text) => within(Number(text) || 0, 0, 1));
  }

  #listen() {
    this.frame.classList.add("can-move");
    this.mark.tabIndex = 0;
    const says = { role: "slider", "aria-label": "Focal point", "aria-describedby": "focal-help" };
    for (const [name, value] of Object.entries(says)) this.mark.setAttribute(name, value);
    this.mark.ariaValueMin = 0;
    this.mark.ariaValueMax = 100;
    for (const field of [this.x, this.y]) field.addEventListener("input", () => this.show());
    this.mark.addEventListener("keydown", (event) => this.#step(event));
    this.frame.addEventListener("pointerdown", (event) => this.#grasp(event));
    this.frame.addEventListener("click", (event) => this.#moveTo(event));
  }

  /** One hundredth an arrow; with Shift ten. */
  #step(event) {
    const step = STEPS[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const far = event.shiftKey ? 0.1 : 0.01;
    const [x, y] = this.point;
    this.#set(x + far * step[0], y + far * step[1]);
  }

  /** A finger that moves over the picture scrolls the page, unless it began on the ring; a tap is a click. */
  #grasp(event) {
    if (event.button !== 0 || (event.pointerType === "touch" && event.target !== this.mark)) return;
    event.preventDefault();
    this.mark.focus({ preventScroll: true });
    this.#moveTo(event);
    const move = (moved) => this.#moveTo(moved);
    this.frame.setPointerCapture(event.pointerId);
    this.frame.addEventListener("pointermove", move);
    this.frame.addEventListener("lostpointercapture", () => this.frame.removeEventListener("pointermove", move), {
      once: true,
    });
  }

  #moveTo({ clientX, clientY }) {
    const box = this.frame.getBoundingClientRect();
    this.#set((clientX - box.left) / box.width, (clientY - box.top) / box.height);
  }

  #set(x, y) {
    this.x.value = within(x, 0, 1).toFixed(2);
    this.y.value = within(y, 0, 1).toFixed(2);
    this.x.dispatchEvent(new Event("input", { bubbles: true }));
  }

  show() {
    const [x, y] = this.point;
    const [across, down] = [Math.round(100 * x), Math.round(100 * y)];
    this.mark.style.left = `${100 * x}%`;
    this.mark.style.top = `${100 * y}%`;
    if (this.x) {
      this.mark.ariaValueNow = across;
      this.mark.ariaValueText = `${across}% from the left, ${down}% from the top`;
    }
    for (const cut of this.crops.querySelectorAll("[data-ratio]")) {
      cut.firstElementChild.style.objectPosition = cropPosition(this.size, Number(cut.dataset.ratio), [x, y]);
    }
  }
}
