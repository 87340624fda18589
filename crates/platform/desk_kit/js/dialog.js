/**
 * Makes an element.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} content
 */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

let made = 0;

/** A field with its label. */
export function field(label, attributes) {
  const id = `desk-dialog-field-${++made}`;
  const input = element("input", { id, autocomplete: "off", ...attributes });
  return { input, control: element("div", { class: "control form-control" }, element("label", { for: id }, label), input) };
}

/**
 * Opens a dialog; while it is open, nothing behind it can have the focus.
 * @param {string} title
 * @param {Node} content
 */
export function open(title, content) {
  const id = `desk-dialog-${++made}`;
  const dialog = element("dialog", { class: "desk-dialog", "aria-labelledby": id }, element("h2", { id }, title), content);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A button that closes the dialog in which it stands. */
export function cancel(words) {
  const button = element("button", { type: "button", class: "desk-button" }, words);
  button.addEventListener("click", () => button.closest("dialog").close());
  return button;
}

/**
 * Opens a dialog with a form. `send` answers what to do when the dialog has closed, or null if it must stay open.
 * @param {{ title: string, close: string, buttons: HTMLElement[], content: Node[], send: () => (() => void) | null }} parts
 */
export function ask({ title, close, buttons, content, send }) {
  const actions = element("p", { class: "actions" }, ...buttons, cancel(close));
  const form = element("form", { class: "form", novalidate: "" }, ...content, actions);
  const dialog = open(title, form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const act = send();
    if (!act) return;
    dialog.close();
    act();
  });
  return dialog;
}
