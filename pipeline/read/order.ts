import { type Diagnostic, diagnose, type LanguageMap, languages, type Staged } from '../model/index.ts';
import type { ReadDocument } from './document.ts';
import { byCodePoint } from './files.ts';
import { nearest } from './nearest.ts';

/** Addresses that an edition has for itself. The document id `glossary` is `assemble`'s to judge. */
const reserved = ['index', 'glossary'] as const;

/** What decides where a document stands and what it is called, apart from what it says. */
export interface DocumentPlace {
  readonly id: string;
  readonly slug: LanguageMap;
  readonly path: string;
  /** What `documents:` may call it. */
  readonly names: readonly string[];
  readonly order: number | undefined;
}

export function placeOf({ document: { id, slug, path }, names, order }: ReadDocument): DocumentPlace {
  return { id, slug, path, names, order };
}

/** Those that `documents:` lists, then those with an `order` of their own, then the rest by name: their numbers in `read`. */
export function orderOf(read: readonly DocumentPlace[], names: readonly string[]): Staged<readonly number[]> {
  const diagnostics: Diagnostic[] = [];
  const listed = new Set<DocumentPlace>();
  for (const name of names) {
    const plain = plainName(name);
    const found = read.find((each) => each.names.includes(plain)) ?? read.find((each) => each.id === plain);
    if (found) listed.add(found);
    if (found) continue;
    const near = nearest(
      plain,
      read.flatMap((each) => each.names),
    );
    const details = { variant: near ? 'document-near' : 'document', name, ...(near && { nearest: near }) };
    diagnostics.push(diagnose('config-is-valid', { path: 'source/publication.yaml', details }));
  }
  const rest = read
    .filter((each) => !listed.has(each))
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || byCodePoint(a.names[0] ?? '', b.names[0] ?? ''));
  const numbers = new Map(read.map((each, at) => [each, at]));
  return { value: [...listed, ...rest].flatMap((each) => numbers.get(each) ?? []), diagnostics };
}

/** A document's name as `documents:` may write it. */
export function plainName(name: string): string {
  return name.replace(/^\.?\//, '').replace(/^source\//, '');
}

/** Two documents of one id or one address, or one that takes an address which an edition has for itself. */
export function nameFaults(documents: readonly DocumentPlace[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const ids = new Map<string, DocumentPlace>();
  const slugs = languages.map((language) => ({ language, taken: new Map<string, DocumentPlace>() }));
  for (const document of documents) {
    const { path } = document;
    const sameId = ids.get(document.id.toLowerCase());
    if (sameId) {
      const details = { variant: 'document', id: document.id, other: sameId.path };
      diagnostics.push(diagnose('id-is-unique', { path, details, related: { path: sameId.path } }));
    } else ids.set(document.id.toLowerCase(), document);
    for (const { language, taken } of slugs) {
      const slug = document.slug[language];
      const other = taken.get(slug.toLowerCase());
      if (other && !sameId) {
        const details = { variant: 'slug', slug, language, other: other.path };
        diagnostics.push(diagnose('id-is-unique', { path, details, related: { path: other.path } }));
      }
      taken.set(slug.toLowerCase(), document);
    }
    for (const name of reserved) {
      if (document.id === 'glossary' || !languages.some((language) => document.slug[language].toLowerCase() === name))
        continue;
      diagnostics.push(diagnose('id-is-unique', { path, details: { variant: 'reserved', slug: name } }));
    }
  }
  return diagnostics;
}
