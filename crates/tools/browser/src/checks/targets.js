// Everything one can follow or press is at least 24 by 24 pixels (WCAG 2.5.8), but for its exceptions.
const LEAST = 24;
const SLACK = 0.1;

/** A target and its largest box; a checkbox counts together with its label. */
const target = (element) => {
  const label = /checkbox|radio/.test(element.type) ? element.closest("label") : null;
  const boxes = [...(label || element).getClientRects()];
  const box = boxes.reduce((best, it) => (it.width * it.height > best.width * best.height ? it : best), new DOMRect());
  return { element, box, middle: [box.left + box.width / 2, box.top + box.height / 2] };
};

const isLarge = ({ box }) => box.width >= LEAST - SLACK && box.height >= LEAST - SLACK;

/** Exception: it stands in a sentence, whose lines set its height. */
const isInSentence = ({ element }) => {
  if (getComputedStyle(element).display !== "inline") return false;
  let block = element.parentElement;
  while (getComputedStyle(block).display === "inline") block = block.parentElement;
  const rest = [...block.querySelectorAll("a, button")].reduce((text, link) => text.replace(link.textContent, ""), block.textContent);
  return /\p{L}{2,}/u.test(rest);
};

/** Exception: a circle of 24 pixels around its middle touches no other target. */
const isAlone = (it, all) => all.every((other) => {
  if (other === it || other.element.contains(it.element) || it.element.contains(other.element)) return true;
  const [x, y] = it.middle;
  const { box } = other;
  const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const between = Math.hypot(other.middle[0] - x, other.middle[1] - y);
  return away >= LEAST / 2 && (isLarge(other) || between >= LEAST);
});

const all = [...document.querySelectorAll(ruler.TARGETS)].filter(ruler.isShown).map(target).filter(({ box }) => box.width > 0);
const small = all.filter((it) => !isLarge(it) && !isInSentence(it) && !isAlone(it, all));
return small.map(({ element, box }) => `a target of ${box.width.toFixed(1)} by ${box.height.toFixed(1)} pixels: ${ruler.name(element)}`);
