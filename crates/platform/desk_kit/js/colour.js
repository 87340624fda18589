// Beside a field for a colour: a picker, a sample that follows what is typed, and the contrast with its ground. Without it
// the field takes the colour as text, and the server says the contrast after saving.

/** The least contrast of text (WCAG 2.2, 1.4.3). */
const LEAST = 4.5;

const isColour = (text) => /^#?[0-9a-f]{6}$/i.test(text);

/** The relative luminance of a colour as WCAG 2 defines it. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Says the lowest contrast with any ground; never rounded up, as 4.46 must not read as 4.5. */
function say(frame, colour) {
  const ratio = Math.min(...frame.dataset.grounds.split(" ").map((ground) => contrast(colour, ground)));
  const digits = (Math.floor(ratio * 10) / 10).toLocaleString(document.documentElement.lang, { minimumFractionDigits: 1 });
  const words = ratio < LEAST ? frame.dataset.weak : frame.dataset.readable;
  const output = frame.querySelector("output");
  output.textContent = words.replace("0", digits);
  output.classList.toggle("is-fault", ratio < LEAST);
}

function show(frame, colour) {
  frame.querySelector("svg path").setAttribute("stroke", colour);
  frame.querySelector("[type=color]").value = colour;
  say(frame, colour);
}

for (const frame of document.querySelectorAll(".form-colour")) {
  const field = frame.querySelector("[type=text]");
  const own = frame.querySelector("svg path").getAttribute("stroke").toLowerCase();
  const picker = Object.assign(document.createElement("input"), { type: "color", value: own });
  picker.setAttribute("aria-label", `${field.labels[0].firstChild.textContent.trim()}: ${frame.dataset.pick}`);
  const output = Object.assign(document.createElement("output"), { htmlFor: field.id });
  frame.append(picker, output);
  say(frame, own);
  picker.addEventListener("input", () => {
    field.value = picker.value.toUpperCase();
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  field.addEventListener("input", () => {
    const text = field.value.trim();
    if (isColour(text)) show(frame, `#${text.replace("#", "")}`.toLowerCase());
    else if (!text) show(frame, frame.dataset.own.toLowerCase());
  });
}
