import { type Language, type LanguageMap, otherLanguage } from '../../model/index.ts';

/** An address apart from the language it is written for. */
export interface Address {
  /** Scheme, `www.`, case of the host, escapes and a last slash set aside: equal for what is the very same address. */
  readonly plain: string;
  /** As `plain`, the marks of its own side's language taken out: equal for the two languages of one page. */
  readonly neutral: string;
  /** It has marks of its own side's language. */
  readonly marked: boolean;
  /** It has marks of the other language. */
  readonly foreign: boolean;
  /** Host without marks, empty for what has none; `site` is its last two labels. */
  readonly host: string;
  readonly site: string;
  /** Steps of the path. */
  readonly steps: number;
  /** After `?`, without marks. */
  readonly query: string;
  /** After `#`. */
  readonly anchor: string;
}

/** How an address says its language. Each form was met in the wild. */
const marks: LanguageMap<{ readonly word: string; readonly letter: string }> = {
  en: { word: 'en|eng|english|anglais|en[-_](?:ca|us|gb)', letter: 'e' },
  fr: { word: 'fr|fra|fre|francais|français|french|fr[-_](?:ca|fr)', letter: 'f' },
};

interface MarkPatterns {
  /** First label of a host: `fr.wikipedia.org`. */
  readonly host: RegExp;
  /** A whole step of a path: `/fr/`. */
  readonly step: RegExp;
  /** A part of a step: `page-fra.html`, `page_f.asp`, `page.fr.md`, `pagefra.asp`. */
  readonly part: RegExp;
  /** `?lang=fra`, `&cm_locale=fr`. */
  readonly query: RegExp;
}

const patterns: LanguageMap<MarkPatterns> = { en: patternsOf('en'), fr: patternsOf('fr') };

function patternsOf(language: Language): MarkPatterns {
  const { word, letter } = marks[language];
  const long = word.split('|')[1] ?? word;
  return {
    host: new RegExp(`^(?:${word})\\.`),
    step: new RegExp(`^(?:${word})$`, 'i'),
    part: new RegExp(
      `[-_.](?:${word})(?=[-_.]|$)|^(?:${word})(?=[-_.])|[-_.](?:${letter})(?=\\.\\w+$)|(?<=[a-z])${long}(?=\\.\\w+$)|^${long}(?=\\.\\w+$)`,
      'i',
    ),
    query: new RegExp(`[?&](?:\\w*(?:lang|langue|language|locale)|lng|lc|hl|l)=(?:${word}|${letter})(?=&|$)`, 'gi'),
  };
}

/**
 * @param own - Marks that the publication adds, for addresses such as `/english/` ↔ `/francais/`.
 */
export function addressOf(url: string, language: Language, own: readonly LanguageMap[]): Address {
  const plain = plainOf(url);
  const [, authority = '', rest = ''] = /^(?:\/\/([^/?#]*))?(.*)$/s.exec(plain) ?? [];
  const [, path = '', query = '', anchor = ''] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(rest) ?? [];
  const mark = patterns[language];
  const [place, isNamed] = neutralHost(authority.replace(mark.host, ''), language);
  const host = place.split('.').map(sorted).join('.');
  const written = path.split('/').filter((step) => step !== '');
  const steps = withoutOwnMarks(written, language, own)
    .filter((step) => !mark.step.test(step))
    .map((step) => step.replace(mark.part, ''));
  const asked = query.replace(mark.query, (found) => (found.startsWith('?') ? '?' : '')).replace(/^\?&?$/, '');
  const neutral = [host, ...steps].join('/') + asked.replace(/^\?&/, '?') + (anchor && `#${anchor}`);
  const whole = [authority.split('.').map(sorted).join('.'), ...written].join('/') + query + (anchor && `#${anchor}`);
  return {
    plain,
    neutral,
    marked: isNamed || neutral !== whole,
    foreign: isForeign({ authority, written, query }, otherLanguage(language)),
    host,
    site: host.split('.').slice(-2).join('.'),
    steps: steps.length,
    query: asked,
    anchor,
  };
}

/** Leads to a page in that language, as far as its host, a whole step or its query says. */
function isForeign(
  parts: { readonly authority: string; readonly written: readonly string[]; readonly query: string },
  language: Language,
): boolean {
  const { host, step, query } = patterns[language];
  return host.test(parts.authority) || parts.written.some((each) => step.test(each)) || parts.query.search(query) >= 0;
}

/** Sites of the Government of Canada that have a name in each language: [English, French]. */
const namedHosts: readonly (readonly [en: string, fr: string])[] = [
  ['accessible', 'accessibilite'],
  ['buyandsell', 'achatsetventes'],
  ['canadabuys', 'achatscanada'],
  ['design', 'conception'],
  ['digital', 'numerique'],
  ['open', 'ouvert'],
  ['pm', 'premierministre'],
];

/** Sites that go by two hosts. */
const movedHosts: readonly (readonly [from: RegExp, to: string])[] = [
  [/(?<=^|\.)gc\.ca$/, 'canada.ca'],
  [/(?<=^|\.)office\.com$/, 'microsoft.com'],
  [/^w3c\.github\.io$/, 'w3.org'],
];

/** The host as both languages may call it, and whether its name was one language's own. */
function neutralHost(host: string, language: Language): [host: string, named: boolean] {
  const place = movedHosts.reduce((rest, [from, to]) => rest.replace(from, to), host);
  const [first = '', ...rest] = place.split('.');
  const found =
    rest.join('.') === 'canada.ca' && namedHosts.find(([en, fr]) => first === (language === 'en' ? en : fr));
  return found ? [[found[0], ...rest].join('.'), true] : [place, false];
}

/** Takes out what the publication says that its addresses are marked with. */
function withoutOwnMarks(steps: readonly string[], language: Language, own: readonly LanguageMap[]): readonly string[] {
  if (own.length === 0) return steps;
  const path = `/${steps.join('/')}/`;
  const found = own.find((each) => each[language] !== '' && path.includes(each[language]));
  return found
    ? path
        .replace(found[language], '/')
        .split('/')
        .filter((step) => step !== '')
    : steps;
}

function plainOf(url: string): string {
  const decoded = decode(url.trim()).replaceAll('\u2019', "'");
  const [, host, rest = ''] = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)(.*)$/is.exec(decoded) ?? [];
  const path = host === undefined ? decoded.replace(/^(?:\.?\/)+/, '') : rest;
  const tidy = path.replace(/\/(?=[?#]|$)/, '').replace(/#$/, '');
  return host === undefined ? tidy : `//${host.toLowerCase()}${tidy}`;
}

function decode(url: string): string {
  try {
    return decodeURIComponent(url).normalize('NFC');
  } catch {
    return url;
  }
}

/** `laws-lois` is `lois-laws`. */
function sorted(label: string): string {
  return label.split('-').sort().join('-');
}

type Agree = (en: Address, fr: Address) => boolean;

/** Where the names of pages are translated: neither leads to the other's language, and all else is as it was. */
const own =
  (agree: Agree): Agree =>
  (en, fr) =>
    !en.foreign && !fr.foreign && sameQuery(en, fr) && !isSlip(en.neutral, fr.neutral) && agree(en, fr);

/** What both ask for, they ask alike. */
const sameQuery: Agree = (en, fr) => {
  const [one, two] = [new URLSearchParams(en.query), new URLSearchParams(fr.query)];
  return [...one].every(([name, value]) => !two.has(name) || two.get(name) === value);
};

/** Equal but for one number: no translation. */
function isSlip(en: string, fr: string): boolean {
  let start = 0;
  while (start < en.length && en[start] === fr[start]) start++;
  let end = 0;
  while (end < Math.min(en.length, fr.length) - start && en.at(-1 - end) === fr.at(-1 - end)) end++;
  const left = en.slice(start, en.length - end) + fr.slice(start, fr.length - end);
  return start + end > 0 && /^\d+$/.test(left);
}

const sameAnchor: Agree = (en, fr) => en.anchor === '' || fr.anchor === '' || en.anchor === fr.anchor;

/** Each language has its own film. */
const films: ReadonlySet<string> = new Set(['youtube.com', 'youtu.be', 'vimeo.com']);

/** From the surest to the least: equal; equal but for the language; pages whose names are translated; films. */
export const agreements: readonly Agree[] = [
  (en, fr) => en.plain === fr.plain,
  (en, fr) => en.neutral === fr.neutral,
  own((en, fr) => en.marked && fr.marked && en.site === fr.site && en.steps === fr.steps),
  own((en, fr) => (en.marked || fr.marked) && en.host !== '' && en.host === fr.host && sameAnchor(en, fr)),
  own((en, fr) => en.marked && fr.marked && en.site === fr.site && en.anchor !== '' && en.anchor === fr.anchor),
  (en, fr) => films.has(en.site) && films.has(fr.site),
];
