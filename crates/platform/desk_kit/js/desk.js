// Enhances the forms of the desk. Everything works without it.

const suggestions = document.querySelector("form[data-suggestions]")?.dataset.suggestions;

/** Suggestions below a field that names an entry, while somebody types. */
function suggest(pick, number) {
  const input = pick.querySelector("input[type=text]");
  if (!input || !suggestions) return;
  const list = document.createElement("datalist");
  list.id = `suggestions-${number}`;
  pick.append(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const query = new URLSearchParams({ q: input.value, art: pick.dataset.pick });
      const answer = await fetch(`${suggestions}?${query}`, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const options = (await answer.json()).map((text) => {
        const option = document.createElement("option");
        option.value = text;
        return option;
      });
      list.replaceChildren(...options);
    }, 150);
  });
}

/** The marks that each button of the toolbar puts around the selection, or in front of its lines. */
const MARKS = [
  { sign: "B", around: ["**", "**"], key: "b" },
  { sign: "I", around: ["*", "*"], key: "i" },
  { sign: "H", before: "## " },
  { sign: "•", before: "- " },
  { sign: "№", before: "1. " },
  { sign: "„“", before: "> " },
  { sign: "↗", around: ["[", "](https://)"], key: "k" },
];

const NAMES = {
  de: ["Fett", "Kursiv", "Zwischenüberschrift", "Liste", "Nummerierte Liste", "Zitat", "Link"],
  en: ["Bold", "Italic", "Subheading", "List", "Numbered list", "Quotation", "Link"],
};

/** A toolbar above a long text. One stop for the tab key; arrows go from button to button. */
function toolbar(frame) {
  const text = frame.querySelector("textarea");
  if (!text) return;
  const names = NAMES[document.documentElement.lang] ?? NAMES.de;
  const bar = document.createElement("div");
  bar.className = "desk-toolbar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-controls", text.id);
  bar.setAttribute("aria-label", document.documentElement.lang === "en" ? "Formatting" : "Formatierung");
  const buttons = MARKS.map((mark, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "desk-button";
    button.textContent = mark.sign;
    button.setAttribute("aria-label", names[place]);
    button.title = names[place];
    button.tabIndex = place === 0 ? 0 : -1;
    button.addEventListener("click", () => put(text, mark));
    return button;
  });
  bar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const here = buttons.indexOf(document.activeElement);
    if (!step || here < 0) return;
    event.preventDefault();
    const next = buttons[(here + step + buttons.length) % buttons.length];
    buttons.forEach((button) => (button.tabIndex = button === next ? 0 : -1));
    next.focus();
  });
  text.addEventListener("keydown", (event) => {
    const mark = MARKS.find((mark) => mark.key === event.key);
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    put(text, mark);
  });
  bar.append(...buttons);
  text.before(bar);
}

function put(text, mark) {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const chosen = value.slice(start, end);
  if (mark.around) {
    text.setRangeText(mark.around[0] + chosen + mark.around[1], start, end, "end");
    if (!chosen) text.setSelectionRange(start + mark.around[0].length, start + mark.around[0].length);
  } else {
    const from = value.lastIndexOf("\n", start - 1) + 1;
    const lines = value.slice(from, end).split("\n").map((line) => mark.before + line);
    text.setRangeText(lines.join("\n"), from, end, "end");
  }
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

document.querySelectorAll("[data-pick]").forEach(suggest);
document.querySelectorAll("[data-markdown]").forEach(toolbar);
