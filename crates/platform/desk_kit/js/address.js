// Addresses of links as people type or copy them.

const MAIL = /^[^\s@<>():/]+@[^\s@<>():/]+\.[^\s@<>():/.]{2,}$/u;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d+)?(?:[/?#]\S*)?$/u;
const KNOWN = /^(?:https?:\/\/[^\s/]|mailto:\S|tel:\S)/i;

/**
 * The address that a typed text stands for; "" if it is none.
 * `www.essen.de` becomes `https://www.essen.de`, an e-mail address `mailto:…`, an address of this site its path.
 */
export function addressOf(typed) {
  const text = typed.trim();
  if (MAIL.test(text)) return `mailto:${text}`;
  if (KNOWN.test(text)) return safe(local(text));
  if (/^\/(?!\/)/.test(text)) return safe(text);
  return HOST.test(text) ? safe(`https://${text}`) : "";
}

/** The path of an address of this site; every other address as it is. */
function local(address) {
  const url = parsed(address);
  if (url?.origin !== location.origin) return address;
  return `${url.pathname}${url.search}${url.hash}`;
}

/** The parts of an address; null if it is none. */
export function parsed(address) {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Blanks, brackets and the like would end an address in Markdown. */
function safe(address) {
  return address.replace(/[\s()<>\\[\]|`*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
