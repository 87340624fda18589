// Passkeys: shows the button where the browser can use them, and carries challenge and response between
// our server and the authenticator. Without this file everybody signs in by mail.
const can = window.PublicKeyCredential?.parseCreationOptionsFromJSON
  && window.PublicKeyCredential?.parseRequestOptionsFromJSON;

async function send(address, fields) {
  const answer = await fetch(address, { method: "POST", body: new URLSearchParams(fields) });
  const isJson = answer.headers.get("content-type")?.startsWith("application/json");
  const said = isJson ? await answer.json() : {};
  if (!answer.ok) throw new Error(said.message ?? "");
  return said;
}

async function use(part) {
  const { ask, take, kind } = part.dataset;
  const { question, options } = await send(ask, {});
  const credential = kind === "new"
    ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
  const name = part.querySelector("input")?.value ?? "";
  const { onward } = await send(take, { frage: question, antwort: JSON.stringify(credential.toJSON()), name });
  location.assign(onward);
}

for (const part of document.querySelectorAll("[data-passkey]")) {
  if (!can) continue;
  const told = part.querySelector("[role=alert]");
  part.hidden = false;
  part.querySelector("button").addEventListener("click", async () => {
    told.textContent = "";
    try {
      await use(part);
    } catch (error) {
      // Messages of the authenticator are not meant for people; those of our server are.
      told.textContent = error instanceof DOMException || !error.message ? part.dataset.failed : error.message;
    }
  });
}
