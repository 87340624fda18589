// The buttons for bold and italic: what they do to a selection.

import { lineEnd, lineStart, partsOf } from "./lines.js";
import { MARKS, isReadAs, read, write } from "./marks.js";

/** @typedef {import("./lines.js").Edit} Edit */

const isBlank = (letter) => letter === undefined || /\s/u.test(letter);
const WORD = /[\p{L}\p{N}\u0300-\u036f]+(?:[*:_'’-][\p{L}\p{N}\u0300-\u036f]+)*/gu;

/**
 * Marks the selection, or takes the mark away if all of it has it. Without a selection it is about the word around
 * the caret; where there is none, an empty pair of marks is put around the caret.
 * @param {"bold" | "italic"} kind
 * @returns {Edit}
 */
export function toggleMark(value, start, end, kind) {
  const chosen = paragraphs(value, start, end).map((bounds) => chosenIn(value, bounds, start, end));
  const among = chosen.filter((part) => part.from < part.to);
  if (among.length === 0) return atCaret(value, start, end, kind, chosen[0]);
  const isOn = !among.every(({ marked, from, to }) => isAll(marked, from, to, kind));
  const parts = among.map((part) => ({ ...part, ...changed(part, kind, isOn) }));
  const [first, last] = [parts[0], parts.at(-1)];
  let text = "";
  let behind = first.bounds.from;
  for (const part of parts) {
    text += value.slice(behind, part.bounds.from);
    part.start = first.bounds.from + text.length;
    text += part.text;
    behind = part.bounds.to;
  }
  const edit = { from: first.bounds.from, to: last.bounds.to, text };
  if (start === end) {
    const caret = first.start + first.places[first.caret];
    return { ...edit, start: caret, end: caret };
  }
  return { ...edit, start: first.start + first.places[first.from], end: last.start + last.places[last.to - 1] + 1 };
}

/** True if the mark is on all of the selection. */
export function hasMark(value, start, end, kind) {
  const chosen = paragraphs(value, start, end).map((bounds) => chosenIn(value, bounds, start, end));
  const among = chosen.filter((part) => part.from < part.to);
  if (among.length > 0) return among.every(({ marked, from, to }) => isAll(marked, from, to, kind));
  const { marked, caret, bounds } = chosen[0];
  return isEndOf(marked, caret, kind) && start - bounds.from === marked.at[caret - 1] + 1;
}

/** The parts of a text that can hold marks: paragraphs, items, headings, cells. Only those of the selection. */
function paragraphs(value, start, end) {
  const found = [];
  let from = lineStart(value, start);
  // A paragraph may have begun in the lines above.
  while (from > 0 && isContinued(lineAt(value, from))) {
    const above = lineStart(value, from - 1);
    if (!lineAt(value, above).trim() || isAlone(lineAt(value, above))) break;
    from = above;
  }
  while (from <= Math.max(end, start)) {
    const line = lineAt(value, from);
    const to = from + line.length;
    if (isTableRow(line)) {
      for (const cell of cellsOf(line)) found.push({ from: from + cell.from, to: from + cell.to });
    } else {
      const last = found.at(-1);
      const isSame = isContinued(line) && last && last.to === from - 1 && !last.isClosed;
      if (isSame) last.to = to;
      else found.push({ from: from + line.length - textOf(line).length, to, isClosed: isAlone(line) || !line.trim() });
    }
    from = to + 1;
  }
  // The last paragraph may go on below.
  for (let last = found.at(-1); last && !last.isClosed && from <= value.length && from === last.to + 1; ) {
    const line = lineAt(value, from);
    if (!line.trim() || !isContinued(line) || isTableRow(line)) break;
    last.to = from + line.length;
    from = last.to + 1;
  }
  return found.length > 0 ? found : [{ from: start, to: end }];
}

function lineAt(value, from) {
  return value.slice(from, lineEnd(value, from));
}

const isTableRow = (line) => line.trimStart().startsWith("|");
const isHeading = (line) => partsOf(line).marker.startsWith("#");
const isAlone = (line) => isHeading(line) || isTableRow(line);

/** True if a line can only continue the paragraph above. */
function isContinued(line) {
  const { quote, marker } = partsOf(line);
  return line.trim() !== "" && !quote && !isItem(marker) && !isAlone(line);
}

/** A number other than 0 and 1 does not begin an item in the middle of a paragraph. */
const isItem = (marker) => marker !== "" && !/^0*[2-9]|^0*\d{2}/.test(marker);

function textOf(line) {
  const { marker, gap, text } = partsOf(line);
  return isItem(marker) || marker.startsWith("#") ? text : marker ? marker + gap + text : text;
}

function cellsOf(line) {
  const cells = Array.from(line.matchAll(/(?:\\.|[^|\\])+/g), ({ 0: text, index }) => ({ text, index }));
  return cells.filter(({ text }) => /[^\s:|-]/.test(text)).map(({ text, index }) => ({ from: index, to: index + text.length }));
}

/** A paragraph with the chosen letters: those of the selection, or of the word around the caret. */
function chosenIn(value, bounds, start, end) {
  const marked = read(value.slice(bounds.from, bounds.to));
  const placeOf = (place) => {
    const at = marked.at.findIndex((letter) => letter >= place - bounds.from);
    return at < 0 ? marked.text.length : at;
  };
  const caret = placeOf(start);
  let [from, to] = [caret, placeOf(end)];
  if (start === end) [from, to] = wordAround(marked.text, caret);
  else [from, to] = acrossLinks(marked.text, ...trimmed(marked.text, from, to));
  return { bounds, marked, caret, from, to };
}

function trimmed(text, from, to) {
  while (from < to && isBlank(text[from])) from++;
  while (from < to && isBlank(text[to - 1])) to--;
  return [from, to];
}

/** Both ends of the word in which the caret stands; nothing at the edge of a word. */
function wordAround(text, caret) {
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (index < caret && caret < index + word.length) return [index, index + word.length];
  }
  return [caret, caret];
}

/** A mark cannot hold half of a link, so the selection takes all of it. */
function acrossLinks(text, from, to) {
  for (const { 0: link, 1: label, index } of text.matchAll(/!?(\[[^\][]*\])\([^()\s]*\)/g)) {
    const [start, end] = [index, index + link.length];
    const isInside = from > start && to < start + label.length;
    if (from < end && to > start && !isInside) [from, to] = [Math.min(from, start), Math.max(to, end)];
  }
  return [from, to];
}

function isAll(marked, from, to, kind) {
  return marked[kind].slice(from, to).every((mark, at) => mark || isBlank(marked.text[from + at]));
}

/** A paragraph with or without the mark on the chosen letters; on whole words where parts of words cannot have it. */
function changed({ bounds, marked, from, to, caret }, kind, isOn) {
  for (const [start, end] of [[from, to], wholeWords(marked.text, from, to)]) {
    const marks = [...marked[kind]];
    marks.fill(isOn ? MARKS[kind] : "", start, end);
    if (isOn) joinAcross(marked.text, marks, start, end);
    const next = { ...marked, [kind]: marks };
    const written = write(next);
    if (isReadAs(written.text, next)) return { ...written, from: start, to: end, caret };
  }
  return { ...write(marked), bounds, from, to, caret };
}

/** Marked words on both sides of a blank share one mark. */
function joinAcross(text, marks, start, end) {
  let [from, to] = [start, end];
  while (from > 0 && isBlank(text[from - 1])) from--;
  while (to < text.length && isBlank(text[to])) to++;
  if (marks[from - 1]) marks.fill(marks[from - 1], from, start);
  if (marks[to]) marks.fill(marks[to], end, to);
}

function wholeWords(text, from, to) {
  while (!isBlank(text[from - 1])) from--;
  while (!isBlank(text[to])) to++;
  return [from, to];
}

function isEndOf(marked, caret, kind) {
  return caret > 0 && marked[kind][caret - 1] !== "" && !marked[kind][caret];
}

/** Without a word: leaves marked text, takes an empty pair away, or writes one. */
function atCaret(value, start, end, kind, { bounds, marked, caret }) {
  const mark = MARKS[kind];
  const nothing = { from: start, to: start, text: "", start, end };
  if (start !== end) return nothing;
  if (isEndOf(marked, caret, kind)) {
    const behind = bounds.from + (marked.at[caret] ?? bounds.to - bounds.from);
    return { ...nothing, start: behind, end: behind };
  }
  const before = value.slice(0, start).match(/\**$/)[0].length;
  const behind = value.slice(start).match(/^\**/)[0].length;
  const isEmptyPair = before === behind && (kind === "bold" ? before > 1 : before % 2 === 1);
  if (isEmptyPair) {
    const from = start - mark.length;
    return { from, to: start + mark.length, text: "", start: from, end: from };
  }
  const inside = start + mark.length;
  return { from: start, to: start, text: mark + mark, start: inside, end: inside };
}
