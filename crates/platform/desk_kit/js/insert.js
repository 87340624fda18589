// Pictures and files in a long text: by a button, by drop and by paste.

import { apply, asBlock, inPlace } from "./edit.js";
import { choose, receiveDrop, upload } from "./media.js";

/** @typedef {import("./media.js").Medium} Medium */

/** Asks for a picture and puts it into the text as a paragraph of its own. */
export async function picture(text, said) {
  put(text, await choose({ ...said, uploadTitle: said.uploadPicture }, { sort: "image", title: said.picture }), true);
}

/** Asks for a file and puts a link to it into the text. */
export async function file(text, said) {
  put(text, await choose({ ...said, uploadTitle: said.uploadFile }, { sort: "file", title: said.file }), false);
}

/** Uploads files one after the other, and puts each into the text. */
export async function insertFiles(text, said, files) {
  for (const one of files) {
    const isPicture = one.type.startsWith("image/");
    const uploadTitle = isPicture ? said.uploadPicture : said.uploadFile;
    put(text, await upload({ ...said, uploadTitle }, { sort: isPicture ? "image" : "", file: one }), isPicture);
  }
}

/** Takes files that are dropped on a field. */
export function receiveFiles(frame, text, said) {
  receiveDrop(frame, (files) => insertFiles(text, said, files));
}

/** @param {Medium | null} medium nothing is put in without one */
function put(text, medium, isPicture) {
  if (!medium) return text.focus();
  const { selectionStart: start, selectionEnd: end, value } = text;
  const address = `/medien/${medium.slug}`;
  if (isPicture) return apply(text, asBlock(text, `![](${address})`).edit);
  const words = value.slice(start, end).trim() || medium.title;
  apply(text, inPlace(text, `[${words.replace(/\\.|[[\]]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`))}](${address})`));
}
