// The field for long texts: a toolbar, keys, paste and a preview. The text stays Markdown.

import { apply, takeBack } from "./edit.js";
import { hasMark, toggleMark } from "./emphasis.js";
import { file, picture, receiveFiles } from "./insert.js";
import { areLines, nextItem, toggleLines } from "./lines.js";
import { link } from "./link.js";
import { receivePaste } from "./paste.js";
import { preview } from "./preview.js";
import { nextCell, table } from "./table.js";

/** The buttons; those without a sign show their name. `key` goes with Ctrl, `digit` with Ctrl and Shift; the names come from the page. */
const TOOLS = [
  { name: "bold", sign: "B", key: "b", change: toggleMark, isOn: hasMark },
  { name: "italic", sign: "I", key: "i", change: toggleMark, isOn: hasMark },
  { name: "heading", sign: "H", change: toggleLines, isOn: areLines },
  { name: "list", sign: "•", digit: "Digit8", change: toggleLines, isOn: areLines },
  { name: "numbers", sign: "№", digit: "Digit7", change: toggleLines, isOn: areLines },
  { name: "quote", sign: "„“", digit: "Digit9", change: toggleLines, isOn: areLines },
  { name: "link", sign: "↗", key: "k", open: link },
  { name: "table", sign: "▦", open: table },
  { name: "picture", open: picture },
  { name: "file", open: file },
];

/** Adds the toolbar, the keys, the paste and the preview to a field. */
export function enhance(frame) {
  const text = frame.querySelector("textarea");
  if (!text) return;
  const said = frame.dataset;
  const buttons = TOOLS.map((tool) => toolButton(text, said, tool));
  text.before(toolbar(text, said, buttons));
  text.addEventListener("keydown", (event) => pressed(text, said, event));
  receivePaste(text, said);
  receiveFiles(frame, text, said);
  preview(frame, text, said);
  const tell = once(() => tellState(text, buttons));
  document.addEventListener("selectionchange", () => document.activeElement === text && tell());
  text.addEventListener("input", tell);
}

/** Browsers report a long insertion line by line; the answer can wait for the next picture. */
function once(act) {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      act();
    });
  };
}

function toolButton(text, said, tool) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `desk-button is-${tool.name}`;
  button.textContent = tool.sign ?? said[tool.name];
  button.setAttribute("aria-label", said[tool.name]);
  button.title = said[tool.name];
  if (tool.open) button.setAttribute("aria-haspopup", "dialog");
  else button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => use(text, said, tool));
  return button;
}

function use(text, said, tool) {
  if (tool.open) return tool.open(text, said);
  apply(text, tool.change(text.value, text.selectionStart, text.selectionEnd, tool.name));
}

/** One stop for the tab key; arrows, Home and End go from button to button. */
function toolbar(text, said, buttons) {
  const bar = document.createElement("div");
  bar.className = "desk-toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-controls", text.id);
  bar.setAttribute("aria-label", said.toolbar);
  buttons.forEach((button, place) => (button.tabIndex = place === 0 ? 0 : -1));
  bar.addEventListener("keydown", (event) => {
    const here = buttons.indexOf(document.activeElement);
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined || here < 0) return;
    event.preventDefault();
    const chosen = buttons.at(next % buttons.length);
    buttons.forEach((button) => (button.tabIndex = button === chosen ? 0 : -1));
    chosen.focus();
  });
  bar.append(...buttons);
  return bar;
}

function pressed(text, said, event) {
  if (event.isComposing || event.altKey) return;
  const { selectionStart: start, selectionEnd: end, value } = text;
  if (event.ctrlKey || event.metaKey) {
    if (event.key === "z" && !event.shiftKey && takeBack(text)) return event.preventDefault();
    const tool = TOOLS.find(({ key, digit }) => (event.shiftKey ? digit && digit === event.code : key && key === event.key));
    if (!tool) return;
    event.preventDefault();
    use(text, said, tool);
  } else if (event.key === "Enter" && !event.shiftKey && start === end) {
    const edit = nextItem(value, start);
    if (!edit) return;
    event.preventDefault();
    apply(text, edit);
  } else if (event.key === "Tab") {
    const cell = nextCell(value, event.shiftKey ? start : end, event.shiftKey ? -1 : 1);
    if (!cell) return;
    event.preventDefault();
    text.setSelectionRange(cell.start, cell.end);
  }
}

/** Says on each button that toggles if the selection has what it gives. */
function tellState(text, buttons) {
  const { selectionStart: start, selectionEnd: end, value } = text;
  TOOLS.forEach((tool, place) => {
    if (tool.isOn) buttons[place].setAttribute("aria-pressed", tool.isOn(value, start, end, tool.name));
  });
}
