// Enhances the forms of the desk. Everything works without it.

import { suggest } from "./pick.js";
import { picture } from "./picture.js";
import { rows } from "./rows.js";
import { enhance } from "./text.js";

document.querySelectorAll("[data-pick]").forEach((pick) => suggest(pick));
document.querySelectorAll(".desk-picture").forEach((field) => picture(field));
document.querySelectorAll("form.desk-form").forEach(rows);
document.querySelectorAll("[data-markdown]").forEach(enhance);
