/** A string table, flattened: `edition.contents` → "Contents". Loaded from `templates/strings/{en,fr}.json`. */
export type Strings = Readonly<Record<string, string>>;

/**
 * A sentence of the table with its `{name}` places filled.
 *
 * @throws on a key or a detail that is missing: that is our mistake, not the author's.
 */
export function fill(strings: Strings, key: string, details: Readonly<Record<string, string | number>> = {}): string {
  const sentence = strings[key];
  if (sentence === undefined) throw new Error(`No string “${key}”`);
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const detail = details[name];
    if (detail === undefined) throw new Error(`String “${key}” needs “${name}”`);
    return String(detail);
  });
}

/** As `fill`, choosing `<key>.one` or `<key>.other`; `{count}` is filled, in groups of three. French counts 0 as one. */
export function fillCount(strings: Strings, key: string, count: number, language: 'en' | 'fr'): string {
  const one = language === 'fr' ? count < 2 : count === 1;
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, language === 'fr' ? '\u00a0' : ',');
  return fill(strings, `${key}.${one ? 'one' : 'other'}`, { count: grouped });
}
