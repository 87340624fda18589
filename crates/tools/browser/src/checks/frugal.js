// The page keeps nothing on the device and asks nobody else.
const findings = [];
if (document.cookie) findings.push(`a cookie: ${document.cookie}`);
if (localStorage.length) findings.push("something in the local storage");
if (sessionStorage.length) findings.push("something in the session storage");
for (const { name } of performance.getEntriesByType("resource")) {
  if (new URL(name).origin !== location.origin && !name.startsWith("data:")) findings.push(`a request to somebody else: ${name}`);
}
return indexedDB.databases().then((kept) => (kept.length ? [...findings, "a database in the browser"] : findings));
