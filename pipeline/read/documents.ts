import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { slugOf } from '../language/index.ts';
import {
  type Diagnostic,
  diagnose,
  languages,
  type Settings,
  type SourceDocument,
  type Staged,
} from '../model/index.ts';
import { byCodePoint, type Folder, listFiles, readText } from './files.ts';
import { readFrontMatter } from './frontMatter.ts';
import { isSafeName } from './ids.ts';
import { parseSource } from './markdown.ts';
import { nearest } from './nearest.ts';
import { inOrder } from './source.ts';

interface ReadDocument {
  readonly document: SourceDocument;
  /** Path under `source/`, without `.md`: what `documents:` calls it. */
  readonly name: string;
  readonly order: number | undefined;
}

/** Addresses that an edition has for itself. The document id `glossary` is `assemble`'s to judge. */
const reserved = ['index', 'glossary'] as const;

/** Every `.md` under `source/`, in the publication's order. */
export async function readDocuments(folder: Folder, settings: Settings | undefined): Promise<Staged<SourceDocument[]>> {
  const listed = await listFiles(folder, 'source', '.md');
  const diagnostics: Diagnostic[] = [...listed.diagnostics];
  const read: ReadDocument[] = [];
  for (const path of listed.paths) {
    const file = await readText(folder, path);
    diagnostics.push(...file.diagnostics);
    if (file.text === undefined) continue;
    const one = readDocument(file.text, path);
    diagnostics.push(...one.diagnostics);
    read.push(one.value);
  }
  if (listed.paths.length === 0) {
    diagnostics.push(
      diagnose('config-is-valid', { path: 'source/publication.yaml', details: { variant: 'no-documents' } }),
    );
  }
  const ordered = inPublicationOrder(read, settings?.documents ?? []);
  diagnostics.push(...ordered.diagnostics, ...nameFaults(ordered.value));
  return { value: ordered.value, diagnostics };
}

/** @param text - Without a byte-order mark. */
function readDocument(text: string, path: string): Staged<ReadDocument> {
  const { value, diagnostics: found } = parseSource(text, path);
  const source = { path, text, diagnostics: [...found] };
  const front = readFrontMatter(value.frontMatter, source);
  const name = path.replace(/^source\//, '').replace(/\.md$/i, '');
  const id = front.id ?? idOf(name);
  if (!front.title && !hasTitle(value.tree)) {
    source.diagnostics.push(diagnose('front-matter-is-valid', { path, details: { variant: 'no-title' } }));
  }
  if (!isSafeName(id)) {
    source.diagnostics.push(diagnose('front-matter-is-valid', { path, details: { variant: 'no-id', name } }));
  }
  const { title, description, modified, order } = front;
  const document: SourceDocument = {
    id,
    slug: front.slug ?? { en: id, fr: id },
    path,
    ...(title && { title }),
    ...(description && { description }),
    ...(modified && { modified }),
    text,
    tree: value.tree,
  };
  return { value: { document, name, order }, diagnostics: inOrder(source.diagnostics) };
}

/** The file's own name; where it could not be an address, what is left of it in plain letters. */
function idOf(name: string): string {
  const own = name.split('/').at(-1) ?? name;
  return isSafeName(own) ? own : slugOf(own);
}

function hasTitle(tree: Root): boolean {
  let found = false;
  visit(tree, 'heading', ({ depth }) => {
    found ||= depth === 1;
  });
  return found;
}

/** Those that `documents:` lists, then those with an `order` of their own, then the rest by name. */
function inPublicationOrder(read: readonly ReadDocument[], names: readonly string[]): Staged<SourceDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const listed: ReadDocument[] = [];
  for (const name of names) {
    const plain = name.replace(/^\.?\//, '').replace(/^source\//, '');
    const found = read.find((each) => each.name === plain) ?? read.find((each) => each.document.id === plain);
    if (found && !listed.includes(found)) listed.push(found);
    if (found) continue;
    const near = nearest(
      plain,
      read.map((each) => each.name),
    );
    const details = { variant: near ? 'document-near' : 'document', name, ...(near && { nearest: near }) };
    diagnostics.push(diagnose('config-is-valid', { path: 'source/publication.yaml', details }));
  }
  const rest = read
    .filter((each) => !listed.includes(each))
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || byCodePoint(a.name, b.name));
  return { value: [...listed, ...rest].map(({ document }) => document), diagnostics };
}

/** Two documents of one id or one address, or one that takes an address which an edition has for itself. */
function nameFaults(documents: readonly SourceDocument[]): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const ids = new Map<string, SourceDocument>();
  const slugs = languages.map((language) => ({ language, taken: new Map<string, SourceDocument>() }));
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
