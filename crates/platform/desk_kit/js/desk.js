// Enhances the forms of the desk. Everything works without it.

import { guard } from "./guard.js";
import { suggest } from "./pick.js";
import { enhance } from "./text.js";

document.querySelectorAll("[data-pick]").forEach(suggest);
document.querySelectorAll("[data-markdown]").forEach(enhance);
document.querySelectorAll("form.desk-form").forEach(guard);
