// Keyboard shortcuts of the desk, and their list, which opens with "?". None of them is needed.

const STORED = "desk-keys";
const list = document.querySelector("#desk-keys");
const choice = list.querySelector("input");
const opener = document.querySelector("[data-keys]");

/** Shortcuts of a single key can be switched off (WCAG 2.1.4): speech input presses them by accident. */
choice.checked = localStorage.getItem(STORED) !== "off";
choice.addEventListener("change", () => localStorage.setItem(STORED, choice.checked ? "on" : "off"));

opener.closest("li").hidden = false;
opener.addEventListener("click", () => list.showModal());

/** True if keys go into a field. */
function isTyping() {
  return document.activeElement.matches("input:not([type=checkbox], [type=radio]), textarea, select");
}

/** Submits the form of the page as its button does. */
function save() {
  const button = document.querySelector("main form.desk-form button[value=speichern]") ?? document.querySelector("#form-send");
  if (!button) return false;
  button.form.requestSubmit(button);
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey || list.open) return;
  if ((event.ctrlKey || event.metaKey) && event.key === "s") {
    if (save()) event.preventDefault();
  } else if (!event.ctrlKey && !event.metaKey && choice.checked && !isTyping()) {
    const search = document.querySelector("main input[type=search]");
    if (event.key === "?") list.showModal();
    else if (event.key === "/" && search) search.focus();
    else return;
    event.preventDefault();
  }
});

/** Whoever signs out leaves no unsent text behind in this browser. */
document.querySelector('.desk-menu form[action$="/abmeldungen"]')?.addEventListener("submit", () => {
  for (const key of Object.keys(localStorage).filter((key) => key.startsWith("unsent:"))) localStorage.removeItem(key);
});
