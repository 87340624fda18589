// Functions that all measurements share; every page of the suite loads them first.
globalThis.ruler = (() => {
  /** The name of an element in a finding: tag, id or classes, and its first words. */
  const name = (element) => {
    const mark = element.id ? `#${element.id}` : [...element.classList].map((it) => `.${it}`).join("");
    const words = (element.textContent || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.tagName.toLowerCase()}${mark} “${words}”`;
  };

  /** True if an element is visible: neither hidden nor for screen readers only. */
  const isShown = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true }) &&
    !isForEars(element);

  const isForEars = (element) => {
    for (let it = element; it; it = it.parentElement) {
      if (getComputedStyle(it).clipPath === "inset(50%)") return true;
    }
    return false;
  };

  /** Everything one can follow, press or fill in. */
  const TARGETS = "a[href], button, input:not([type=hidden]), select, textarea, summary";

  /** The boxes of all text that is shown: one entry for each text node, with a box for each line. */
  const texts = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.data.trim() || !isShown(node.parentElement)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 0.5 && box.height > 0.5);
      if (boxes.length) found.push({ node, element: node.parentElement, boxes });
    }
    return found;
  };

  /** True if an element can be scrolled sideways. */
  const isScroller = (element) => {
    const style = getComputedStyle(element);
    return /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth;
  };

  return { name, isShown, TARGETS, texts, isScroller };
})();
