// Styles, classes and attributes by which word processors say what a paragraph is.

const NONE = Object.freeze({});

/** The inline styles of an element, in small letters. */
export function stylesOf(element) {
  const text = element.getAttribute("style");
  if (!text) return NONE;
  const styles = {};
  for (const rule of text.split(";")) {
    const colon = rule.indexOf(":");
    if (colon > 0) styles[rule.slice(0, colon).trim().toLowerCase()] = rule.slice(colon + 1).trim().toLowerCase();
  }
  return styles;
}

/** The level of a heading, from 1; 0 if the element is none. */
export function headingOf(element, name, styles) {
  if (/^h[1-6]$/.test(name)) return Number(name[1]);
  const outline = parseInt(styles["mso-outline-level"] ?? "", 10);
  if (outline) return Math.min(outline, 6);
  if (element.getAttribute("role") === "heading") return parseInt(element.getAttribute("aria-level") ?? "2", 10) || 2;
  if (name !== "p") return 0;
  if (/^MsoTitle/.test(element.className)) return 1;
  const named = element.className.match(/^(?:Mso)?(?:heading|berschrift|Überschrift)-?([1-6])/i);
  return named ? Number(named[1]) : 0;
}

/** The item of a list that a paragraph of Word is; it names its level, and its marker tells if it is numbered. */
export function itemOf(element, styles) {
  const level = styles["mso-list"]?.match(/level(\d)/);
  if (!level) return null;
  const marker = element.querySelector("[style*='mso-list:Ignore'], [style*='mso-list: Ignore']")?.textContent.trim() ?? "";
  const isOrdered = /^\(?(?:\d+|[a-z]{1,4})[.)]/i.test(marker);
  return { level: Number(level[1]), isOrdered, number: parseInt(marker, 10) || 1, isUsed: false };
}

/** Text in place of an image: an emoji, or nothing for a dot that counts readers; null for a real picture. */
export function wordsOfImage(image) {
  const size = (name) => parseInt(image.getAttribute(name) ?? "", 10);
  if (size("width") <= 1 || size("height") <= 1) return "";
  const alt = image.alt.trim();
  return alt && alt.length <= 12 && /^[\p{Extended_Pictographic}\p{M}\u200d\ufe0f]+$/u.test(alt) ? alt : null;
}
