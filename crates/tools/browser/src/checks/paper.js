// In print: nothing to press, nothing folded, black on white, the address and the day below.
const findings = [];
if (!matchMedia("print").matches) findings.push("the page is not shown as on paper");
for (const element of document.querySelectorAll("nav, form, button, .skip-link, .site-languages")) {
  if (ruler.isShown(element)) findings.push(`still there: ${ruler.name(element)}`);
}
for (const details of document.querySelectorAll("details")) {
  const inside = [...details.children].find((it) => it.tagName !== "SUMMARY");
  if (details.closest("nav, form") || !inside) continue;
  if (!ruler.isShown(inside)) findings.push(`still folded: ${ruler.name(details)}`);
}
const source = document.querySelector(".print-source");
if (!source || !ruler.isShown(source)) findings.push("the source is missing");
else if (!source.textContent.includes(location.origin + location.pathname.replace(/\/$/, "")) || !/\d{4}/.test(source.textContent)) {
  findings.push(`the source has no address or day: ${source.textContent}`);
}
if (!/rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\)/.test(getComputedStyle(document.body).backgroundColor)) findings.push("the paper is coloured");
return findings;
