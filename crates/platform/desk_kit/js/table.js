// Tables in Markdown: a new one, and Tab from cell to cell.

import { ask, element, field } from "./dialog.js";
import { apply, asBlock } from "./edit.js";
import { lineEnd, lineStart } from "./lines.js";

const MOST_COLUMNS = 12;
const MOST_ROWS = 100;

/** Rows of cells as Markdown; the first row heads the columns. */
export function tableOf(rows) {
  const width = Math.max(...rows.map((row) => row.length));
  const line = (row) => `| ${Array.from({ length: width }, (_, at) => row[at] ?? "").join(" | ")} |`;
  const [head, ...rest] = rows;
  return [line(head), `|${" --- |".repeat(width)}`, ...rest.map(line)].join("\n");
}

/**
 * Asks for the size of a table and puts it into the text, with the first heading selected.
 * @param {HTMLTextAreaElement} text
 * @param {DOMStringMap} said the texts of the page
 */
export function table(text, said) {
  const columns = field(said.tableColumns, { type: "number", min: "1", max: `${MOST_COLUMNS}`, value: "2" });
  const rows = field(said.tableRows, { type: "number", min: "1", max: `${MOST_ROWS}`, value: "2" });
  const put = element("button", { class: "action" }, said.tablePut);
  const within = ({ input }, most) => Math.min(most, Math.max(1, Math.trunc(input.valueAsNumber) || 1));
  const send = () => {
    const width = within(columns, MOST_COLUMNS);
    const head = Array.from({ length: width }, (_, at) => `${said.tableColumn} ${at + 1}`);
    const empty = Array.from({ length: within(rows, MOST_ROWS) }, () => []);
    const { edit, at } = asBlock(text, tableOf([head, ...empty]));
    return () => apply(text, { ...edit, start: at + 2, end: at + 2 + head[0].length });
  };
  ask({ title: said.table, close: said.cancel, buttons: [put], content: [columns.control, rows.control], send });
  columns.input.select();
}

/**
 * The bounds of the next cell (or the one before, with `step` -1) of the table in which the caret stands.
 * @returns {{ start: number, end: number } | null} null outside of tables, and beyond their first and last cell
 */
export function nextCell(value, caret, step) {
  let line = lineStart(value, caret);
  const cells = cellsAt(value, line);
  const here = cells.findIndex(({ start, end }) => caret >= start && caret <= end);
  if (here < 0) return null;
  if (cells[here + step]) return trimmed(value, cells[here + step]);
  for (;;) {
    if (step > 0 && lineEnd(value, line) >= value.length) return null;
    if (step < 0 && line === 0) return null;
    line = step > 0 ? lineEnd(value, line) + 1 : lineStart(value, line - 1);
    const row = cellsAt(value, line);
    if (row.length === 0) return null;
    const isRule = row.every(({ start, end }) => /^\s*:?-+:?\s*$/.test(value.slice(start, end)));
    if (!isRule) return trimmed(value, row.at(step > 0 ? 0 : -1));
  }
}

/** The cells of a row of a table; none if the line is no row. */
function cellsAt(value, from) {
  const line = value.slice(from, lineEnd(value, from));
  if (!line.trimStart().startsWith("|")) return [];
  const bars = Array.from(line.matchAll(/(?<!\\)\|/g), ({ index }) => from + index);
  return bars.slice(1).map((bar, at) => ({ start: bars[at] + 1, end: bar }));
}

function trimmed(value, { start, end }) {
  const cell = value.slice(start, end);
  if (cell.trim() === "") return { start: start + Math.min(1, cell.length), end: start + Math.min(1, cell.length) };
  return { start: start + cell.search(/\S/), end: start + cell.trimEnd().length };
}
