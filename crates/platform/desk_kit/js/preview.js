// The preview beside a long text: the public page's own rendering, made by the server.

import { element } from "./dialog.js";

const WAIT = 400;
const STORED = "desk-text-preview";
/** Below it, text and preview would each be too narrow; whoever wants both all the same switches it on. */
const WIDE = "(min-width: 100rem)";

/**
 * Adds the switch and the box.
 * @param {HTMLElement} frame
 * @param {HTMLTextAreaElement} text
 * @param {DOMStringMap} said the texts and the address of the page
 */
export function preview(frame, text, said) {
  const id = `${text.id}-preview`;
  const choice = element("input", { type: "checkbox" });
  const label = element("label", { class: "form-box desk-preview-switch" }, choice, " ", element("span", {}, said.preview));
  const heading = element("h3", { id }, said.previewTitle);
  const shown = element("div", { class: "prose" });
  shown.lang = text.lang || "de";
  const box = element("section", { class: "desk-text-preview", "aria-labelledby": id, "aria-live": "off", tabindex: "0" }, heading, shown);
  frame.append(label, box);
  const stored = localStorage.getItem(STORED);
  choice.checked = stored ? stored === "on" : matchMedia(WIDE).matches;
  const update = updater(text, said, shown);
  const show = () => {
    box.hidden = !choice.checked;
    frame.classList.toggle("has-preview", choice.checked);
    if (choice.checked) update();
  };
  choice.addEventListener("change", () => {
    localStorage.setItem(STORED, choice.checked ? "on" : "off");
    show();
  });
  let waiting;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    if (choice.checked) waiting = setTimeout(update, WAIT);
  });
  show();
}

/** Asks the server for the rendering, unless the text is as it was; a late answer does not replace a newer one. */
function updater(text, said, shown) {
  let asked;
  return async () => {
    if (text.value === asked) return;
    asked = text.value;
    const mine = asked;
    const body = new URLSearchParams({ text: mine, sprache: said.language });
    const answer = await fetch(said.previewAddress, { method: "POST", body }).catch(() => null);
    const html = answer && (answer.ok || answer.status === 422) ? await answer.text() : null;
    if (asked !== mine) return;
    // It is asked for again at the next change.
    if (html === null) asked = undefined;
    else shown.replaceChildren(...rendered(html));
  };
}

/** The rendering as nodes. Links open beside the form, which would otherwise be left. */
function rendered(html) {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const link of body.querySelectorAll("a[href]")) link.target = "_blank";
  return [...body.childNodes];
}
