// Runs axe on the page that is open; one line for each rule that is violated.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const line = ({ id, help, nodes }) => {
  const places = nodes.map((node) => node.target.join(" "));
  return `${id}: ${help} (${places.length}: ${places.slice(0, 3).join(", ")})`;
};
return axe
  .run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then(({ violations }) => violations.map(line));
