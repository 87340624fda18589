// The picture that was chosen for an upload, before it is sent: with its focal point and its cut. Without it both are given on the
// picture's own page.

import { focus } from "./focus.js";

const WIDEST = 640;

/** Shows the picture that is chosen in the form of an upload. */
export function cut(form) {
  const frame = form.querySelector("[data-cut]");
  const input = form.querySelector("input[type=file]");
  if (!frame || !input) return;
  let canvases = null;
  const show = async () => {
    const chosen = [...input.files];
    const bitmap = chosen.length === 1 ? await createImageBitmap(chosen[0]).catch(() => null) : null;
    frame.hidden = !bitmap;
    if (!bitmap) return;
    canvases ??= framed(form, frame);
    for (const canvas of canvases) draw(canvas, bitmap);
    canvases[0].setAttribute("aria-label", chosen[0].name);
    bitmap.close();
  };
  input.addEventListener("change", () => {
    // What was said of one picture does not hold for another.
    for (const field of frame.querySelectorAll("input, select")) {
      field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    show();
  });
  show();
}

/** The picture with its mark, and its cut. */
function framed(form, frame) {
  const [whole, part] = [document.createElement("canvas"), document.createElement("canvas")];
  whole.setAttribute("role", "img");
  part.setAttribute("aria-hidden", "true");
  const preview = document.createElement("p");
  preview.className = "desk-media-preview";
  preview.append(whole);
  frame.prepend(preview);
  frame.querySelector("[data-crop]").prepend(part);
  focus(form, whole, frame.dataset.cut);
  return [whole, part];
}

function draw(canvas, bitmap) {
  const scale = Math.min(1, WIDEST / bitmap.width);
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  canvas.getContext("2d").drawImage(bitmap, 0, 0, canvas.width, canvas.height);
}
