// Rows of a list in another order, with the pointer. The buttons of each row do the same, with the keyboard and without scripts.

/** The distance from an edge of the window at which the page begins to scroll, in pixels. */
const EDGE = 60;
/** The distance that it scrolls with each movement, in pixels. */
const STEP = 14;

/** Listens to the grips of the rows of a form. */
export function drag(form) {
  form.addEventListener("pointerdown", (event) => {
    const grip = event.target.closest(".desk-grip");
    if (!grip || event.button !== 0 || form.ariaBusy === "true") return;
    event.preventDefault();
    follow(grip, event.pointerId);
  });
}

function follow(grip, pointer) {
  const row = grip.closest("li");
  const rows = [...row.parentElement.children];
  const from = rows.indexOf(row);
  let to = from;
  const mark = (place) => {
    to = place;
    rows.forEach((other, at) => {
      other.classList.toggle("is-above", at === to && to < from);
      other.classList.toggle("is-below", at === to && to > from);
    });
  };
  const move = ({ clientY }) => {
    if (clientY < EDGE) scrollBy(0, -STEP);
    if (clientY > innerHeight - EDGE) scrollBy(0, STEP);
    const under = rows.findIndex((other) => clientY < other.getBoundingClientRect().bottom);
    mark(under < 0 ? rows.length - 1 : under);
  };
  const listening = new AbortController();
  const end = (isMeant) => {
    const target = to;
    listening.abort();
    row.classList.remove("is-dragged");
    mark(from);
    if (isMeant && target !== from) put(row, from, target);
  };
  row.classList.add("is-dragged");
  grip.setPointerCapture(pointer);
  grip.addEventListener("pointermove", move, listening);
  grip.addEventListener("pointerup", () => end(true), listening);
  grip.addEventListener("pointercancel", () => end(false), listening);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && end(false), listening);
}

/** Presses a button that asks the server for the new order, as those of the row do. */
function put(row, from, to) {
  const list = row.id.slice("zeile-".length, row.id.lastIndexOf("."));
  const button = document.createElement("button");
  Object.assign(button, { type: "submit", name: "do", value: `nach:${list}.${from}:${to}`, formNoValidate: true, hidden: true });
  row.append(button);
  button.click();
}
