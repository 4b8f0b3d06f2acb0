/** A note to self within running words: in capitals, and no part of a name, a quotation or a list's title. */
const within =
  /(?<![\p{L}\d_/#.@“"«-]|« ?|(?<!\p{L})(?:liste?|fichier|file|mot|word|balise|tag|mention) )(?:TODO|TBD|XXX|À VENIR)(?![\p{L}\d_/”"»-]|\.\p{L}| \p{Lu}\p{Ll}| (?:list|item|file|comment|marker|note)s?\b)/u;

/**
 * The note to self in a passage's words, code left out; undefined where there is none.
 */
export function placeholderIn(words: string): string | undefined {
  const plain = words.normalize('NFC');
  return isPlaceholder(plain) ? plain.trim() : within.exec(plain)?.[0];
}

/** A note to self that stands where words should: `TODO`, `TBD`, `XXX`, `À VENIR`, alone or before a colon. */
export function isPlaceholder(words: string): boolean {
  return /^[\s[({*«"“]*(?:TODO|TBD|XXX|À VENIR)(?:[\s\])}*»"”.…!]*$|\s*:)/u.test(words.normalize('NFC'));
}
