/** A note to self that stands where words should: `TODO`, `TBD`, `XXX`, `À VENIR`, alone or before a colon. */
export function isPlaceholder(words: string): boolean {
  return /^[\s[({*«"“]*(?:TODO|TBD|XXX|À VENIR)(?:[\s\])}*»"”.…!]*$|\s*:)/u.test(words.normalize('NFC'));
}
