// Animations run once, for at most the given time in seconds.
const limit = arguments[0];
const seconds = (list) => Math.max(...list.split(",").map((it) => parseFloat(it) * (it.trim().endsWith("ms") ? 0.001 : 1)));
const findings = [];
for (const element of document.querySelectorAll("*")) {
  for (const part of [null, "::before", "::after"]) {
    const style = getComputedStyle(element, part);
    if (part && style.content === "none") continue;
    const where = `${ruler.name(element)}${part || ""}`;
    const change = seconds(style.transitionDuration) + Math.max(0, seconds(style.transitionDelay));
    if (style.transitionProperty !== "none" && change > limit) findings.push(`changes over ${change} s: ${where}`);
    if (style.animationName !== "none" && (seconds(style.animationDuration) > limit || style.animationIterationCount === "infinite")) {
      findings.push(`moves for ${style.animationDuration}: ${where}`);
    }
    if (!part && limit < 0.1 && style.scrollBehavior === "smooth") findings.push(`scrolls slowly: ${where}`);
  }
}
for (const animation of document.getAnimations()) {
  if (animation.effect.getComputedTiming().activeDuration > limit * 1000) findings.push("something is moving");
}
return findings;
