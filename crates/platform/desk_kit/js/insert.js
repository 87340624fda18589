// Pictures and files in a long text: by a button, by drop and by paste.

import { apply, asBlock, inPlace } from "./edit.js";
import { choose, receiveDrop, upload } from "./media.js";

/** @typedef {import("./media.js").Medium} Medium */

/** Asks for a picture and puts it into the text as a paragraph of its own. */
export function picture(text, said) {
  const wanted = { sort: "image", title: said.picture };
  return put(text, () => choose({ ...said, uploadTitle: said.uploadPicture }, wanted), true);
}

/** Asks for a file and puts a link to it into the text. */
export function file(text, said) {
  const wanted = { sort: "file", title: said.file };
  return put(text, () => choose({ ...said, uploadTitle: said.uploadFile }, wanted), false);
}

/** Uploads files one after the other, and puts each into the text. */
export async function insertFiles(text, said, files) {
  for (const one of files) {
    const isPicture = one.type.startsWith("image/");
    const uploadTitle = isPicture ? said.uploadPicture : said.uploadFile;
    await put(text, () => upload({ ...said, uploadTitle }, { sort: isPicture ? "image" : "", file: one }), isPicture);
  }
}

/** Takes files that are dropped on a field. */
export function receiveFiles(frame, text, said) {
  receiveDrop(frame, (files) => insertFiles(text, said, files));
}

/**
 * Puts a medium into the text; nothing, if none is given.
 * @param {HTMLTextAreaElement} text
 * @param {() => Promise<Medium | null>} asked
 */
async function put(text, asked, isPicture) {
  // The focus that comes back from a dialog moves the caret.
  const { selectionStart: start, selectionEnd: end } = text;
  const medium = await asked();
  text.focus();
  text.setSelectionRange(start, end);
  if (!medium) return;
  const address = `/medien/${medium.slug}`;
  if (isPicture) return apply(text, asBlock(text, `![](${address})`).edit);
  const words = text.value.slice(start, end).trim() || medium.title;
  apply(text, inPlace(text, `[${words.replace(/\\.|[[\]]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`))}](${address})`));
}
