// Headings, lists and quotations in Markdown: the marks at the beginning of lines.

/**
 * A replacement in a text, and the selection behind it.
 * @typedef {{ from: number, to: number, text: string, start: number, end: number }} Edit
 */

const LINE = /^((?:[ \t]{0,3}>[ \t]?)*)([ \t]*)(#{1,6}(?=[ \t]|$)|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$))?([ \t]*)/;
const MONTHS = ["de", "en"].flatMap((language) =>
  ["long", "short"].flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { month });
    return Array.from({ length: 12 }, (_, number) => format.format(new Date(2026, number, 1)).replace(".", ""));
  }),
);
const MONTH = `(?:${MONTHS.join("|")})(?![\\p{L}\\p{N}])`;
const DATE = new RegExp(`^[*_[\\s]*(?:${MONTH}|(?:0?[1-9]|1[0-2])\\.(?!\\s*${MONTH}))`, "iu");

/** True if a text continues the number of a day: with the name or the number of a month. */
export function goesOnAsDate(text) {
  return DATE.test(text);
}

/** The parts of a line: `quote`, `indent`, `marker`, `gap` and the `text` behind them. */
export function partsOf(line) {
  const [start, quote, indent, marker = "", gap] = line.match(LINE);
  return { quote, indent, marker, gap, text: line.slice(start.length) };
}

/** The beginning of the line in which a place of a text lies. */
export function lineStart(value, place) {
  return place > 0 ? value.lastIndexOf("\n", place - 1) + 1 : 0;
}

/** The end of that line. */
export function lineEnd(value, place) {
  const end = value.indexOf("\n", place);
  return end < 0 ? value.length : end;
}

const lineOf = ({ quote, indent, marker, gap, text }) => quote + indent + marker + (marker ? gap || " " : gap) + text;
const numberOf = ({ marker }) => (/^\d/.test(marker) ? parseInt(marker, 10) : undefined);

/** True if a line belongs to a numbered list: numbers count from 1, and dates are none. */
function counts(lines, place) {
  let parts = partsOf(lines[place]);
  for (;;) {
    const number = numberOf(parts);
    if (number === undefined || goesOnAsDate(parts.text)) return false;
    if (number <= 1) return true;
    let above;
    do {
      place--;
      if (place < 0) return false;
      above = partsOf(lines[place]);
    } while (!above.marker && (above.text === "" || above.indent.length > parts.indent.length));
    if (!(numberOf(above) >= number - 1) || above.indent !== parts.indent) return false;
    parts = above;
  }
}

/** The kind of a line of a text: `heading2`, `list`, `numbers` or "". */
function kindOf(lines, place) {
  const { marker } = partsOf(lines[place]);
  if (marker.startsWith("#")) return `heading${marker.length}`;
  if (/^[-+*]/.test(marker)) return "list";
  return counts(lines, place) ? "numbers" : "";
}

/** Line without a marker; a number that is no list is part of the text. */
function bare(lines, place) {
  const parts = partsOf(lines[place]);
  return kindOf(lines, place) || !parts.marker
    ? { ...parts, marker: "", gap: "" }
    : { ...parts, marker: "", gap: "", text: parts.marker + parts.gap + parts.text };
}

/** The lines of a selection: their bounds in the text, and the text cut into lines with the place of the first. */
function selected(value, start, end) {
  const from = lineStart(value, start);
  const to = lineEnd(value, end > start && value[end - 1] === "\n" ? end - 1 : end);
  const lines = value.split("\n");
  const first = value.slice(0, from).split("\n").length - 1;
  const count = value.slice(from, to).split("\n").length;
  return { from, to, lines, places: Array.from({ length: count }, (_, place) => first + place) };
}

/**
 * Makes the selected lines a heading, a list, a numbered list or a quotation, or plain lines again.
 * @param {string} value
 * @param {"heading" | "list" | "numbers" | "quote"} kind
 * @returns {Edit}
 */
export function toggleLines(value, start, end, kind) {
  const { from, to, lines, places } = selected(value, start, end);
  const text = CHANGES[kind](lines, places).join("\n");
  const isCaret = start === end;
  const caret = Math.max(from, from + text.length - (to - end));
  return { from, to, text, start: isCaret ? caret : from, end: isCaret ? caret : from + text.length };
}

/** True if all selected lines are of this kind. */
export function areLines(value, start, end, kind) {
  const { lines, places } = selected(value, start, end);
  const written = withText(lines, places);
  const isOfKind = (place) =>
    kind === "quote" ? partsOf(lines[place]).quote !== "" : kindOf(lines, place).startsWith(kind);
  return written.length > 0 && written.every(isOfKind);
}

function withText(lines, places) {
  const written = places.filter((place) => lines[place].trim() !== "");
  return written.length > 0 || places.length > 1 ? written : places;
}

const CHANGES = {
  heading(lines, places) {
    const [first] = withText(lines, places);
    const level = { "": 2, heading1: 2, heading2: 3, list: 2, numbers: 2 }[kindOf(lines, first)] ?? 0;
    return marked(lines, places, () => "#".repeat(level));
  },
  list(lines, places) {
    const areAll = withText(lines, places).every((place) => kindOf(lines, place) === "list");
    return marked(lines, places, () => (areAll ? "" : "-"));
  },
  numbers(lines, places) {
    const areAll = withText(lines, places).every((place) => kindOf(lines, place) === "numbers");
    const above = places[0] - 1;
    let number = above >= 0 && kindOf(lines, above) === "numbers" ? numberOf(partsOf(lines[above])) : 0;
    return marked(lines, places, () => (areAll ? "" : `${++number}.`));
  },
  quote(lines, places) {
    const areAll = withText(lines, places).every((place) => partsOf(lines[place]).quote !== "");
    if (areAll) return places.map((place) => lines[place].replace(/^[ \t]{0,3}>[ \t]?/, ""));
    return places.map((place) => (lines[place] || places.length === 1 ? `> ${lines[place]}` : ">"));
  },
};

/** The lines, those with text with a new marker. */
function marked(lines, places, next) {
  const written = new Set(withText(lines, places));
  return places.map((place) => {
    if (!written.has(place)) return lines[place];
    return lineOf({ ...bare(lines, place), marker: next() });
  });
}

/**
 * The edit that Enter makes in a list or a quotation: the next item, or the end of the list if the item is empty.
 * @returns {Edit | null} null where Enter is only a line break
 */
export function nextItem(value, caret) {
  const { from, to, lines, places } = selected(value, caret, caret);
  const parts = partsOf(lines[places[0]]);
  const kind = kindOf(lines, places[0]);
  const isItem = kind === "list" || kind === "numbers";
  const prefix = parts.quote.length + (isItem ? parts.indent.length + parts.marker.length + parts.gap.length : 0);
  if ((!isItem && !parts.quote) || caret < from + prefix) return null;
  if (isItem ? parts.text.trim() === "" : lines[places[0]].slice(prefix).trim() === "") {
    const kept = isItem ? parts.quote : "";
    return { from, to, text: kept, start: from + kept.length, end: from + kept.length };
  }
  const number = numberOf(parts);
  const marker = number === undefined ? parts.marker : `${number + 1}${parts.marker.slice(-1)}`;
  const next = parts.quote + (isItem ? lineOf({ ...parts, marker, text: "" }) : "");
  const rest = number === undefined ? { text: "", length: 0 } : renumbered(lines, places[0] + 1, parts, number + 2);
  const text = `\n${next}${value.slice(caret, to)}${rest.text}`;
  const start = caret + 1 + next.length;
  return { from: caret, to: to + rest.length, text, start, end: start };
}

/** The items that follow, with new numbers. */
function renumbered(lines, place, { quote, indent }, number) {
  const old = [];
  const text = [];
  for (; place < lines.length; place++) {
    const parts = partsOf(lines[place]);
    const isNext = parts.quote === quote && parts.indent === indent && numberOf(parts) === number - 1;
    if (!isNext || goesOnAsDate(parts.text)) break;
    old.push(`\n${lines[place]}`);
    text.push(`\n${lineOf({ ...parts, marker: `${number}${parts.marker.slice(-1)}` })}`);
    number++;
  }
  return { text: text.join(""), length: old.join("").length };
}
