// Pictures and files in dialogs: uploaded or chosen where they are needed, so that nobody leaves a form for them.

import { cut } from "./cut.js";
import { cancel, element, field, open } from "./dialog.js";

const WAIT = 200;

/**
 * A medium: its name in addresses, and its title.
 * @typedef {{ slug: string, title: string }} Medium
 * The texts and addresses of the page.
 * @typedef {{ upload: string, uploadTitle: string, cancel: string, failed: string, media?: string, mediaWords?: string }} Said
 */

/**
 * Opens the form of the upload page in a dialog.
 * @param {Said} said
 * @param {{ sort?: "image" | "", file?: File }} wanted
 * @returns {Promise<Medium | null>} null if nothing was uploaded
 */
export async function upload(said, { sort = "", file } = {}) {
  const box = element("div", {});
  const dialog = open(said.uploadTitle, box);
  let medium = null;
  const isClosed = new Promise((resolve) => dialog.addEventListener("close", () => resolve(medium)));
  const answer = await fetch(`${said.upload}?${new URLSearchParams({ art: sort })}`).catch(() => null);
  const show = (page, chosen) =>
    fill(box, said, page, chosen, (found) => {
      medium = found;
      dialog.close();
    });
  show(answer?.ok ? parsed(await answer.text()) : null, file);
  return isClosed;
}

/** Puts the form of a page into the dialog, with what is wrong and with the file, which a browser does not give back. */
function fill(box, said, page, file, done) {
  const form = page?.querySelector("form[data-upload]");
  if (!form) {
    const message = element("p", { class: "notice is-warning", role: "alert" }, said.failed);
    box.replaceChildren(message, element("p", { class: "actions" }, cancel(said.cancel)));
    return;
  }
  const summary = page.querySelector(".error-summary");
  box.replaceChildren(...[summary, form].filter(Boolean).map((part) => document.adoptNode(part)));
  form.querySelector(".form-send").append(" ", cancel(said.cancel));
  const input = form.querySelector("input[type=file]");
  // A dialog takes one; several that are dropped come one after the other.
  input.multiple = false;
  if (file) {
    const list = new DataTransfer();
    list.items.add(file);
    input.files = list.files;
  }
  cut(form);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, (answer) => {
      const found = answer && mediumOf(answer, form);
      if (found) done(found);
      else fill(box, said, answer && parsed(answer.responseText), input.files[0], done);
    });
  });
  (summary ?? (file ? form.querySelector("input[type=text]") : input)).focus();
}

/** Sends the form with its progress; `answered` gets nothing if the connection broke. */
function send(form, answered) {
  const bar = element("progress", { max: "1" });
  const label = element("label", { class: "desk-media-progress", role: "status" }, form.dataset.upload, bar);
  const button = form.querySelector("button[type=submit]");
  button.after(label);
  button.disabled = true;
  const sending = new XMLHttpRequest();
  sending.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) bar.value = loaded / total;
  });
  sending.addEventListener("load", () => answered(sending));
  sending.addEventListener("error", () => answered(null));
  sending.open("POST", form.action);
  sending.send(new FormData(form));
}

/** The medium to whose page an upload has led; null if the form has come back. */
function mediumOf(answer, form) {
  const { pathname } = new URL(answer.responseURL, location.href);
  const folder = new URL(form.action).pathname.replace(/[^/]*$/, "");
  if (answer.status !== 200 || !pathname.startsWith(folder) || pathname === new URL(form.action).pathname) return null;
  return { slug: pathname.slice(folder.length), title: parsed(answer.responseText).querySelector("h1").textContent.trim() };
}

/**
 * Opens a dialog with tiles to choose from.
 * @param {Said} said
 * @param {{ sort: "image" | "file", title: string }} wanted
 * @returns {Promise<Medium | null>} null if nothing was chosen
 */
export function choose(said, { sort, title }) {
  const words = field(said.mediaWords, { type: "search", maxlength: "200" });
  const found = element("div", { class: "desk-choice" });
  const add = element("button", { type: "button", class: "action" }, said.uploadTitle);
  const box = element("div", { class: "form" }, words.control, found, element("p", { class: "actions" }, add, cancel(said.cancel)));
  const dialog = open(title, box);
  dialog.classList.add("is-wide");
  let take = () => null;
  const isClosed = new Promise((resolve) => dialog.addEventListener("close", () => resolve(take())));
  const list = async (count = "") => {
    const query = new URLSearchParams({ art: sort, q: words.input.value, zahl: count });
    const asked = words.input.value;
    const answer = await fetch(`${said.media}?${query}`).catch(() => null);
    if (words.input.value !== asked) return;
    found.replaceChildren(...(answer?.ok && !answer.redirected ? parsed(await answer.text()).body.childNodes : [said.failed]));
  };
  let waiting;
  words.input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(list, WAIT);
  });
  found.addEventListener("click", ({ target }) => {
    const { slug, title, more } = target.closest("button")?.dataset ?? {};
    if (more) list(more);
    if (!slug) return;
    take = () => ({ slug, title });
    dialog.close();
  });
  add.addEventListener("click", () => {
    take = () => upload(said, { sort: sort === "image" ? sort : "" });
    dialog.close();
  });
  list();
  return isClosed;
}

/** The files of a drop or a paste, and whether something is dragged that could become some. */
export const filesOf = (data) => [...(data?.files ?? [])];
export const hasFiles = (data) => data?.types.includes("Files") ?? false;

/** Takes files that are dropped on an element. */
export function receiveDrop(frame, receive) {
  const mark = (isOver) => frame.classList.toggle("is-over", isOver);
  frame.addEventListener("dragover", (event) => {
    if (!hasFiles(event.dataTransfer)) return;
    event.preventDefault();
    mark(true);
  });
  frame.addEventListener("dragleave", ({ relatedTarget }) => frame.contains(relatedTarget) || mark(false));
  frame.addEventListener("drop", (event) => {
    mark(false);
    const files = filesOf(event.dataTransfer);
    if (files.length === 0) return;
    event.preventDefault();
    receive(files);
  });
}

function parsed(text) {
  return new DOMParser().parseFromString(text, "text/html");
}
