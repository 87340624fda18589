// Escapes what would mean something in Markdown, and nothing else.

import { goesOnAsDate } from "./lines.js";

const isOfWord = (letter) => /[\p{L}\p{N}\u0300-\u036f]/u.test(letter);
const isBlank = (letter) => letter !== "" && /\s/u.test(letter);

/**
 * Words between two marks. At their edges nothing is known of the neighbours, so signs are escaped there.
 * @param {string} words
 * @param {{ isLink: boolean, isCell: boolean }} place
 */
export function escapeWords(words, { isLink, isCell }) {
  const tildes = words.includes("~") && words.indexOf("~") !== words.lastIndexOf("~");
  return words.replace(/[\\`*_<&[\]~|]/g, (sign, at) => {
    const before = words[at - 1] ?? "";
    const after = words[at + 1] ?? "";
    return MEANS[sign]({ words, at, before, after, isLink, isCell, tildes }) ? `\\${sign}` : sign;
  });
}

const isStar = ({ before, after }) =>
  !(isOfWord(before) && isOfWord(after)) && !(isBlank(before) && isBlank(after));

/** For each sign, true where it would mean something. */
const MEANS = {
  "\\": () => true,
  "`": () => true,
  "*": isStar,
  _: isStar,
  "<": ({ after }) => after === "" || /[\p{L}/!?]/u.test(after),
  "&": ({ words, at }) => /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.test(words.slice(at, at + 40)),
  "[": ({ isLink, before }) => isLink || before === "!",
  "]": ({ isLink, after }) => isLink || after === "" || /[([:]/.test(after),
  "~": ({ tildes, before, after }) => tildes && !(isBlank(before) && isBlank(after)),
  "|": ({ isCell }) => isCell,
};

/**
 * The beginning of a line, which could be taken for a heading, a quotation, an item or a rule. A date stays as it is.
 * @param {boolean} isBehindNumbers true below a numbered list, which a date could continue
 */
export function escapeStart(line, isBehindNumbers) {
  const number = line.match(/^(\d{1,9})([.)])(?=\s|$)/);
  if (number) {
    const isDate = number[2] === "." && goesOnAsDate(line.slice(number[0].length));
    return isDate && !isBehindNumbers ? line : `${number[1]}\\${line.slice(number[1].length)}`;
  }
  return /^(?:#{1,6}(?:\s|$)|[-+*](?:\s|$)|>|~~~|-+\s*$|=+\s*$)/.test(line) ? `\\${line}` : line;
}
