// Paste: what Word, mail programs and web pages put on the clipboard arrives as Markdown.

import { apply, asBlock, inPlace } from "./edit.js";
import { insertFiles } from "./insert.js";
import { filesOf } from "./media.js";
import { writeBlocks } from "./paste_blocks.js";
import { readHtml } from "./paste_html.js";
import { readText } from "./paste_text.js";

/** What may be left out, in the order of the message. */
const DROPPED = ["picture", "embedded", "comment", "footnote", "deletion", "link"];

/**
 * Takes over the paste into a field. With Shift, the text is pasted as it is.
 * @param {HTMLTextAreaElement} text
 * @param {DOMStringMap} said the texts of the page
 */
export function receivePaste(text, said) {
  const status = document.createElement("p");
  status.className = "desk-pasted";
  status.setAttribute("role", "status");
  text.after(status);
  let isPlain = false;
  text.addEventListener("keydown", (event) => (isPlain = event.shiftKey));
  text.addEventListener("keyup", () => (isPlain = false));
  text.addEventListener("paste", (event) => {
    status.textContent = "";
    if (isPlain || !event.clipboardData) return;
    const { words, dropped, files } = read(event.clipboardData);
    if (files) {
      event.preventDefault();
      insertFiles(text, said, files);
      return;
    }
    status.textContent = told(dropped, said);
    if (!words) return;
    event.preventDefault();
    apply(text, words.isInline ? inPlace(text, words.text) : asBlock(text, words.text).edit);
  });
}

/** The Markdown of a clipboard, or its files; no words if the browser shall paste its plain text. */
function read(clipboard) {
  const html = clipboard.getData("text/html");
  const { blocks, dropped } = html ? readHtml(html) : { blocks: [], dropped: {} };
  const files = filesOf(clipboard);
  // A web page that shows a picture comes with its address, word processors with a picture of the text.
  if (blocks.length === 0 && files.length > 0) return { files };
  if (blocks.length > 0) return { words: writeBlocks(blocks), dropped };
  return { words: readText(clipboard.getData("text/plain")), dropped };
}

/** The message: how many things of each sort were left out. */
function told(dropped, said) {
  const parts = DROPPED.filter((what) => dropped[what]).map((what) => {
    const name = `${what[0].toUpperCase()}${what.slice(1)}`;
    return dropped[what] === 1 ? said[`dropped${name}`] : `${dropped[what]} ${said[`dropped${name}s`]}`;
  });
  if (parts.length === 0) return "";
  const list = new Intl.ListFormat(document.documentElement.lang).format(parts);
  return [`${said.dropped} ${list}.`, dropped.picture ? said.droppedAdvice : ""].filter(Boolean).join(" ");
}
