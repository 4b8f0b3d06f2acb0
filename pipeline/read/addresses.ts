/**
 * Schemes that run or embed something instead of leading somewhere. A browser passes over control characters and
 * white space in a scheme, so we do too.
 */
const unsafe = /^(?:javascript|vbscript|data):/i;

/** Whether following the address can only lead somewhere; an address without a scheme is relative. */
export function isSafeAddress(url: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what hides a scheme
  return !unsafe.test(url.replace(/[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\ufeff]/g, ''));
}

/** `https:`, `mailto:`, or an address that begins with `//`. */
export function isExternalAddress(url: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url.trim());
}
