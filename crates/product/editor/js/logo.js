// The sample of the logo follows what is chosen. Without it a button shows the choice.

import { pressed } from "./rows.js";

const FIELDS = ["logo.light", "logo.dark"];

const form = document.querySelector("form.desk-form");
const chosen = () => FIELDS.map((name) => new FormData(form).get(name)).join(" ");

let shown = chosen();

async function follow() {
  const wanted = chosen();
  if (wanted === shown) return;
  shown = wanted;
  const fresh = await pressed(form, "zeigen", "logo-sample").catch(() => null);
  if (!fresh || wanted !== shown) return;
  document.getElementById("logo-sample").replaceWith(fresh);
  hideButton();
}

function hideButton() {
  document.querySelector(".desk-logo-again").hidden = true;
}

hideButton();
for (const kind of ["change", "input"]) form.addEventListener(kind, follow);
