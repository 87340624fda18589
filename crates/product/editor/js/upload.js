// Shows the progress of an upload, and sends several files one after the other. Without it the browser shows its own progress and sends
// them together; everything else is the same.

import { cut } from "./cut.js";
import { element } from "./dialog.js";

document.querySelectorAll("form[data-upload]").forEach(prepare);

function prepare(form) {
  cut(form);
  const input = form.querySelector("input[type=file]");
  const told = element("p", { class: "control-hint", role: "status" });
  input?.after(told);
  input?.addEventListener("change", () => {
    told.textContent = input.files.length > 1 ? form.dataset.several : "";
  });
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-upload]");
  const files = [...(form?.querySelector("input[type=file]")?.files ?? [])];
  // A dialog sends its form itself.
  if (files.length === 0 || form.closest("dialog")) return;
  event.preventDefault();
  if (files.length > 1) sendAll(form, files);
  else sendOne(form);
});

async function sendOne(form) {
  const answer = await send(form, new FormData(form), progress(form, form.dataset.upload));
  // The connection broke: submitted in the ordinary way, the form leads to the error page of the browser.
  if (!answer) form.submit();
  else if (answer.responseURL !== form.action) location.assign(answer.responseURL);
  else showFaults(form, parsed(answer));
}

/** Sends every file by itself. What was refused or not sent stays chosen, with the reasons. */
async function sendAll(form, files) {
  const bar = progress(form, form.dataset.one);
  const refused = [];
  let left = [];
  let list = "";
  for (const [place, file] of files.entries()) {
    bar.said.textContent = `${form.dataset.one} ${file.name} (${place + 1}/${files.length})`;
    const data = new FormData(form);
    data.set("datei", file);
    data.set("mehrere", "ja");
    const answer = await send(form, data, bar);
    if (!answer) {
      left = files.slice(place);
      refused.push(form.dataset.broken);
      break;
    }
    if (answer.responseURL !== form.action) list = answer.responseURL;
    else refused.push(...faultsOf(parsed(answer), file));
  }
  if (refused.length === 0) return location.assign(list);
  bar.remove();
  form.querySelector("button[type=submit]").disabled = false;
  const chosen = new DataTransfer();
  for (const file of left) chosen.items.add(file);
  form.querySelector("input[type=file]").files = chosen.files;
  tell(form, refused);
}

/** The sentences of a page that has come back; that of a proxy says none of ours. */
function faultsOf(page, file) {
  const lines = [...page.querySelectorAll(".error-summary li")].map((line) => line.textContent.trim());
  return lines.length > 0 ? lines : [`${file.name}: ${page.title}`];
}

function tell(form, lines) {
  form.parentElement.querySelector(":scope > .error-summary")?.remove();
  const list = element("ul", {}, ...lines.map((line) => element("li", {}, line)));
  const box = element("div", { class: "notice is-warning error-summary", role: "alert", tabindex: "-1" }, list);
  form.before(box);
  box.focus();
}

/** The bar below the button. */
function progress(form, words) {
  const bar = element("progress", { max: "1" });
  const said = element("span", {}, words);
  const label = element("label", { class: "desk-media-progress", role: "status" }, said, bar);
  const button = form.querySelector("button[type=submit]");
  button.after(label);
  button.disabled = true;
  return { said, show: (part) => (bar.value = part), remove: () => label.remove() };
}

/** Sends a form with its progress; null if the connection broke. */
function send(form, data, bar) {
  return new Promise((resolve) => {
    const sending = new XMLHttpRequest();
    sending.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (lengthComputable) bar.show(loaded / total);
    });
    sending.addEventListener("load", () => resolve(sending));
    sending.addEventListener("error", () => resolve(null));
    sending.open("POST", form.action);
    sending.send(data);
  });
}

function parsed(answer) {
  return new DOMParser().parseFromString(answer.responseText, "text/html");
}

/** Shows the page with the faults. */
function showFaults(form, page) {
  document.title = page.title;
  const main = page.querySelector("main");
  // A proxy has answered with a page of its own: the browser shows that.
  if (!main) return form.submit();
  document.querySelector("main").replaceWith(main);
  main.querySelectorAll("form[data-upload]").forEach(prepare);
  main.querySelector("[autofocus]")?.focus();
}
