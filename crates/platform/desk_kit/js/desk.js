// Enhances the forms of the desk. Everything works without it.

import { drag } from "./drag.js";
import { parts } from "./parts.js";
import { suggest } from "./pick.js";
import { picture } from "./picture.js";
import { rows } from "./rows.js";
import { enhance } from "./text.js";

document.querySelectorAll("[data-pick]").forEach((pick) => suggest(pick));
document.querySelectorAll("[data-picture]").forEach((field) => picture(field));
for (const form of document.querySelectorAll("form.desk-form")) {
  rows(form);
  drag(form);
  parts(form);
}
document.querySelectorAll("[data-markdown]").forEach(enhance);
