// Enhances the forms of the desk. Everything works without it.

import { suggest } from "./pick.js";
import { enhance } from "./text.js";

document.querySelectorAll("[data-pick]").forEach(suggest);
document.querySelectorAll("[data-markdown]").forEach(enhance);
