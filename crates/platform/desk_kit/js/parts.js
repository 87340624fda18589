// Parts of a form that are open stay open on the page that follows: the form says which they are.

/** Adds the open parts to what a form sends. */
export function parts(form) {
  form.addEventListener("formdata", ({ formData }) => {
    formData.delete("offen");
    for (const { id } of form.querySelectorAll("details.desk-part[open]")) formData.append("offen", id.slice("teil-".length));
  });
}
