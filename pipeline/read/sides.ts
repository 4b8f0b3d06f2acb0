import type { Language } from '../model/index.ts';

/** What a file's path says of the language that it is in. */
export interface SidePath {
  readonly language: Language;
  /** The path without it: `guide/~/plan` of `source/guide/FR/plan.md`, `plan` of `source/plan.fr.md`. */
  readonly key: string;
}

/** Endings that Markdown has in other people's repositories. */
export const markdownEndings = ['md', 'markdown', 'mdown', 'mkd', 'mkdn', 'mdwn'] as const;
export const markdownName = new RegExp(`\\.(?:${markdownEndings.join('|')})$`, 'i');

const suffix = /^(.+)\.(en|fr)(?:-[a-z]{2})?$/i;
const folder = /^(en|fr)(?:-[a-z]{2})?$/i;

/** `plan.en.md`, and files in a folder `en` or `fr`, of whatever case: one side. Undefined for a file of both. */
export function sidePath(path: string): SidePath | undefined {
  const name = nameOf(path);
  const [, bare, ending] = suffix.exec(name) ?? [];
  if (bare !== undefined && ending !== undefined) return { language: languageIn(ending), key: bare };
  const parts = name.split('/');
  const at = parts.slice(0, -1).findIndex((part) => folder.test(part));
  if (at < 0) return undefined;
  const [, language = ''] = folder.exec(parts[at] ?? '') ?? [];
  return { language: languageIn(language), key: parts.with(at, '~').join('/') };
}

/** Path under `source/`, without its ending: what `documents:` calls a document. */
export function nameOf(path: string): string {
  return path.replace(/^source\//, '').replace(markdownName, '');
}

function languageIn(part: string): Language {
  return part.toLowerCase() === 'fr' ? 'fr' : 'en';
}

/** A side in one of other people's forms. */
export interface MarkedPath extends SidePath {
  /** The path without the mark and without its ending. */
  readonly bare: string;
  /** What all files have in common that one mark stands for: a folder's, else the name without it. */
  readonly group: string;
  /** Marked by a letter, which may mean anything. */
  readonly isLetter: boolean;
}

const code = '(?:(?<en>en|eng|english|anglais)|(?<fr>fr|fra|fre|french|fran[cç]ais|franc\u0327ais))(?:[-_][a-z]{2})?';
const wholeName = new RegExp(`^${code}$`, 'i');
const endOfName = new RegExp(`^(?<stem>.+)[._-]${code}$`, 'i');
const letterAtEnd = /^(?<stem>.+)[-_](?:(?<en>e)|(?<fr>f))$/i;

/** What names a language in a path, in our form or another: a folder, or the end of a folder's name or of the file's. */
export function markedPath(path: string): MarkedPath | undefined {
  const parts = nameOf(path).split('/');
  const last = parts.length - 1;
  for (const [at, part] of parts.entries()) {
    const found = at < last ? (wholeName.exec(part) ?? endOfName.exec(part)) : undefined;
    if (found) {
      const { stem = '', fr } = found.groups ?? {};
      const key = parts.with(at, `${stem}~`);
      const bare = stem === '' ? parts.toSpliced(at, 1) : parts.with(at, stem);
      return {
        language: fr ? 'fr' : 'en',
        key: key.join('/'),
        bare: bare.join('/'),
        group: `${key.slice(0, at + 1).join('/')}/`,
        isLetter: false,
      };
    }
  }
  const letter = letterAtEnd.exec(parts[last] ?? '');
  const found = endOfName.exec(parts[last] ?? '') ?? letter;
  if (!found) return undefined;
  const key = parts.with(last, found.groups?.stem ?? '').join('/');
  const isLetter = found === letter;
  return { language: found.groups?.fr ? 'fr' : 'en', key, bare: key, group: key, isLetter };
}
