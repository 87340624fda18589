// With forced colours: information that only a colour conveyed is still there.
const findings = [];
const report = (what, element) => findings.push(`${what}: ${ruler.name(element)}`);
const colour = (name) => {
  const probe = document.createElement("span");
  probe.style.color = name;
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};
if (!matchMedia("(forced-colors: active)").matches) findings.push("the browser does not force colours");
const canvas = colour("Canvas");
const isClear = (paint) => paint === "none" || /^rgba\(.*, 0\)$/.test(paint);

for (const { element } of ruler.texts()) {
  // Behind a text the browser lays the colour of the canvas; not within pictures.
  if (!element.closest("svg") && getComputedStyle(element).color === canvas) report("text has vanished", element);
}

for (const link of document.querySelectorAll("main p a[href], main li a[href], main dd a[href]")) {
  if (!ruler.isShown(link) || link.closest("svg") || link.querySelector("svg, img")) continue;
  const style = getComputedStyle(link);
  const isBox = parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none";
  const around = getComputedStyle(link.parentElement).color;
  if (style.textDecorationLine === "none" && !isBox && style.color === around) report("a link looks like text", link);
}

for (const link of document.querySelectorAll("a[aria-current]")) {
  if (!ruler.isShown(link)) continue;
  const isMarked = [null, "::before", "::after"].some((part) => {
    const style = getComputedStyle(link, part);
    if (part && style.content === "none") return false;
    return ["Top", "Bottom", "InlineStart", "Left"].some((side) => parseFloat(style[`border${side}Width`]) >= 2 && style[`border${side}Style`] !== "none") ||
      (!part && parseInt(style.fontWeight, 10) >= 600);
  });
  if (!isMarked) report("the current page is not marked", link);
}

for (const shape of document.querySelectorAll("svg path, svg circle, svg line, svg rect, svg polyline")) {
  if (!ruler.isShown(shape) || shape.closest(".cover, defs, clipPath, mask, pattern")) continue;
  const style = getComputedStyle(shape);
  const isDrawn = !isClear(style.fill) || !isClear(style.stroke);
  const isSeen = [style.fill, style.stroke].some((paint) => !isClear(paint) && paint !== canvas);
  if (isDrawn && !isSeen) report("a shape has vanished", shape);
}

for (const control of document.querySelectorAll("button, input:not([type=hidden]), select, textarea, summary")) {
  if (!ruler.isShown(control) || /checkbox|radio/.test(control.type)) continue;
  const style = getComputedStyle(control);
  const hasEdge = parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none";
  if (control.tagName !== "SUMMARY" && !hasEdge) report("a control has no edge", control);
}
return findings;
