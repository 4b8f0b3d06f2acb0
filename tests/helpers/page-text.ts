const tag = /<(\/?)([a-z][a-z0-9:-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|<!--[\s\S]*?-->|<![^>]*>|<\?[^>]*>|([^<]+)/gi;
const empty = new Set(['area', 'base', 'br', 'col', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);
const inline = new Set(
  'a abbr b bdi bdo cite code dfn em i kbd mark q s small span strong sub sup time u var wbr'.split(' '),
);
const silent = new Set(['script', 'style', 'svg', 'template']);

/** A stretch of a page's text, and the language it says it is in. */
export interface Passage {
  readonly text: string;
  readonly lang: string;
  /** Names of the elements around it, outermost first, with their roles: `nav`, `a[doc-noteref]`. */
  readonly around: readonly string[];
}

/** The text of a page of HTML or XHTML, with the language of each stretch: a witness apart from what wrote it. */
export function passagesOf(source: string): Passage[] {
  const open: { name: string; lang: string; label: string }[] = [{ name: '', lang: '', label: '' }];
  const passages: Passage[] = [];
  const say = (text: string): void => {
    const lang = open.at(-1)?.lang ?? '';
    if (!open.some(({ name }) => silent.has(name)))
      passages.push({ text, lang, around: open.map(({ label }) => label) });
  };
  for (const [, close, name = '', attributes = '', text] of source.matchAll(tag)) {
    if (text !== undefined) say(decode(text));
    if (!name) continue;
    const lower = name.toLowerCase();
    if (!inline.has(lower)) say('\n');
    if (close) {
      const at = open.findLastIndex((element) => element.name === lower);
      if (at > 0) open.length = at;
    } else if (!empty.has(lower) && !attributes.endsWith('/')) {
      const lang = /\slang="([^"]*)"/.exec(attributes)?.[1] ?? open.at(-1)?.lang ?? '';
      const role = /\srole="([^"]*)"/.exec(attributes)?.[1];
      open.push({ name: lower, lang, label: role ? `${lower}[${role}]` : lower });
    }
  }
  return passages;
}

function decode(text: string): string {
  const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };
  return text.replace(/&(?:#(x?)([0-9a-f]+)|(\w+));/gi, (whole, hex: string, code: string, name: string) =>
    name ? (names[name] ?? whole) : String.fromCodePoint(Number.parseInt(code, hex ? 16 : 10)),
  );
}
