// Nothing sticks out of the window, nothing is cut, nothing lies over something else.
const SLACK = 1.5; // pixels lost to rounding
const SQUEEZE = 0.22; // of a line's height: the font's own room above and below its letters
const findings = [];
const report = (what, element) => findings.push(`${what}: ${ruler.name(element)}`);

const root = document.documentElement;
if (root.scrollWidth > innerWidth) findings.push(`the page is ${root.scrollWidth} pixels wide in a window of ${innerWidth}`);

/** The first element around a text that cuts it off, if any. */
const cut = ({ element, boxes }) => {
  const isText = (it) => it.namespaceURI === "http://www.w3.org/2000/svg" && it.tagName !== "svg";
  for (let it = element; it && it !== document.body && it !== root; it = it.parentElement) {
    if (isText(it)) continue;
    const style = getComputedStyle(it);
    if (style.display === "inline") continue;
    if (ruler.isScroller(it)) return null;
    const frame = it.getBoundingClientRect();
    const sideways = style.overflowX !== "visible" && boxes.some((box) => box.left < frame.left - SLACK || box.right > frame.right + SLACK);
    const upright = /hidden|clip/.test(style.overflowY) && boxes.some((box) => box.top + box.height * SQUEEZE < frame.top - SLACK || box.bottom - box.height * SQUEEZE > frame.bottom + SLACK);
    if (sideways || upright) return it;
  }
  return boxes.some((box) => box.left < -SLACK || box.right > innerWidth + SLACK) ? root : null;
};

// With a person's own distances the labels of a picture may run into each other: what they say stands
// in the list below it, which has room.
const isSpread = document.adoptedStyleSheets.length > 0;
const texts = ruler.texts().filter(({ element }) => !(isSpread && element.closest(".weave svg") && document.querySelector("#list, .path-steps, .tree")));
for (const text of texts) {
  const by = cut(text);
  if (by) report(`text is cut by ${by === root ? "the window" : ruler.name(by).split(" “")[0]}`, text.element);
}

// Every two lines of different texts, from top to bottom.
const lines = texts.flatMap(({ node, element, boxes }) => boxes.map((box) => ({
  node, element, left: box.left, right: box.right,
  top: box.top + box.height * SQUEEZE, bottom: box.bottom - box.height * SQUEEZE,
})));
lines.sort((a, b) => a.top - b.top);
const told = new Set();
lines.forEach((line, at) => {
  for (let next = at + 1; next < lines.length && lines[next].top < line.bottom - SLACK; next++) {
    const other = lines[next];
    const overlap = Math.min(line.right, other.right) - Math.max(line.left, other.left);
    if (overlap <= SLACK || other.node === line.node || told.has(other.node)) continue;
    told.add(other.node);
    report(`text lies over ${ruler.name(line.element)}`, other.element);
  }
});

for (const element of document.querySelectorAll("body *")) {
  if (!ruler.isShown(element) || !ruler.isScroller(element)) continue;
  if (element.tabIndex < 0) report("a region that scrolls cannot be reached by keyboard", element);
  const label = element.getAttribute("aria-label") || element.getAttribute("aria-labelledby");
  if (!element.getAttribute("role") || !label) report("a region that scrolls has no role and name", element);
}
return findings;
