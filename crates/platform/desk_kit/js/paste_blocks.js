// Writes the blocks of the clipboard as Markdown.

import { escapeStart, escapeWords } from "./escape.js";
import { MARKS, isReadAs, write } from "./marks.js";
import { tableOf } from "./table.js";

/** @typedef {import("./paste_html.js").Block} Block */

/** The page has the first heading, so the highest of the text becomes the second. */
const HIGHEST = 2;
const LOWEST = 6;
const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Writes blocks.
 * @param {Block[]} blocks
 * @returns {{ text: string, isInline: boolean }} inline words stand within a line
 */
export function writeBlocks(blocks) {
  const levels = [...new Set(blocks.filter(({ kind }) => kind === "heading").map(({ level }) => level))].sort();
  const lists = new Lists();
  const lines = [];
  let above = null;
  for (const block of blocks) {
    const written = writeBlock(block, levels, lists, above);
    if (written === "") continue;
    const prefix = "> ".repeat(block.quote);
    if (above) {
      const isTight = block.kind === "item" && above.kind === "item" && block.quote === above.quote && !lists.isApart;
      if (!isTight) lines.push("> ".repeat(Math.min(block.quote, above.quote)).trimEnd());
    }
    for (const line of written.split("\n")) lines.push(`${prefix}${line}`.trimEnd());
    above = block;
  }
  return { text: lines.join("\n"), isInline: blocks.length === 1 && blocks[0].kind === "paragraph" && !blocks[0].quote };
}

function writeBlock(block, levels, lists, above) {
  if (block.kind === "item") return lists.item(block, above);
  if (block.kind === "more") return indented(lines(block.runs), " ".repeat(lists.widthOf(block.level)));
  const isBehindNumbers = lists.end();
  if (block.kind === "rule") return "---";
  if (block.kind === "table") return writeTable(block.rows);
  if (block.kind === "heading") {
    const level = Math.min(LOWEST, HIGHEST + levels.indexOf(block.level));
    const words = inline(withoutBold(block.runs), { isCell: false }).replaceAll("\n", " ");
    return words && `${"#".repeat(level)} ${words}`;
  }
  return lines(block.runs, isBehindNumbers);
}

/** Words as lines of a paragraph; a line break is a backslash at the end. */
function lines(runs, isBehindNumbers = false) {
  const written = inline(runs, { isCell: false }).split("\n");
  // Behind a line break a date would begin an item of its own.
  return written.map((line, place) => escapeStart(line, isBehindNumbers || place > 0)).join("\\\n");
}

const indented = (text, indent) => text.split("\n").map((line) => indent + line).join("\n");

/** The list that is being written: how wide the markers of each level are, and the next number of each. */
class Lists {
  constructor() {
    this.levels = [];
    this.isApart = false;
  }

  /** Ends the list; true if it was numbered. */
  end() {
    const isNumbered = this.levels[0]?.isOrdered === true;
    this.levels = [];
    return isNumbered;
  }

  widthOf(level) {
    return this.levels.slice(0, level).reduce((sum, { width }) => sum + width, 0);
  }

  /** Lists of the public pages count from 1. One that does not is written as paragraphs that begin with a number. */
  item(block, above) {
    const isFirst = this.levels.length === 0 || above?.quote !== block.quote;
    if (isFirst) this.levels = [];
    const level = Math.min(block.level, this.levels.length + 1);
    this.levels.length = Math.min(this.levels.length, level);
    let here = this.levels[level - 1];
    if (!here || here.isOrdered !== block.isOrdered) {
      const isLate = isFirst && block.isOrdered && block.number > 1;
      here = { isOrdered: block.isOrdered, next: isLate ? block.number : 1, isLate, width: 0 };
      this.levels[level - 1] = here;
    }
    const number = here.next++;
    const indent = " ".repeat(this.widthOf(level - 1));
    const words = lines(block.runs);
    this.isApart = here.isLate;
    if (here.isLate) return `${number}\\. ${words}`;
    const marker = here.isOrdered ? `${number}. ` : "- ";
    here.width = marker.length;
    return indent + marker + words.replaceAll("\n", `\n${indent}${" ".repeat(marker.length)}`);
  }
}

function writeTable(rows) {
  const cell = (blocks, isHead) =>
    blocks
      .map((block) => (block.kind === "item" ? "• " : "") + cellWords(block, isHead))
      .filter((words) => words.trim() !== "")
      .join("<br>");
  const written = rows.map((row, place) => row.map((blocks) => cell(blocks, place === 0)));
  while (written.length > 0 && written.at(-1).every((words) => words === "")) written.pop();
  const width = Math.max(0, ...written.map((row) => row.findLastIndex((words) => words !== "") + 1));
  return width > 0 ? tableOf(written.map((row) => row.slice(0, width))) : "";
}

function cellWords({ runs, rows }, isHead) {
  if (rows) return rows.flat(2).map((block) => cellWords(block, isHead)).join(" ");
  return inline(isHead ? withoutBold(runs) : runs, { isCell: true }).replaceAll("\n", "<br>");
}

/** Headings are bold by themselves. */
const withoutBold = (runs) => runs.map((run) => ({ ...run, bold: false }));

/** Words with their marks and links. */
function inline(runs, { isCell }) {
  let text = "";
  for (const group of byLink(normalized(runs))) {
    const { href } = group[0];
    const words = markedWords(group, { isLink: href !== "", isCell });
    if (href && text.endsWith("!")) text = `${text.slice(0, -1)}\\!`;
    text += href ? linked(words, group, href) : words;
  }
  return text;
}

function linked(words, group, href) {
  const [, before, label, behind] = words.replaceAll("\n", " ").match(/^(\s*)(.*?)(\s*)$/);
  if (label === "") return words;
  const plain = group.map(({ text }) => text).join("").trim();
  const isItself = href === plain || href === `mailto:${plain}`;
  return `${before}${isItself ? `<${plain}>` : `[${label}](${href})`}${behind}`;
}

/** Blanks as people mean them: one between words, none at the edges. A hard blank stays between two words. */
function normalized(runs) {
  const kept = [];
  let blank = "";
  let isStart = true;
  for (const run of runs) {
    let text = "";
    for (const piece of run.text.replace(INVISIBLE, "").match(/\n|[^\S\n]+|\S+/g) ?? []) {
      if (piece === "\n") {
        if (!isStart) text += "\n";
        [blank, isStart] = ["", true];
      } else if (/^\s/.test(piece)) blank = blank === "" && piece === "\u00a0" ? piece : " ";
      else {
        text += (isStart ? "" : blank) + piece;
        [blank, isStart] = ["", false];
      }
    }
    if (text !== "") kept.push({ ...run, text });
  }
  const last = kept.at(-1);
  if (last) last.text = last.text.replace(/\n+$/, "");
  return kept;
}

function byLink(runs) {
  const groups = [];
  for (const run of runs) {
    if (groups.at(-1)?.[0].href === run.href) groups.at(-1).push(run);
    else groups.push([run]);
  }
  return groups;
}

/** Words with marks; without those that Markdown cannot say at this place. */
function markedWords(runs, place) {
  const escaped = runs.map((run) => ({ ...run, text: escapeWords(run.text, place) }));
  if (escaped.every(isPlainly)) return escaped.map(wrapped).join("");
  for (const parts of [escaped, onWholeWords(escaped)]) {
    const marks = (kind, mark) => parts.flatMap((run) => Array(run.text.length).fill(run[kind] ? mark : ""));
    const marked = {
      text: parts.map(({ text }) => text).join(""),
      bold: marks("bold", MARKS.bold),
      italic: marks("italic", MARKS.italic),
    };
    const { text } = write(marked);
    if (isReadAs(text, marked)) return text;
  }
  return escaped.map(({ text }) => text).join("");
}

/** True if marks around a run are read as such, whatever stands beside it: most runs are whole words. */
function isPlainly({ text, bold, italic }, place, runs) {
  if (!bold && !italic) return true;
  const [before, behind] = [runs[place - 1], runs[place + 1]];
  if (before?.bold || before?.italic || behind?.bold || behind?.italic) return false;
  const isFree = !/[^\s]$/u.test(before?.text ?? "") && !/^[\p{L}\p{N}*_]/u.test(behind?.text ?? "");
  return isFree && /^[\p{L}\p{N}]/u.test(text) && /[\p{L}\p{N}]$/u.test(text) && !/[*_]/.test(text);
}

function wrapped({ text, bold, italic }) {
  const mark = `${bold ? MARKS.bold : ""}${italic ? MARKS.italic : ""}`;
  return `${mark}${text}${mark}`;
}

/** Moves the ends of runs out to the ends of words: signs at the edge of a mark keep it from being one. */
function onWholeWords(runs) {
  const moved = runs.map((run) => ({ ...run }));
  for (let place = 0; place + 1 < moved.length; place++) {
    const [here, next] = [moved[place], moved[place + 1]];
    if (here.bold || here.italic) {
      const [word] = next.text.match(/^\S*/);
      here.text += word;
      next.text = next.text.slice(word.length);
    } else {
      const [word] = here.text.match(/\S*$/);
      here.text = here.text.slice(0, here.text.length - word.length);
      next.text = word + next.text;
    }
  }
  return moved;
}
