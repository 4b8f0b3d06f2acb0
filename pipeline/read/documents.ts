import { addTo, type Diagnostic, diagnose, type Settings, type SourceDocument, type Staged } from '../model/index.ts';
import { idFaults, sharedDocument } from './document.ts';
import { type Folder, type Listed, listFiles, readText } from './files.ts';
import { foreignSides } from './foreignSides.ts';
import { withParts } from './includes.ts';
import type { ReadingOptions } from './markdown.ts';
import { nameFaults, orderOf, placeOf, plainName } from './order.ts';
import { readPairsMap } from './pairsMap.ts';
import { type ReadFile, remembered } from './readFile.ts';
import { markdownName, nameOf, type SidePath } from './sides.ts';
import { inOrder } from './source.ts';
import { pairFiles, sideOf } from './twoFiles.ts';

const none: ReadonlyMap<string, SidePath> = new Map();

/**
 * Every `.md` under `source/`, in the publication's order. Two files of one language each become one document. A file
 * that another includes is no document, unless `documents:` lists it.
 */
export async function readDocuments(folder: Folder, settings: Settings | undefined): Promise<Staged<SourceDocument[]>> {
  const { memory } = folder;
  const listed = await listing(folder);
  const names = settings?.documents ?? [];
  const parsed = await readFiles(folder, listed.paths, { ...(settings?.html && { html: settings.html }) });
  const map = await readPairsMap(folder, listed.paths);
  const pairs = memory.same('pairs', map.value);
  const files = withoutParts(parsed.files, names);
  const foreign = folder.bare ? foreignSides(files) : none;
  const sides = new Map(
    files.flatMap((file) => {
      const side = memory.part(file.path).recall('side', [file, pairs, foreign], () => sideOf(file, pairs, foreign));
      return side ? [[side, file] as const] : [];
    }),
  );
  const single = new Set([...sides.values()]);
  const shared = files
    .filter((file) => !single.has(file))
    .map((file) => memory.part(file.path).recall('shared', [file], () => sharedDocument(file)));
  const paired = pairFiles(sides, { map: pairs, order: settings?.order ?? ['en', 'fr'], memory });
  const read = [...shared.map(({ document }) => document), ...paired.documents];
  const places = read.map((each) => memory.part(each.document.path).recall('place', [each], () => placeOf(each)));
  const kept = places.map((place) => memory.part(place.path).same('place', place));
  const ordered = memory.recall('order', [settings?.documents, ...kept], () => orderOf(kept, names));
  const found = [...parsed.diagnostics, ...shared.flatMap(({ diagnostics }) => diagnostics), ...read.flatMap(idFaults)];
  const inOrder = ordered.value.flatMap((at) => read[at] ?? []);
  const placed = ordered.value.flatMap((at) => kept[at] ?? []);
  return {
    value: inOrder.map(({ document }) => document),
    diagnostics: [
      ...listed.diagnostics,
      ...byFile(found, listed.paths),
      ...(listed.paths.length === 0 ? [noDocuments()] : []),
      ...map.diagnostics,
      ...paired.diagnostics,
      ...ordered.diagnostics,
      ...memory.recall('names', placed, () => nameFaults(placed)),
    ],
  };
}

function listing(folder: Folder): Promise<Listed> {
  const { memory } = folder;
  return memory.recall('listing', [memory.version('source/')], async () =>
    memory.same('listing', await listFiles(folder, 'source', folder.bare ? markdownName : /\.md$/i)),
  );
}

async function readFiles(folder: Folder, paths: readonly string[], options: ReadingOptions) {
  const parsed = new Map<string, ReadFile>();
  const diagnostics: Diagnostic[] = [];
  for (const path of paths) {
    const file = await readText(folder, path);
    diagnostics.push(...file.diagnostics);
    if (file.text !== undefined) parsed.set(path, remembered({ path, text: file.text }, folder, options));
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
