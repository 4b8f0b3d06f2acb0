import type { Language, LanguageMap } from '../../model/index.ts';

/** An address apart from the language it is written for. */
export interface Address {
  /** Scheme, `www.`, case of the host, escapes and a last slash set aside: equal for what is the very same address. */
  readonly plain: string;
  /** As `plain`, the marks of its own side's language replaced: equal for the two languages of one page. */
  readonly neutral: string;
  /** It has marks of its own side's language. */
  readonly marked: boolean;
  /** What must be equal even if the page's name is translated: host, and number of steps in the path. */
  readonly frame: string;
}

/** How an address says its language. Each entry was met in the wild. */
const marks: LanguageMap<{ host: RegExp; step: RegExp; end: RegExp; query: RegExp }> = {
  en: {
    host: /^(?:en|eng|english)(?=\.)/,
    step: /^(?:en|eng|english|en[-_](?:ca|us|gb)|anglais)$/,
    end: /(?:^|(?<=[-_.]))(?:en|eng|english|e)(?=(?:\.\w+)?$)|(?:^|(?<=[a-z]))eng(?=\.\w+$)/,
    query: /(?<=[?&](?:\w*lang(?:uage|ue)?|lng|lc|hl|locale|l)=)(?:en|eng|english|e|en[-_]ca)(?=&|$)/,
  },
  fr: {
    host: /^(?:fr|fra|fre|francais|french)(?=\.)/,
    step: /^(?:fr|fra|fre|francais|français|french|fr[-_](?:ca|fr))$/,
    end: /(?:^|(?<=[-_.]))(?:fr|fra|fre|francais|français|french|f)(?=(?:\.\w+)?$)|(?:^|(?<=[a-z]))fra(?=\.\w+$)/,
    query: /(?<=[?&](?:\w*lang(?:uage|ue)?|lng|lc|hl|locale|l)=)(?:fr|fra|fre|french|francais|f|fr[-_]ca)(?=&|$)/,
  },
};

/** Stands for a mark of language. */
const mark = '{language}';

/**
 * @param own - Marks that the publication adds, for addresses such as `/english/` ↔ `/francais/`.
 */
export function addressOf(url: string, language: Language, own: readonly LanguageMap[]): Address {
  const plain = plainOf(url);
  const [, host = '', path = '', query = '', anchor = ''] = /^([^/?#]*)([^?#]*)(\?[^#]*)?(#.*)?$/.exec(plain) ?? [];
  const { host: hostMark, step, end, query: queryMark } = marks[language];
  const [replaced, isOwn] = withOwnMarks(path, language, own);
  const steps = replaced.split('/').map((each) => {
    const lower = each.toLowerCase();
    if (step.test(lower)) return mark;
    const at = end.exec(lower);
    return at ? each.slice(0, at.index) + mark + each.slice(at.index + at[0].length) : each;
  });
  const frameHost = host.replace(hostMark, mark).split('.').map(sorted).join('.');
  const frameQuery = query.replace(queryMark, mark);
  const neutral = frameHost + steps.join('/') + frameQuery + anchor;
  return {
    plain,
    neutral,
    marked: isOwn || neutral.includes(mark),
    frame: `${frameHost} ${steps.filter((each) => each !== '').length}`,
  };
}

/** Replaces what the publication says that its addresses are marked with. */
function withOwnMarks(path: string, language: Language, own: readonly LanguageMap[]): [path: string, found: boolean] {
  const found = own.find((each) => each[language] !== '' && path.includes(each[language]));
  return found ? [path.replace(found[language], mark), true] : [path, false];
}

function plainOf(url: string): string {
  const decoded = decode(url.trim()).replaceAll('\u2019', "'");
  const [, host, rest = ''] = /^(?:https?:)?\/\/(?:www\.)?([^/?#]+)(.*)$/is.exec(decoded) ?? [];
  const own = host === undefined ? decoded : host.toLowerCase() + rest;
  return own.replace(/\/(?=[?#]|$)/, '').replace(/(?<=.)#$/, '');
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
