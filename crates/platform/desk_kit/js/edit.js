/** @typedef {import("./lines.js").Edit} Edit */

/** Browsers insert a text line by line, which takes seconds for many lines; more lines are put in at once. */
const MOST_LINES = 400;

/** The last change of a field that the browser cannot undo: the text before and behind it. */
const steps = new WeakMap();

/**
 * Changes a text as if somebody had typed it, so that the browser can undo it.
 * @param {HTMLTextAreaElement} text
 * @param {Edit} edit
 */
export function apply(text, { from, to, text: words, start, end }) {
  text.focus();
  if (text.value.slice(from, to) !== words && !typed(text, from, to, words)) {
    const before = { value: text.value, start: text.selectionStart, end: text.selectionEnd };
    text.setRangeText(words, from, to, "end");
    steps.set(text, { before, behind: text.value });
    text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  text.setSelectionRange(start, end);
}

/** Takes back the last change if the browser cannot, and nothing was typed since. True if it did. */
export function takeBack(text) {
  const step = steps.get(text);
  if (!step || text.value !== step.behind) return false;
  steps.delete(text);
  text.value = step.before.value;
  text.setSelectionRange(step.before.start, step.before.end);
  text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  return true;
}

/** The only command for a text field that browsers undo; deprecated, and without a successor. */
function typed(text, from, to, words) {
  if (words.split("\n", MOST_LINES + 1).length > MOST_LINES) return false;
  text.setSelectionRange(from, to);
  return words ? document.execCommand("insertText", false, words) : document.execCommand("delete");
}

/** The edit that puts words in place of the selection, with the caret behind them. */
export function inPlace(text, words) {
  const { selectionStart: from, selectionEnd: to } = text;
  return { from, to, text: words, start: from + words.length, end: from + words.length };
}

/** Words that stand as paragraphs of their own: with the blank lines that they need around them in this text. */
export function asBlock(text, words) {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const before = value.slice(0, from);
  const behind = value.slice(to);
  const above = before.trim() === "" ? "" : "\n".repeat(Math.max(0, 2 - before.match(/\n*$/)[0].length));
  const below = behind.trim() === "" ? "\n" : "\n".repeat(Math.max(0, 2 - behind.match(/^\n*/)[0].length));
  return { edit: inPlace(text, above + words + below), at: from + above.length };
}
