// The element with the focus, and if its focus indicator is visible.
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
const boxes = [...element.getClientRects()].filter((box) => box.width > 0 && box.height > 0);
const box = boxes[0] || new DOMRect();
// The middle and the four edges, a quarter inside: corners may be round, lines may touch.
const [dx, dy] = [box.width / 4, box.height / 4];
const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
const points = [[x, y], [x - dx, y], [x + dx, y], [x, y - dy], [x, y + dy]].filter(([px, py]) => px >= 0 && py >= 0 && px < innerWidth && py < innerHeight);
// A button that lies inside the field it belongs to covers nothing.
const isOurs = ([x, y]) => {
  const top = document.elementFromPoint(x, y);
  const isSameForm = Boolean(top?.closest("form")) && top.closest("form") === element.form && top.tagName === "BUTTON";
  return Boolean(top) && (isSameForm || element.contains(top) || top.contains(element) || top.closest("label")?.control === element);
};
// The mark is around the element, or around the card whose whole area it fills, or the shape it is.
const isMarked = (it) => {
  const style = getComputedStyle(it);
  return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
};
const card = element.parentElement.closest(":focus-within:is(li, article, section, div)");
const probe = document.body.appendChild(document.createElement("span"));
probe.style.color = "var(--focus)";
const focus = getComputedStyle(probe).color;
probe.remove();
const isDrawnInFocus = (it) => getComputedStyle(it).stroke === focus && parseFloat(getComputedStyle(it).strokeWidth) >= 2;
const shape = [...element.querySelectorAll("rect, path, circle")].find(isDrawnInFocus);
const part = element.closest("form[method=post], .crumbs, section");
const isInside = box.left >= -1 && box.right <= innerWidth + 1 && box.top >= -1 && (box.bottom <= innerHeight + 1 || box.height > innerHeight);
const faults = {
  "focus is on something hidden": !ruler.isShown(element) || box.width <= 1 || box.height <= 1,
  "focus is outside of the window": !isInside,
  "focus is covered by something else": points.length === 0 || !points.every(isOurs),
  "focus is not marked": !element.matches(":focus-visible") || !(isMarked(element) || (card !== null && isMarked(card)) || Boolean(shape)),
};
return {
  name: ruler.name(element),
  tag: element.tagName.toLowerCase(),
  href: element.getAttribute("href"),
  section: part?.matches("form") ? "form" : part?.matches(".crumbs") ? "crumbs" : part?.getAttribute("aria-labelledby") || "",
  faults: Object.keys(faults).filter((what) => faults[what]),
  is_in_picture: Boolean(element.closest("svg")),
  edges: [box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY],
};
