/** Schemes that a book may lead to. */
const outward = /^(https?|mailto|tel|urn|doi):/i;

/** What may stand in an address (RFC 3986, appendix A), a percent sign only before two hexadecimal digits. */
const allowed = /^(?:[\w\-.~:/?#@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;

/**
 * An address outside the book as readers and validators take it: what may not stand in one is percent-encoded, and a
 * host of other letters is written in ASCII.
 *
 * @returns `undefined` for an address that means nothing in a book: relative, of another scheme, or beyond mending.
 */
export function outwardAddress(address: string): string | undefined {
  const trimmed = address.trim();
  if (!outward.test(trimmed)) return undefined;
  if (isPlain(trimmed)) return trimmed;
  try {
    const [before = '', ...after] = new URL(trimmed.replace(/\p{Surrogate}/gu, '')).href.split('#');
    const parts = after.length > 0 ? [before, after.join('%23')] : [before];
    const encoded = parts.map(encode).join('#');
    return isPlain(encoded) ? encoded : undefined;
  } catch {
    return undefined;
  }
}

function isPlain(address: string): boolean {
  return allowed.test(address) && (address.match(/#/g) ?? []).length < 2 && !/^https?:\/*(?:[?#]|$)/i.test(address);
}

function encode(part: string): string {
  return part.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/[^\w\-.~:/?#@!$&'()*+,;=%]/gu, encodeURIComponent);
}
