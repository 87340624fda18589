// Resolves when the page, its style and its fonts are there.
const loaded = document.readyState === "complete"
  ? Promise.resolve()
  : new Promise((resolve) => addEventListener("load", () => resolve(), { once: true }));
return loaded.then(() => document.fonts.ready).then(() => null);
