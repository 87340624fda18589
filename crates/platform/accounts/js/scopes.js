// Suggestions below the field that names the scope of a role, while somebody types.

const field = document.querySelector("[data-scopes]");
const input = field?.querySelector("input[type=text]");

/** The pause after a key, in milliseconds, before suggestions are asked for. */
const PAUSE = 150;

/** Puts the suggestions for what stands in the field into its list. */
async function suggest(list) {
  const asked = input.value;
  const answer = await fetch(`${field.dataset.scopes}?${new URLSearchParams({ q: asked })}`, {
    headers: { accept: "application/json" },
  });
  // Answers may overtake each other.
  if (!answer.ok || input.value !== asked) return;
  list.replaceChildren(...(await answer.json()).map((text) => Object.assign(document.createElement("option"), { value: text })));
}

if (input) {
  const list = document.createElement("datalist");
  list.id = "scopes";
  field.append(list);
  input.setAttribute("list", list.id);
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => suggest(list), PAUSE);
  });
}
