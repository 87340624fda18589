/** @typedef {import("./lines.js").Edit} Edit */

/** Browsers insert long texts line by line, which takes seconds; longer ones are put in at once, without undo. */
const LONGEST = 100_000;

/**
 * Changes a text as if somebody had typed it, so that the browser can undo it.
 * @param {HTMLTextAreaElement} text
 * @param {Edit} edit
 */
export function apply(text, { from, to, text: words, start, end }) {
  text.focus();
  if (text.value.slice(from, to) !== words && !typed(text, from, to, words)) {
    text.setRangeText(words, from, to, "end");
    text.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  text.setSelectionRange(start, end);
}

/** The only command for a text field that browsers undo; deprecated, and without a successor. */
function typed(text, from, to, words) {
  if (words.length > LONGEST) return false;
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
