// Adds rules as a person's own style sheet would. The page's policy does not reach this kind of sheet.
const sheet = new CSSStyleSheet();
sheet.replaceSync(arguments[0]);
document.adoptedStyleSheets = [sheet];
return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(null))));
