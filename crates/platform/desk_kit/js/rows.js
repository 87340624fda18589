// Rows of a form without a new page: the server does what a button asks for, and only the list that it changed is replaced.
// Without it, or when the connection fails, the button sends the form.

import { suggest } from "./pick.js";

const BUTTON = /^(mehr|weg|hoch|runter|kopie|suche):(.+)$/;

/** Listens to the buttons of the lists of a form. */
export function rows(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest('button[name="do"]');
    const asked = BUTTON.exec(button?.value ?? "");
    // One at a time: the next press would be about rows that are about to move.
    if (!asked || event.defaultPrevented || form.ariaBusy === "true" || "sends" in form.dataset) return;
    event.preventDefault();
    press(form, button, { act: asked[1], name: asked[2] });
  });
}

async function press(form, button, { act, name }) {
  const place = placeOf(button, act, name);
  try {
    const fresh = (await pressed(form, button.value, place.id)).closest(place.selector);
    if (!fresh) throw new Error("the list is gone");
    replace(form, place, fresh, { act, row: Number(name.split(".").at(-1)) });
  } catch {
    // The page that follows says what is wrong.
    form.dataset.sends = "";
    form.requestSubmit(button);
    delete form.dataset.sends;
  }
}

/**
 * The element with this id, on the page that the server answers to a button. `changes` are values that the form does not hold
 * yet. Fails if there is no such answer.
 */
export async function pressed(form, button, id, changes = {}) {
  form.ariaBusy = "true";
  try {
    const body = new URLSearchParams(new FormData(form));
    for (const [name, value] of Object.entries({ ...changes, do: button })) body.set(name, value);
    const answer = await fetch(form.action, { method: "POST", body });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(id);
    if (!fresh) throw new Error("the field is gone");
    return fresh;
  } finally {
    form.ariaBusy = null;
  }
}

/** The list that a button changes, or the field in which it searches. */
function placeOf(button, act, name) {
  const list = button.closest(".desk-rows");
  if (list) return { old: list, id: list.id, selector: ".desk-rows" };
  const pick = button.closest(".desk-pick");
  return { old: pick, id: `form-${name}`, selector: ".desk-pick" };
}

function replace(form, { old }, fresh, { act, row }) {
  const wereOpen = foldsOf(old).map((fold) => fold.open);
  old.replaceWith(fresh);
  const folds = foldsOf(fresh);
  wereOpen.forEach((isOpen, before) => {
    const fold = folds[after(before, act, row)];
    if (isOpen && fold) fold.open = true;
  });
  fresh.parentElement.querySelectorAll("[data-pick]").forEach((pick) => fresh.contains(pick) && suggest(pick));
  if (fresh.matches("[data-pick]")) suggest(fresh);
  form.dispatchEvent(new Event("input", { bubbles: true }));
  focus(fresh, folds, act, row);
}

function foldsOf(list) {
  return [...list.querySelectorAll(":scope > ol > li > details")];
}

/** Where a row stands after an act. */
function after(place, act, row) {
  if (act === "weg" && place >= row) return place === row ? -1 : place - 1;
  if (act === "kopie" && place > row) return place + 1;
  const other = { hoch: row - 1, runter: row + 1 }[act];
  if (other === undefined) return place;
  return { [row]: other, [other]: row }[place] ?? place;
}

/** Puts the focus where somebody goes on. */
function focus(list, folds, act, row) {
  const field = (fold) => {
    if (fold) fold.open = true;
    return fold?.querySelector("input:not([type=hidden]), select, textarea");
  };
  const button = (fold) => fold?.querySelector(`button[value^="${act}:"]`) ?? fold?.querySelector("summary");
  const target = {
    mehr: () => field(folds.at(-1)),
    kopie: () => field(folds[row + 1]),
    weg: () => (folds[row] ?? folds.at(-1))?.querySelector("summary") ?? list.querySelector('button[value^="mehr:"]'),
    hoch: () => button(folds[row - 1]),
    runter: () => button(folds[row + 1]),
    suche: () => list.querySelector(".desk-hits input") ?? list.querySelector("input[aria-invalid], input[type=text]"),
  }[act]();
  (target ?? list).focus();
}
