// Says below each date field how it is understood, while somebody types. Without it the page says so after saving.

/** Milliseconds without a key before the server is asked. */
const PAUSE = 300;

/** The text of each field that was asked about last, and the request or the pause that is under way. */
const fields = new WeakMap();

/** Shows a sentence; it is read out, but interrupts nobody. */
function say(frame, sentence, fault) {
  const place = frame.querySelector(".desk-understood");
  place.textContent = sentence;
  place.classList.toggle("is-fault", fault);
}

/** Asks how a text is understood. A connection that fails, or a session that is over, is left to saving. */
async function ask(frame, text, signal) {
  try {
    const address = `${frame.dataset.understood}&${new URLSearchParams({ text })}`;
    const answer = await fetch(address, { signal, redirect: "error" });
    const { sentence, fault } = await answer.json();
    say(frame, sentence, fault);
  } catch {
    if (!signal.aborted) say(frame, "", false);
  }
}

document.addEventListener("input", ({ target }) => {
  const frame = target.closest(".desk-when");
  if (!frame) return;
  const text = target.value.trim();
  const state = fields.get(target) ?? { asked: target.defaultValue.trim() };
  fields.set(target, state);
  clearTimeout(state.pause);
  if (text === state.asked) return;
  state.pause = setTimeout(() => {
    state.asked = text;
    state.request?.abort();
    state.request = new AbortController();
    if (text) ask(frame, text, state.request.signal);
    else say(frame, "", false);
  }, PAUSE);
});
