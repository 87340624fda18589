// Rows of a form without a new page: the server does what a button asks for, and only the list that it changed is replaced.
// Without it, or when the connection fails, the button sends the form.

import { suggest } from "./pick.js";

const BUTTON = /^(mehr|weg|hoch|runter|kopie|nach|suche|neu|doch-neu|quelle):([^:]+)(?::(\d+))?$/;

/** Listens to the buttons of the lists of a form. */
export function rows(form) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest('button[name="do"]');
    const asked = BUTTON.exec(button?.value ?? "");
    // One at a time: the next press would be about rows that are about to move.
    if (!asked || event.defaultPrevented || form.ariaBusy === "true" || "sends" in form.dataset) return;
    event.preventDefault();
    press(form, button, { act: asked[1], name: asked[2], to: Number(asked[3]) });
  });
}

/** Does what a button asks for. */
async function press(form, button, { act, name, to }) {
  const place = placeOf(button, act, name);
  try {
    const fresh = (await pressed(form, button.value, place.id)).closest(place.selector);
    if (!fresh) throw new Error("the list is gone");
    replace(form, place, document.adoptNode(fresh), { act, name, row: Number(name.split(".").at(-1)), to });
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

/** The list that a button changes, or the field in which it searches or begins an entry. */
function placeOf(button, act, name) {
  const list = button.closest(".desk-rows");
  if (list) return { old: list, id: list.id, selector: ".desk-rows" };
  const selector = act === "quelle" ? ".desk-source" : ".desk-pick";
  return { old: button.closest(selector), id: `form-${name}`, selector };
}

function replace(form, { old }, fresh, { act, name, row, to }) {
  const wereOpen = foldsOf(old).map((fold) => fold.open);
  old.replaceWith(fresh);
  const folds = foldsOf(fresh);
  wereOpen.forEach((isOpen, before) => {
    const fold = folds[after(before, act, row, to)];
    if (isOpen && fold) fold.open = true;
  });
  fresh.parentElement.querySelectorAll("[data-pick]").forEach((pick) => fresh.contains(pick) && suggest(pick));
  if (fresh.matches("[data-pick]")) suggest(fresh);
  fresh.dispatchEvent(new Event("desk:fresh", { bubbles: true }));
  if (act === "quelle") spread(form, document.getElementById(`form-${name}`));
  form.dispatchEvent(new Event("input", { bubbles: true }));
  focus(fresh, folds, { act, name, row, to });
}

/** A source that was added can be chosen in the other lists of the page, too. */
function spread(form, list) {
  const added = list?.matches("select") && list.selectedOptions[0];
  if (!added?.value) return;
  for (const other of form.querySelectorAll(".desk-source select")) {
    if (![...other.options].some((option) => option.value === added.value)) other.add(new Option(added.label, added.value));
  }
}

function foldsOf(list) {
  return [...list.querySelectorAll(":scope > ol > li > details")];
}

/** Where a row stands after an act. */
function after(place, act, row, to) {
  if (act === "nach") return moved(place, row, to);
  if (act === "weg" && place >= row) return place === row ? -1 : place - 1;
  if (act === "kopie" && place > row) return place + 1;
  const other = { hoch: row - 1, runter: row + 1 }[act];
  if (other === undefined) return place;
  return { [row]: other, [other]: row }[place] ?? place;
}

/** Where a row stands after one was put in another place. */
function moved(place, from, to) {
  if (place === from) return to;
  if (place > from && place <= to) return place - 1;
  return place < from && place >= to ? place + 1 : place;
}

/** Puts the focus where somebody goes on. */
function focus(list, folds, { act, name, row, to }) {
  const field = (fold) => {
    if (fold) fold.open = true;
    return fold?.querySelector("input:not([type=hidden]), select, textarea");
  };
  const button = (fold) => fold?.querySelector(`button[value^="${act}:"]`) ?? fold?.querySelector("summary");
  // What is to be decided comes first, then what is wrong, then the field itself.
  const pick = () => {
    const input = document.getElementById(`form-${name}`);
    const place = input?.closest(".desk-pick");
    return place?.querySelector(".desk-hits input") ?? place?.querySelector("select[aria-invalid]") ?? input;
  };
  const source = () => {
    const input = document.getElementById(`form-${name}`);
    const fault = input?.closest(".desk-source")?.querySelector("details [aria-invalid]");
    return fault ?? (input?.matches("select") ? input : input?.querySelector("input"));
  };
  const target = {
    mehr: () => field(folds.at(-1)),
    kopie: () => field(folds[row + 1]),
    weg: () => (folds[row] ?? folds.at(-1))?.querySelector("summary") ?? list.querySelector('button[value^="mehr:"]'),
    hoch: () => button(folds[row - 1]),
    runter: () => button(folds[row + 1]),
    nach: () => folds[to]?.querySelector("summary"),
    suche: pick,
    neu: pick,
    "doch-neu": pick,
    quelle: source,
  }[act]();
  (target ?? list).focus();
}
