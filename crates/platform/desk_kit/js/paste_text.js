// Plain text on the clipboard.

import { tableOf } from "./table.js";

const BULLET = /^([ \t]*)[•·▪●◦‣][ \t]+/;

/**
 * Rows of a spreadsheet as a table, lines with bullets as a list.
 * @param {string} plain
 * @returns {{ text: string, isInline: boolean } | null} null for every other text, which stays as it is
 */
export function readText(plain) {
  const lines = plain.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const isTable = rows.length > 1 && rows[0].length > 1 && rows.every((row) => row.length === rows[0].length);
  if (isTable) {
    const cell = (text) => text.trim().replace(/(?<!\\)\|/g, "\\|");
    return { text: tableOf(rows.map((row) => row.map(cell))), isInline: false };
  }
  if (!lines.some((line) => BULLET.test(line))) return null;
  const item = (line) => line.replace(BULLET, (_, indent) => `${"  ".repeat(levelOf(indent, line))}- `);
  return { text: lines.map(item).join("\n"), isInline: false };
}

function levelOf(indent, line) {
  return Math.max(indent.replaceAll("\t", "  ").length >> 1, /^[ \t]*◦/.test(line) ? 1 : 0);
}
