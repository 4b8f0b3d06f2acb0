import {
  addTo,
  type Diagnostic,
  diagnose,
  languages,
  type Settings,
  type SourceDocument,
  type Staged,
} from '../model/index.ts';
import { idFaults, type ReadDocument, sharedDocument } from './document.ts';
import { byCodePoint, type Folder, listFiles, readText } from './files.ts';
import { withOurFences } from './foreignFences.ts';
import { foreignSides } from './foreignSides.ts';
import { withParts } from './includes.ts';
import type { ReadingOptions } from './markdown.ts';
import { nearest } from './nearest.ts';
import { readPairsMap } from './pairsMap.ts';
import { parseFile, type ReadFile } from './readFile.ts';
import { markdownName, nameOf, type SidePath } from './sides.ts';
import { inOrder } from './source.ts';
import { pairFiles, sideOf } from './twoFiles.ts';

/** Addresses that an edition has for itself. The document id `glossary` is `assemble`'s to judge. */
const reserved = ['index', 'glossary'] as const;

/**
 * Every `.md` under `source/`, in the publication's order. Two files of one language each become one document. A file
 * that another includes is no document, unless `documents:` lists it.
 */
export async function readDocuments(folder: Folder, settings: Settings | undefined): Promise<Staged<SourceDocument[]>> {
  const listed = await listFiles(folder, 'source', folder.bare ? markdownName : /\.md$/i);
  const names = settings?.documents ?? [];
  const parsed = await readFiles(folder, listed.paths, { ...(settings?.html && { html: settings.html }) });
  const map = await readPairsMap(folder, listed.paths);
  const files = withoutParts(parsed.files, names);
  const foreign = folder.bare ? foreignSides(files) : new Map<string, SidePath>();
  const sides = new Map(
    files.flatMap((file) => {
      const side = sideOf(file, map.value, foreign);
      return side ? [[side, file] as const] : [];
    }),
  );
  const single = new Set([...sides.values()]);
  const shared = files.filter((file) => !single.has(file)).map(sharedDocument);
  const paired = pairFiles(sides, map.value, settings?.order ?? ['en', 'fr']);
  const read = [...shared.map(({ document }) => document), ...paired.documents];
  const ordered = inPublicationOrder(read, names);
  const found = [...parsed.diagnostics, ...shared.flatMap(({ diagnostics }) => diagnostics), ...read.flatMap(idFaults)];
  return {
    value: ordered.value,
    diagnostics: [
      ...listed.diagnostics,
      ...byFile(found, listed.paths),
      ...(listed.paths.length === 0 ? [noDocuments()] : []),
      ...map.diagnostics,
      ...paired.diagnostics,
      ...ordered.diagnostics,
      ...nameFaults(ordered.value),
    ],
  };
}

async function readFiles(folder: Folder, paths: readonly string[], options: ReadingOptions) {
  const parsed = new Map<string, ReadFile>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const file = await readText(folder, path);
    diagnostics.push(...file.diagnostics);
    if (file.text === undefined) continue;
    const text = folder.bare ? withOurFences(file.text) : file.text;
    parsed.set(path, parseFile(text, path, options));
  }
  const files: ReadFile[] = [];
  for (const file of [...parsed.values()]) files.push(await withParts(file, folder, { files: parsed, options }));
  return { files, diagnostics: [...diagnostics, ...files.flatMap((file) => file.diagnostics)] };
}

/** Parts of other files are no documents. */
function withoutParts(files: readonly ReadFile[], names: readonly string[]): ReadFile[] {
  const parts = new Set(files.flatMap(({ included }) => included.map(({ path }) => path)));
  return files.filter(({ path }) => !parts.has(path) || names.some((name) => plainName(name) === nameOf(path)));
}

/** What was found in each file together, in the order of its lines; files in theirs. */
function byFile(found: readonly Diagnostic[], paths: readonly string[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>(paths.map((path) => [path, []]));
  for (const one of found) addTo(groups, one.path, one);
  return [...groups.values()].flatMap((group) => inOrder(group));
}

function noDocuments(): Diagnostic {
  return diagnose('config-is-valid', { path: 'source/publication.yaml', details: { variant: 'no-documents' } });
}

/** Those that `documents:` lists, then those with an `order` of their own, then the rest by name. */
function inPublicationOrder(read: readonly ReadDocument[], names: readonly string[]): Staged<SourceDocument[]> {
  const diagnostics: Diagnostic[] = [];
  const listed: ReadDocument[] = [];
  for (const name of names) {
    const plain = plainName(name);
    const found = read.find((each) => each.names.includes(plain)) ?? read.find((each) => each.document.id === plain);
    if (found && !listed.includes(found)) listed.push(found);
    if (found) continue;
    const near = nearest(
      plain,
      read.flatMap((each) => each.names),
    );
    const details = { variant: near ? 'document-near' : 'document', name, ...(near && { nearest: near }) };
    diagnostics.push(diagnose('config-is-valid', { path: 'source/publication.yaml', details }));
  }
  const rest = read
    .filter((each) => !listed.includes(each))
    .sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity) || byCodePoint(a.names[0] ?? '', b.names[0] ?? ''));
  return { value: [...listed, ...rest].map(({ document }) => document), diagnostics };
}

/** A document's name as `documents:` may write it. */
function plainName(name: string): string {
  return name.replace(/^\.?\//, '').replace(/^source\//, '');
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
