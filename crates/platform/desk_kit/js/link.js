// The dialog behind the button for links: an entry of the desk is searched for, or an address typed.

import { addressOf } from "./address.js";
import { ask, element, field } from "./dialog.js";
import { apply } from "./edit.js";
import { lineEnd, lineStart } from "./lines.js";

const WAIT = 150;
const LINK = /(?<!!)\[((?:\\.|[^\][\\])*)\]\(([^()\s]*)\)/g;

/**
 * Asks for a link and puts it into the text.
 * @param {HTMLTextAreaElement} text
 * @param {DOMStringMap} said the texts of the page
 */
export function link(text, said) {
  const found = linkAt(text);
  const label = field(said.linkText, { type: "text", value: found.label });
  const where = field(said.linkAddress, { type: "text", value: found.address, inputmode: "url" });
  const hits = element("ul", { class: "desk-link-hits" });
  const status = element("p", { role: "status", class: "desk-muted" });
  const put = element("button", { class: "action" }, said.linkPut);
  const take = element("button", { type: "button", class: "desk-button" }, said.linkTake);
  const write = (address, title) => {
    const words = escaped(label.input.value.trim() || title);
    const written = `[${words}](${address})`;
    const end = found.from + written.length;
    apply(text, { from: found.from, to: found.to, text: written, start: end, end });
  };
  const send = () => {
    const address = addressOf(where.input.value);
    if (!address) {
      where.input.setAttribute("aria-invalid", "true");
      where.input.focus();
      status.textContent = said.linkNone;
      return null;
    }
    return () => write(address, where.input.value.trim());
  };
  const content = [label.control, where.control, status, hits];
  const dialog = ask({ title: said.link, close: said.cancel, buttons: found.address ? [put, take] : [put], content, send });
  where.input.focus();
  take.addEventListener("click", () => {
    const end = found.from + found.label.length;
    dialog.close();
    apply(text, { from: found.from, to: found.to, text: found.label, start: found.from, end });
  });
  const choose = (hit) => {
    dialog.close();
    write(hit.address, hit.title);
  };
  search({ input: where.input, hits, status, said, choose });
}

/** Lists the entries that fit what is typed, each as a button. */
function search({ input, hits, status, said, choose }) {
  let waiting;
  input.addEventListener("input", () => {
    input.removeAttribute("aria-invalid");
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const asked = input.value;
      const isWanted = asked.trim() !== "" && !addressOf(asked);
      const found = isWanted ? await entries(said.entries, asked) : [];
      if (input.value !== asked || !found) return;
      status.textContent = isWanted ? `${said.linkFound} ${found.length}` : "";
      hits.replaceChildren(
        ...found.map((hit) => {
          const kind = element("span", { class: "desk-muted" }, hit.kind);
          const button = element("button", { type: "button", class: "desk-link-hit" }, hit.title, " ", kind);
          button.addEventListener("click", () => choose(hit));
          return element("li", {}, button);
        }),
      );
    }, WAIT);
  });
}

/** @returns {Promise<{ title: string, kind: string, address: string }[] | null>} null if the server does not answer */
async function entries(path, asked) {
  const query = new URLSearchParams({ q: asked, als: "link" });
  const answer = await fetch(`${path}?${query}`, { headers: { accept: "application/json" } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

/** The link around the selection, or the selection as the text of a new one. */
function linkAt(text) {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const from = lineStart(value, start);
  for (const { 0: whole, 1: label, 2: address, index } of value.slice(from, lineEnd(value, end)).matchAll(LINK)) {
    const [begin, stop] = [from + index, from + index + whole.length];
    if (begin <= start && end <= stop) return { from: begin, to: stop, label, address };
  }
  const chosen = value.slice(start, end);
  const isAddress = addressOf(chosen) !== "";
  return { from: start, to: end, label: chosen.replace(/\s+/g, " ").trim(), address: isAddress ? chosen.trim() : "" };
}

/** Brackets that would end the text of a link; those that are escaped already stay. */
function escaped(words) {
  return words.replace(/\\.|[[\]]/g, (sign) => (sign.length > 1 ? sign : `\\${sign}`));
}
