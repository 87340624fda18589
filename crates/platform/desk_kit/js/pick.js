const suggestions = document.querySelector("form[data-suggestions]")?.dataset.suggestions;
let count = 0;

/** Suggestions below a field that names an entry, while somebody types. */
export function suggest(pick) {
  const input = pick.querySelector("input[type=text]");
  if (!input || !suggestions) return;
  const list = document.createElement("datalist");
  list.id = `suggestions-${(count += 1)}`;
  pick.append(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const query = new URLSearchParams({ q: input.value, art: pick.dataset.pick });
      const answer = await fetch(`${suggestions}?${query}`, { headers: { accept: "application/json" } });
      if (!answer.ok) return;
      const options = (await answer.json()).map(({ text, about }) => {
        const option = document.createElement("option");
        option.value = text;
        option.label = `${text} (${about})`;
        return option;
      });
      list.replaceChildren(...options);
    }, 150);
  });
}
