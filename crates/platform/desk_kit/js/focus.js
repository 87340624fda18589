// The focal point on the picture itself: by a click, or by the arrow keys on its mark. Without it there are two fields for numbers.

const MIDDLE = 50;
const STEP = 10;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Puts the mark on a picture, and shows the cut.
 * @param {Document | HTMLElement} scope where the fields stand, and the preview of the cut
 * @param {HTMLElement} image the picture in its frame
 * @param {string} words the name of the mark
 */
export function focus(scope, image, words) {
  const fields = ["x", "y"].map((axis) => scope.querySelector(`input[name="focus_${axis}"]`));
  const shape = scope.querySelector('select[name="crop"]');
  if (!shape || fields.includes(null)) return;
  const box = document.createElement("span");
  box.className = "desk-focus";
  const mark = document.createElement("button");
  mark.type = "button";
  mark.className = "desk-focus-mark";
  image.before(box);
  box.append(image, mark);
  const show = () => {
    const [x, y] = fields.map(percent);
    mark.style.left = `${x}%`;
    mark.style.top = `${y}%`;
    mark.setAttribute("aria-label", `${words} (${x} %, ${y} %)`);
    crop(scope.querySelector("[data-crop]"), shape.value, [x, y]);
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

// The page of a picture: the link to the whole picture would take every click; it goes on in words.
document.querySelectorAll("[data-focus]").forEach((frame) => {
  const link = frame.querySelector("a:has(img)");
  if (!link) return;
  const image = link.querySelector("img");
  link.before(image, document.createElement("br"));
  link.textContent = frame.dataset.whole;
  focus(document, image, frame.dataset.focus);
});
