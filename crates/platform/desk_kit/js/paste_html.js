// Reads HTML from the clipboard as plain blocks: paragraphs, headings, items of lists, tables.
//
// It knows how Word, LibreOffice, Google Docs, Outlook, Excel and browsers write. Nothing is put into the page: the
// HTML is parsed into a document of its own, in which no script runs and nothing is loaded. Every node is read once.

import { hrefOf } from "./paste_links.js";
import { headingOf, itemOf, stylesOf, wordsOfImage } from "./paste_styles.js";

/**
 * @typedef {{ text: string, bold: boolean, italic: boolean, href: string }} Run
 * @typedef {{ kind: "paragraph" | "heading" | "item" | "more" | "table" | "rule", quote: number, runs: Run[],
 *   level?: number, isOrdered?: boolean, number?: number, rows?: Block[][][] }} Block
 */

/** Deeper elements are read as text; parsers end there as well. */
const DEEPEST = 400;
const MOST_NESTED = 2_000;
const MOST_SPAN = 100;
const CLOSED_BY_ITSELF =
  /^(?:p|li|td|th|tr|tbody|thead|tfoot|dt|dd|option|br|hr|img|input|col|meta|link|wbr|source|area|base|embed|track|param|o|v|w)$/i;

const SKIPPED = new Set(
  "head title style script noscript template xml o:p select button textarea input svg math datalist map link meta col colgroup".split(" "),
);
const DELETED = new Set(["del", "s", "strike"]);
const EMBEDDED = new Set("video audio iframe object embed canvas".split(" "));
const BLOCKS = new Set(
  ("address article aside body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup html legend main nav p pre section summary tbody td tfoot th thead tr").split(" "),
);
/** A bullet that somebody typed, or that a PDF has as a letter. */
const BULLET = /^\s*[•·▪●◦‣]\s+/;
const NOTES = /footnote|endnote|comment|header|footer/;

/**
 * Reads HTML.
 * @param {string} html
 * @returns {{ blocks: Block[], dropped: Record<string, number> }} the blocks, and how many things were left out
 */
export function readHtml(html) {
  if (isTooDeep(html)) return { blocks: [], dropped: {} };
  const page = new DOMParser().parseFromString(html, "text/html");
  const layouts = new Set();
  for (const inner of page.querySelectorAll("table table")) layouts.add(inner.parentElement.closest("table"));
  const reader = new Reader(layouts, {});
  reader.children(page.body, START);
  reader.close();
  return { blocks: reader.blocks, dropped: reader.dropped };
}

/** True if elements are nested so deep that browsers take seconds to read them; no program writes such a page. */
function isTooDeep(html) {
  let depth = 0;
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z\d]*)/gi)) {
    if (CLOSED_BY_ITSELF.test(name)) continue;
    depth += slash ? -1 : 1;
    if (depth > MOST_NESTED) return true;
  }
  return false;
}

const START = { bold: false, italic: false, href: "", quote: 0, depth: 0, listDepth: 0, list: null, item: null, isPre: false };

class Reader {
  constructor(layouts, dropped) {
    this.layouts = layouts;
    this.dropped = dropped;
    this.blocks = [];
    this.current = null;
    /** True behind a line break. */
    this.isBroken = false;
  }

  drop(what) {
    this.dropped[what] = (this.dropped[what] ?? 0) + 1;
  }

  close() {
    const block = this.current;
    this.current = null;
    this.isBroken = false;
    if (!block?.runs.some(({ text }) => text.trim() !== "")) return;
    const [first] = block.runs;
    if (block.kind === "paragraph" && BULLET.test(first.text)) {
      first.text = first.text.replace(BULLET, "");
      Object.assign(block, { kind: "item", level: 1, isOrdered: false, number: 1 });
    }
    this.blocks.push(block);
  }

  /** Begins a block where text comes and none is open. The first of an item is the item, the others belong to it. */
  open({ quote, item, heading }) {
    const block = { kind: "paragraph", quote, runs: [] };
    if (item && !item.isUsed) {
      Object.assign(block, { kind: "item", level: item.level, isOrdered: item.isOrdered, number: item.number });
      item.isUsed = true;
    } else if (item) Object.assign(block, { kind: "more", level: item.level });
    else if (heading) Object.assign(block, { kind: "heading", level: heading });
    this.current = block;
  }

  text(text, state) {
    if (!this.current) {
      if (text.trim() === "") return;
      this.open(state);
    }
    if (text.trim() !== "") this.isBroken = false;
    const { bold, italic, href } = state;
    const last = this.current.runs.at(-1);
    const isSame = last && last.bold === bold && last.italic === italic && last.href === href;
    if (isSame) last.text += text;
    else this.current.runs.push({ text, bold, italic, href });
  }

  /** A line break; two of them begin a new block, as do those between blocks. */
  lineBreak(state) {
    const last = this.current?.runs.at(-1);
    if (!last) return;
    if (this.isBroken) return this.close();
    this.text("\n", { ...state, bold: last.bold, italic: last.italic, href: last.href });
    this.isBroken = true;
  }

  children(node, state) {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === Node.TEXT_NODE) this.words(child.data, state);
      else if (child.nodeType !== Node.ELEMENT_NODE) continue;
      else if (state.depth > DEEPEST) this.words(child.textContent, state);
      else this.element(child, { ...state, depth: state.depth + 1 });
    }
  }

  words(text, state) {
    const lines = state.isPre ? text.split(/\r?\n/) : [text.replace(/[\t\n\r\f]+/g, " ")];
    lines.forEach((line, place) => {
      if (place > 0) this.lineBreak(state);
      if (line) this.text(line.replaceAll("\n", " "), state);
    });
  }

  element(element, state) {
    const name = element.localName;
    if (SKIPPED.has(name)) return;
    const styles = stylesOf(element);
    if (this.isLeftOut(element, name, styles)) return;
    if (name === "br") return this.lineBreak(state);
    if (name === "img") return this.image(element, state);
    const inner = formatted(element, name, styles, state);
    if (name === "table") return this.table(element, inner);
    if (name === "hr") return this.rule(state);
    if (name === "ul" || name === "ol") return this.list(element, name, inner);
    if (name === "li") return this.item(element, inner);
    if (name === "blockquote") return this.quotation(element, styles, inner);
    if (!BLOCKS.has(name)) return this.inline(element, name, inner);
    this.close();
    this.children(element, blockState(element, name, styles, inner));
    this.close();
  }

  /** Drops what is no text of the page: hidden things, notes, comments, tracked deletions, films. */
  isLeftOut(element, name, styles) {
    if (styles["mso-list"] === "ignore") return true;
    if (styles.display === "none" || styles["mso-hide"] === "all" || styles["mso-special-character"] === "comment") return true;
    if (NOTES.test(styles["mso-element"] ?? "") || /^sd(?:foot|end)note\d+$/.test(element.id)) return true;
    const what = this.leftOut(element, name, styles);
    if (what) this.drop(what);
    return what !== "";
  }

  leftOut(element, name, styles) {
    if (DELETED.has(name) || element.className === "msoDel") return "deletion";
    if (styles["text-decoration"]?.includes("line-through")) return "deletion";
    if (EMBEDDED.has(name)) return "embedded";
    if (name !== "a") return "";
    const href = element.getAttribute("href") ?? "";
    if (/#(?:_msocom|cmnt)/.test(href)) return "comment";
    return /#.*(?:ftn|fn\d|fn:|footnote|sdfoot|sdend|cite_note|endnote|edn)/i.test(href) ? "footnote" : "";
  }

  image(element, state) {
    const words = wordsOfImage(element);
    if (words === null) this.drop("picture");
    else if (words) this.text(words, state);
  }

  inline(element, name, state) {
    if (name === "sup" || name === "sub") return this.raised(element, name, state);
    if (name !== "a") return this.children(element, state);
    const { href, isRefused } = hrefOf(element.getAttribute("href") ?? "");
    if (isRefused) this.drop("link");
    this.children(element, { ...state, href: href || state.href });
  }

  /** Digits above or below the line have signs of their own: m², CO₂. */
  raised(element, name, state) {
    const digits = element.textContent.trim();
    if (!/^\d{1,3}$/.test(digits) || element.querySelector("a")) return this.children(element, state);
    const signs = name === "sup" ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉";
    this.text(digits.replace(/\d/g, (digit) => signs[digit]), state);
  }

  rule(state) {
    this.close();
    this.blocks.push({ kind: "rule", quote: state.quote, runs: [] });
  }

  list(element, name, state) {
    this.close();
    const list = { isOrdered: name === "ol", next: parseInt(element.getAttribute("start") ?? "1", 10) };
    this.children(element, { ...state, list, listDepth: state.listDepth + 1, item: state.item });
    this.close();
  }

  item(element, state) {
    this.close();
    const list = state.list ?? { isOrdered: false, next: 1 };
    const level = parseInt(element.dataset.ariaLevel ?? element.getAttribute("aria-level") ?? "", 10);
    const item = { level: level || state.listDepth || 1, isOrdered: list.isOrdered, number: list.next++, isUsed: false };
    this.children(element, { ...state, item, heading: 0 });
    this.close();
  }

  /** Many programs only indent with this element. */
  quotation(element, styles, state) {
    const isIndent = /^none|^0/.test(styles.border ?? "") || styles["border-style"] === "none";
    this.close();
    this.children(element, { ...state, quote: state.quote + (isIndent ? 0 : 1) });
    this.close();
  }

  table(element, state) {
    this.close();
    const rows = [...element.rows];
    const isOne = rows.length === 1 && rows[0].cells.length === 1;
    if (isOne || this.layouts.has(element) || element.getAttribute("role") === "presentation") {
      this.children(element, { ...state, item: null });
      return this.close();
    }
    if (element.caption) this.children(element.caption, state);
    this.close();
    const spans = [];
    const read = rows.map((row) => this.row(row, spans));
    this.blocks.push({ kind: "table", quote: state.quote, runs: [], rows: read });
  }

  /** The cells of a row, with empty ones where a cell spans several columns or rows. */
  row(row, spans) {
    const cells = [];
    const fill = () => {
      while (spans[cells.length] > 0) {
        spans[cells.length]--;
        cells.push([]);
      }
    };
    for (const cell of row.cells) {
      fill();
      const reader = new Reader(this.layouts, this.dropped);
      reader.children(cell, formatted(cell, cell.localName, stylesOf(cell), { ...START, depth: 10 }));
      reader.close();
      for (let place = 0; place < Math.min(cell.colSpan, MOST_SPAN); place++) {
        if (cell.rowSpan > 1) spans[cells.length] = cell.rowSpan - 1;
        cells.push(place === 0 ? reader.blocks : []);
      }
    }
    fill();
    return cells;
  }
}

/** The state inside an element, with its bold and italic. A style overrules the element: `<b style="font-weight:normal">`. */
function formatted(element, name, styles, state) {
  const { "font-weight": weight, "font-style": slant } = styles;
  let { bold, italic } = state;
  if (name === "b" || name === "strong") bold = true;
  if (/^(?:i|em|cite|dfn|var)$/.test(name)) italic = true;
  if (weight) bold = /^bold/.test(weight) || parseInt(weight, 10) >= 600;
  if (slant) italic = /^(?:italic|oblique)/.test(slant);
  const isPre = name === "pre" || /^pre(?!-wrap)/.test(styles["white-space"] ?? "") || (state.isPre && !styles["white-space"]);
  return { ...state, bold, italic, isPre };
}

/** The state inside a block: a heading, an item of Word, a quotation by style. */
function blockState(element, name, styles, state) {
  const heading = headingOf(element, name, styles) || state.heading;
  if (heading) return { ...state, heading, bold: false };
  const item = itemOf(element, styles);
  if (item) return { ...state, item };
  return /^Mso(?:Intense)?Quote/.test(element.className) ? { ...state, quote: 1, italic: false } : state;
}
