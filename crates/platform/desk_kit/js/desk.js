// Enhances the forms of the desk. Everything works without it.

import { drag } from "./drag.js";
import { medium } from "./medium.js";
import { parts } from "./parts.js";
import { suggest } from "./pick.js";
import { rows } from "./rows.js";
import { enhance } from "./text.js";

document.querySelectorAll("[data-pick]").forEach((pick) => suggest(pick));
document.querySelectorAll("[data-medium]").forEach((field) => medium(field));
for (const form of document.querySelectorAll("form.desk-form")) {
  rows(form);
  drag(form);
  parts(form);
  // Rows that are new on the page have such fields, too.
  form.addEventListener("desk:fresh", ({ target }) => target.querySelectorAll("[data-medium]").forEach((field) => medium(field)));
}
document.querySelectorAll("[data-markdown]").forEach(enhance);
