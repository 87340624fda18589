// Shows the progress of an upload. Without it the browser shows its own, and everything else is the same.

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-upload]");
  const file = form?.querySelector("input[type=file]")?.files?.[0];
  if (!file) return;
  event.preventDefault();
  const button = form.querySelector("button[type=submit]");
  const label = document.createElement("label");
  label.className = "desk-media-progress";
  label.textContent = form.dataset.upload;
  label.setAttribute("role", "status");
  const bar = document.createElement("progress");
  bar.max = 1;
  label.append(bar);
  button.after(label);
  button.disabled = true;
  const sending = new XMLHttpRequest();
  sending.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
    if (lengthComputable) bar.value = loaded / total;
  });
  sending.addEventListener("load", () => answered(sending, form));
  // The connection broke: submitted in the ordinary way, the form leads to the error page of the browser.
  sending.addEventListener("error", () => form.submit());
  sending.open("POST", form.action);
  sending.send(new FormData(form));
});

/** Follows the redirect, or shows the page with the faults. */
function answered(sending, form) {
  if (sending.responseURL !== form.action) {
    location.assign(sending.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(sending.responseText, "text/html");
  document.title = page.title;
  const main = page.querySelector("main");
  // A proxy has answered with a page of its own: the browser shows that.
  if (!main) return form.submit();
  document.querySelector("main").replaceWith(main);
  main.querySelector("[autofocus]")?.focus();
}
