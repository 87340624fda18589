// The field for a picture or a file without a new page: upload in a dialog, by button, drop or paste; search and more tiles in their place.
// Without it, the buttons send the form, which is put aside for an upload.

import { filesOf, receiveDrop, upload } from "./media.js";
import { pressed } from "./rows.js";

const BUTTON = /^(suche|bilder|hochladen):/;

/** Enhances a field for a picture or a file. */
export function medium(frame) {
  const { form } = frame;
  frame.querySelector(".desk-picture-drop").hidden = false;
  const add = (file) => addMedium(form, frame, file);
  frame.addEventListener("click", (event) => {
    const button = event.target.closest('button[name="do"]');
    const [, act] = BUTTON.exec(button?.value ?? "") ?? [];
    if (!act || "sends" in form.dataset) return;
    event.preventDefault();
    if (act === "hochladen") add();
    else renew(form, frame, button);
  });
  frame.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.type !== "search") return;
    event.preventDefault();
    frame.querySelector('button[value^="suche:"]').click();
  });
  frame.addEventListener("change", ({ target }) => target.type === "radio" && showHeld(frame, target));
  receiveDrop(frame, ([file]) => add(file));
  frame.addEventListener("paste", (event) => {
    const [file] = filesOf(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    add(file);
  });
}

/** Shows above the fold what was chosen in it. */
function showHeld(frame, radio) {
  const held = frame.querySelector(".is-held");
  held.hidden = radio.value === "";
  held.replaceChildren(...[...radio.closest("label").children].filter((part) => part !== radio).map((part) => part.cloneNode(true)));
}

/** Uploads a medium and chooses it. */
async function addMedium(form, frame, file) {
  const { upload: address, title, cancel, failed } = frame.dataset;
  const found = await upload({ upload: address, uploadTitle: title, cancel, failed }, { sort: frame.dataset.sort, file });
  if (!found) return;
  const fresh = await replaced(form, frame, `suche:${frame.dataset.medium}`, { [frame.dataset.medium]: found.slug });
  if (!fresh) return form.requestSubmit();
  fresh.querySelector("details").open = false;
  fresh.querySelector("summary").focus();
}

/** Shows the tiles for which a button asks; if that fails, the button sends the form. */
async function renew(form, frame, button) {
  const before = frame.querySelectorAll("details input[type=radio]").length;
  const isMore = button.value.startsWith("bilder:");
  const fresh = await replaced(form, frame, button.value);
  if (!fresh) {
    form.dataset.sends = "";
    form.requestSubmit(button);
    delete form.dataset.sends;
    return;
  }
  const tiles = fresh.querySelectorAll("details input[type=radio]");
  (tiles[isMore ? before : 0] ?? fresh.querySelector("input[type=search]")).focus();
}

/** The field as it is after a button, in the place of the old one; null if the server did not answer so. */
async function replaced(form, frame, button, changes) {
  const fresh = await pressed(form, button, frame.id, changes).catch(() => null);
  if (!fresh) return null;
  frame.replaceWith(fresh);
  medium(fresh);
  form.dispatchEvent(new Event("input", { bubbles: true }));
  return fresh;
}
