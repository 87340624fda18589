// The focal point on the picture itself: by a click, or by the arrow keys on its mark. Without it there are two fields for numbers.

const MIDDLE = 50;
const STEP = 10;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function focus(frame) {
  const image = frame.querySelector("img");
  const fields = ["x", "y"].map((axis) => document.querySelector(`input[name="focus_${axis}"]`));
  const shape = document.querySelector('select[name="crop"]');
  if (!image || !shape || fields.includes(null)) return;
  const box = document.createElement("span");
  box.className = "desk-focus";
  const mark = document.createElement("button");
  mark.type = "button";
  mark.className = "desk-focus-mark";
  // The link to the whole picture would take every click; it goes on in words.
  const link = image.closest("a");
  link.before(box);
  box.append(image, mark);
  link.textContent = frame.dataset.whole;
  link.before(document.createElement("br"));
  const show = () => {
    const [x, y] = fields.map(percent);
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
    mark.setAttribute("aria-label", `${frame.dataset.focus} (${x} %, ${y} %)`);
    crop(document.querySelector("[data-crop]"), shape.value, [x, y]);
  };
  const place = (...point) => {
    point.forEach((value, axis) => {
      fields[axis].value = Math.round(Math.min(100, Math.max(0, value)));
      fields[axis].dispatchEvent(new Event("input", { bubbles: true }));
    });
    show();
  };
  image.addEventListener("click", ({ offsetX, offsetY }) => {
    place((offsetX / image.clientWidth) * 100, (offsetY / image.clientHeight) * 100);
    mark.focus();
  });
  mark.addEventListener("keydown", (event) => {
    const way = KEYS[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? STEP : 1;
    place(...fields.map((field, axis) => percent(field) + way[axis] * step));
  });
  for (const field of [...fields, shape]) field.addEventListener("input", show);
  show();
}

/** What a field says; the middle if it says nothing. */
function percent(field) {
  const value = Number.parseInt(field.value, 10);
  return Number.isNaN(value) ? MIDDLE : Math.min(100, Math.max(0, value));
}

/** Shows what pages will show. */
function crop(preview, shape, point) {
  if (!preview) return;
  preview.hidden = shape === "";
  const [x, y] = point.map((value) => Math.round(value / STEP) * STEP);
  preview.className = `picture is-lead is-cropped is-${shape || "whole"} picture-x-${x} picture-y-${y}`;
}

document.querySelectorAll("[data-focus]").forEach((frame) => focus(frame));
