// Addresses of links on the clipboard.

import { addressOf, parsed } from "./address.js";

/** Pages that only lead on, and the parameter with the address to which they do. */
const WRAPPERS = [
  [/^https:\/\/[\w.-]+\.safelinks\.protection\.outlook\.com\//, "url"],
  [/^https:\/\/(?:www\.)?google\.[a-z.]+\/url\?/, "q"],
  [/^https:\/\/l\.(?:facebook|instagram)\.com\/l?\.?(?:php)?/, "u"],
];

/**
 * The address behind a link; `isRefused` if it leads to a file, into the program or to a script.
 * @param {string} typed
 */
export function hrefOf(typed) {
  const address = unwrapped(typed.trim());
  if (address === "" || address.startsWith("#")) return { href: "", isRefused: false };
  const href = addressOf(address);
  return { href, isRefused: href === "" };
}

function unwrapped(address) {
  for (const [wrapper, parameter] of WRAPPERS) {
    if (!wrapper.test(address)) continue;
    const inner = parsed(address)?.searchParams.get(parameter);
    if (inner) return inner;
  }
  return address;
}
