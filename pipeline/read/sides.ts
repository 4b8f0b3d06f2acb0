import type { Language } from '../model/index.ts';

/** What a file's path says of the language that it is in. */
export interface SidePath {
  readonly language: Language;
  /** The path without it: `guide/~/plan` of `source/guide/FR/plan.md`, `plan` of `source/plan.fr.md`. */
  readonly key: string;
}

/** Endings that Markdown has in other people's repositories. */
export const markdownName = /\.(?:md|markdown|mdown|mkdn?|mdwn)$/i;

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
