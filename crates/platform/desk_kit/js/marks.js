// Bold and italic in Markdown: reads which letters of a paragraph are marked, and writes the marks anew.
//
// Letters and marks are kept apart, so a change can neither double a mark nor leave half of one. As on the public
// pages, an asterisk between two letters ("Schüler*innen") is a letter.

/**
 * Letters without marks. For each letter, `bold` and `italic` hold the mark around it as it was typed, or "".
 * @typedef {{ text: string, at: number[], bold: string[], italic: string[] }} Marked
 */

/** The mark that is written where none was before. */
export const MARKS = { bold: "**", italic: "*" };

const KINDS = ["bold", "italic"];
const TOKEN =
  /\\[\s\S]|(`+)(?!`)[^]*?[^`]\1(?!`)|<[^<>\s][^<>\n]*>|\]\((?:\\.|[^()\\\n]|\([^()\n]*\))*\)|\*+|_+|[^\\`<\]*_]+|[^]/gy;
const isBlank = (letter) => letter === " " || letter === "" || /\s/u.test(letter);
const isSign = (letter) => /[\p{P}\p{S}]/u.test(letter);
const isOfWord = (letter) => /[\p{L}\p{N}\u0300-\u036f]/u.test(letter);

/**
 * Reads a paragraph.
 * @param {string} source
 * @returns {Marked}
 */
export function read(source) {
  const tokens = tokensOf(source);
  const spans = pairsOf(tokens);
  const marked = { text: "", at: [], bold: [], italic: [] };
  const open = { bold: [], italic: [] };
  tokens.forEach((token, place) => {
    for (const { kind, mark } of spans.begin.get(place) ?? []) open[kind].push(mark);
    for (const { kind } of spans.end.get(place) ?? []) open[kind].pop();
    const hidden = token.closed ?? 0;
    const letters = token.sign ? token.text.slice(hidden, token.text.length - (token.opened ?? 0)) : token.text;
    for (let at = 0; at < letters.length; at++) {
      marked.at.push(token.at + hidden + at);
      for (const kind of KINDS) marked[kind].push(open[kind][0] ?? "");
    }
    marked.text += letters;
  });
  return marked;
}

/** Cuts a paragraph into runs of asterisks or underscores and everything else. */
function tokensOf(source) {
  return Array.from(source.matchAll(TOKEN), ({ 0: text, index: at }) => {
    if (!/^[*_]/.test(text)) return { text, at };
    const before = letterBefore(source, at);
    const after = letterAfter(source, at + text.length);
    const isLetter = text === "*" && isOfWord(before) && isOfWord(after);
    if (isLetter) return { text, at };
    const left = !isBlank(after) && (!isSign(after) || isBlank(before) || isSign(before));
    const right = !isBlank(before) && (!isSign(before) || isBlank(after) || isSign(after));
    const isStar = text[0] === "*";
    const opens = left && (isStar || !right || isSign(before));
    const closes = right && (isStar || !left || isSign(after));
    return { text, at, sign: text[0], rest: text.length, opens, closes };
  });
}

function letterBefore(source, at) {
  const pair = source.slice(Math.max(0, at - 2), at);
  return /[\ud800-\udbff][\udc00-\udfff]$/.test(pair) ? pair : pair.slice(-1);
}

function letterAfter(source, at) {
  return at < source.length ? String.fromCodePoint(source.codePointAt(at)) : "";
}

/** Finds the marks that belong together, as CommonMark does. `begin` and `end` hold spans by the place of a token. */
function pairsOf(tokens) {
  const spans = { begin: new Map(), end: new Map() };
  const openers = [];
  const searched = new Map();
  const note = (map, place, span) => map.set(place, [...(map.get(place) ?? []), span]);
  tokens.forEach((closer, place) => {
    if (!closer.sign) return;
    const key = `${closer.sign}${closer.opens}${closer.text.length % 3}`;
    while (closer.closes && closer.rest > 0) {
      let found = openers.length - 1;
      const bottom = Math.min(searched.get(key) ?? 0, openers.length);
      while (found >= bottom && !fits(tokens[openers[found]], closer)) found--;
      if (found < bottom) {
        searched.set(key, openers.length);
        break;
      }
      const opener = tokens[openers[found]];
      const length = opener.rest > 1 && closer.rest > 1 ? 2 : 1;
      const span = { kind: length > 1 ? "bold" : "italic", mark: closer.sign.repeat(length) };
      note(spans.begin, openers[found] + 1, span);
      note(spans.end, place, span);
      opener.opened = (opener.opened ?? 0) + length;
      closer.closed = (closer.closed ?? 0) + length;
      opener.rest -= length;
      closer.rest -= length;
      openers.length = opener.rest > 0 ? found + 1 : found;
    }
    if (closer.opens && closer.rest > 0) openers.push(place);
  });
  return spans;
}

function fits(opener, closer) {
  if (opener.sign !== closer.sign) return false;
  const isMixed = opener.closes || closer.opens;
  const [a, b] = [opener.text.length, closer.text.length];
  return !isMixed || (a + b) % 3 !== 0 || (a % 3 === 0 && b % 3 === 0);
}

/**
 * Writes letters with their marks.
 * @param {Marked} marked
 * @returns {{ text: string, places: number[] }} the Markdown, and the place of each letter in it
 */
export function write(marked) {
  const { text } = marked;
  const wanted = Object.fromEntries(KINDS.map((kind) => [kind, withoutEdges(text, marked[kind])]));
  const ends = Object.fromEntries(KINDS.map((kind) => [kind, endsOf(wanted[kind])]));
  const out = [];
  const places = [];
  const open = [];
  let length = 0;
  const put = (piece) => {
    out.push(piece);
    length += piece.length;
  };
  for (let at = 0; at <= text.length; at++) {
    const isChange = open.length > 0 || wanted.bold[at] || wanted.italic[at];
    if (isChange) {
      while (open.some(({ kind }) => !wanted[kind][at])) put(open.pop().mark);
      const isOpen = (kind) => open.some((mark) => mark.kind === kind);
      const missing = isBlank(text[at] ?? "") ? [] : KINDS.filter((kind) => wanted[kind][at] && !isOpen(kind));
      missing.sort((one, other) => ends[other][at] - ends[one][at]);
      for (const kind of missing) {
        open.push({ kind, mark: wanted[kind][at] });
        put(wanted[kind][at]);
      }
    }
    places.push(length);
    if (at < text.length) put(text[at]);
  }
  return { text: out.join(""), places };
}

/** Marks begin and end at letters, so blanks keep a mark only between two letters that have it. */
function withoutEdges(text, marks) {
  const trimmed = [...marks];
  let from = 0;
  while (from < text.length) {
    if (!isBlank(text[from])) {
      from++;
      continue;
    }
    let end = from;
    while (end < text.length && isBlank(text[end])) end++;
    const mark = marks[from - 1] && marks[end] && marks.slice(from, end).every(Boolean) ? marks[from - 1] : "";
    trimmed.fill(mark, from, end);
    from = end;
  }
  return trimmed;
}

/** For each letter, the place at which its mark ends. */
function endsOf(marks) {
  const ends = new Array(marks.length);
  for (let at = marks.length - 1; at >= 0; at--) {
    ends[at] = marks[at] && marks[at + 1] ? ends[at + 1] : at + 1;
  }
  return ends;
}

/** True if the Markdown is read as exactly these letters and marks. */
export function isReadAs(source, marked) {
  const found = read(source);
  const isSame = (kind) => {
    const wanted = withoutEdges(marked.text, marked[kind]);
    const seen = withoutEdges(found.text, found[kind]);
    return wanted.every((mark, at) => Boolean(mark) === Boolean(seen[at]));
  };
  return found.text === marked.text && KINDS.every(isSame);
}
