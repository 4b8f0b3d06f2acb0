import type { Heading, Root } from 'mdast';
import {
  alignBlocks,
  alignFiles,
  copyTree,
  type FileDoubt,
  type FilePair,
  type SideFile,
  textIn,
} from '../align/index.ts';
import { slugOf } from '../language/index.ts';
import {
  type Block,
  type Diagnostic,
  diagnose,
  type Language,
  type LanguageMap,
  languages,
  type Memory,
  otherLanguage,
  type Position,
  type SourceDocument,
  visit,
} from '../model/index.ts';
import { idOf, ownYaml, type ReadDocument } from './document.ts';
import { loneBlocks } from './lone.ts';
import { placedWaivers, placeIn, type ReadFile, titleFaults } from './readFile.ts';
import { nameOf, type SidePath, sidePath } from './sides.ts';
import { withWaivers } from './waivers.ts';

type Order = readonly [Language, Language];

interface Sides {
  readonly files: ReadonlyMap<SideFile, ReadFile>;
  readonly order: Order;
}

interface PairingOptions {
  /** Paths of files that belong together. */
  readonly map: readonly LanguageMap[];
  readonly order: Order;
  readonly memory: Memory;
}

/** A file that is one side, in a language; undefined when it is a document of both. */
export function sideOf(
  file: ReadFile,
  map: readonly LanguageMap[],
  foreign: ReadonlyMap<string, SidePath>,
): SideFile | undefined {
  const { path, tree, front } = file;
  const mapped = languages.find((language) => map.some((pair) => pair[language] === path));
  const byPath = foreign.get(path) ?? sidePath(path);
  if (!mapped && hasPairs(tree, foreign.has(path) || /\.(?:en|fr)\.[a-z]+$/i.test(path))) return undefined;
  const language = mapped ?? byPath?.language ?? (front.shared || front.other ? front.language : undefined);
  if (!language) return undefined;
  const name = nameOf(path);
  const key = byPath?.key ?? name;
  const names = [name, name.split('/').at(-1) ?? name, key.replace(/^(?:.*\/)?~\//, ''), ...front.names];
  const { shared, other } = front;
  return {
    path,
    language,
    key,
    names,
    blocks: tree.children as Block[],
    ...(shared && { shared }),
    ...(other && { other }),
  };
}

/** @param isNamed - Its own name says a language: a pair in a line does not make a document of both of it. */
function hasPairs(tree: Root, isNamed: boolean): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= node.type === 'pair' || (node.type === 'phrasingPair' && !isNamed);
  });
  return found;
}

/** Files in one language → documents in two. A file without its other side is a document all the same. */
export function pairFiles(
  files: ReadonlyMap<SideFile, ReadFile>,
  { map, order, memory }: PairingOptions,
): { documents: ReadDocument[]; diagnostics: Diagnostic[] } {
  const all = [...files.keys()];
  const { pairs, lone, doubts } = memory.recall('alignment', [map, ...all], () => alignFiles(all, map));
  const sides: Sides = { files, order };
  const paired = pairs.map((pair) =>
    memory
      .part(pair.en.path)
      .recall('paired', [pair.en, pair.fr, ...order, ...bothFiles(pair, files)], () => pairedDocument(pair, sides)),
  );
  const alone = lone.map(({ file, nearest }) =>
    memory
      .part(file.path)
      .recall('alone', [file, nearest, fileOf(file, files)], () => loneDocument(file, nearest, sides)),
  );
  const made = [...paired, ...alone];
  return {
    documents: withOwnIds(
      made.map(({ document }) => document),
      memory,
    ),
    diagnostics: [...doubts.map(doubtFound), ...made.flatMap(({ diagnostics }) => diagnostics)],
  };
}

interface Made {
  readonly document: ReadDocument;
  readonly diagnostics: Diagnostic[];
}

function pairedDocument(pair: FilePair, { files, order }: Sides): Made {
  const read = { en: placed(fileOf(pair.en, files)), fr: placed(fileOf(pair.fr, files)) };
  const [first, second] = [read[order[0]], read[order[1]]];
  const title = titleOf(read);
  const pairs = alignBlocks({ en: blocksOf(read.en), fr: blocksOf(read.fr) }, order);
  const { id: authored, modified, changes, order: place } = { ...second.front, ...first.front };
  const id = authored ?? idOf(pair[order[0]].key);
  const descriptions = bothOf(read.en.front.description?.en, read.fr.front.description?.fr);
  const document: SourceDocument = {
    id,
    slug: slugsOf(pair, read, authored ?? id),
    path: first.path,
    ...(title && { title }),
    ...(descriptions && { description: descriptions }),
    ...(changes && { changes }),
    ...(modified && { modified }),
    text: first.text,
    files: [second, ...first.included, ...second.included].map(({ path, text }) => ({ path, text })),
    tree: withWaivers(
      { type: 'root', children: pairs, ...(first.tree.position && { position: first.tree.position }) },
      [first, second].flatMap(placedWaivers),
    ),
    ...yamlOf(read, order),
  };
  const faults = authored === undefined ? [] : idFaults(first, second);
  return {
    document: { document, names: [pair.en, pair.fr].flatMap(namesOf), order: place, derived: authored === undefined },
    diagnostics: [
      ...(title ? [] : [first, second].flatMap(titleFaults)),
      ...faults,
      ...loneBlocks(pairs, { en: read.en.path, fr: read.fr.path }),
    ],
  };
}

/** What both front matters waive, and where their texts stand: each language's in its own file. */
function yamlOf(read: LanguageMap<ReadFile>, order: Order): Pick<SourceDocument, 'waivers' | 'places'> {
  const waivers = order.flatMap((language) => {
    const { front, path } = read[language];
    return (front.waivers ?? []).map((waiver) => ({ ...waiver, position: { ...waiver.position, path } }));
  });
  const places = languages.flatMap((language) => {
    const { front, path } = read[language];
    return ['title', 'description'].flatMap((key): [string, Position][] => {
      const position = front.places?.[`${key}.${language}`] ?? front.places?.[key];
      return position ? [[`${key}.${language}`, { ...position, path }]] : [];
    });
  });
  return {
    ...(waivers.length > 0 && { waivers }),
    ...(places.length > 0 && { places: Object.fromEntries(places) }),
  };
}

/** A copy whose positions say which file they are in. */
function placed(file: ReadFile): ReadFile {
  return { ...file, tree: placeIn(copyTree(file.tree), file.path) };
}

function blocksOf({ tree }: ReadFile): readonly Block[] {
  return tree.children as Block[];
}

function bothFiles({ en, fr }: FilePair, files: Sides['files']): readonly ReadFile[] {
  return [fileOf(en, files), fileOf(fr, files)];
}

function fileOf(side: SideFile, files: Sides['files']): ReadFile {
  const file = files.get(side);
  if (!file) throw new Error(`“${side.path}” was not read`);
  return file;
}

/** Each side's own words; where a side has none in front matter, those of its heading. */
function titleOf(read: LanguageMap<ReadFile>): LanguageMap | undefined {
  if (!read.en.front.title && !read.fr.front.title) return undefined;
  const of = (language: Language): string | undefined =>
    plainTitle(read[language].front.title?.[language]) ?? headingIn(read[language].tree, language);
  return bothOf(of('en'), of('fr'));
}

/** Other people's titles hold HTML; its tags say nothing that a title can. */
function plainTitle(title: string | undefined): string | undefined {
  return title?.replace(/<\/?[a-z][^<>]*>/gi, '');
}

function headingIn(tree: Root, language: Language): string | undefined {
  const heading = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  return heading && textIn(heading, language).trim();
}

/** One stands for both where the other is missing; that is told elsewhere. */
function bothOf(en: string | undefined, fr: string | undefined): LanguageMap | undefined {
  const [one, other] = [en || fr, fr || en];
  return one && other ? { en: one, fr: other } : undefined;
}

/** The address that each side states, else one after its own file's name where the names differ. */
function slugsOf(pair: FilePair, read: LanguageMap<ReadFile>, id: string): LanguageMap {
  const of = (language: Language): string => {
    const { front } = read[language];
    const own = idOf(pair[language].key);
    return front.slug?.[language] ?? (front.id === undefined && own !== '' ? own : id);
  };
  return { en: of('en'), fr: of('fr') };
}

function idFaults(first: ReadFile, second: ReadFile): Diagnostic[] {
  const [id, other] = [first.front.id, second.front.id];
  if (id === undefined || other === undefined || id === other) return [];
  const details = { variant: 'sides', id, other };
  return [diagnose('id-is-unique', { path: second.path, details, related: { path: first.path } })];
}

function loneDocument(side: SideFile, nearest: string | undefined, { files }: Sides): Made {
  const { path, text, tree, front, included } = fileOf(side, files);
  const { language, blocks } = side;
  const id = front.id ?? idOf(side.key);
  const title = bothOf(plainTitle(front.title?.[language]), undefined);
  const pairs = alignBlocks({ en: [], fr: [], [language]: blocks }, ['en', 'fr']);
  const document: SourceDocument = {
    id,
    slug: front.slug ?? { en: id, fr: id },
    path,
    ...(title && { title }),
    ...(front.description && { description: front.description }),
    ...(front.changes && { changes: front.changes }),
    ...(front.modified && { modified: front.modified }),
    text,
    ...(included.length > 0 && { files: included }),
    tree: { ...tree, children: pairs },
    ...ownYaml(front),
  };
  const details = {
    variant: nearest === undefined ? 'file' : 'file-near',
    language: otherLanguage(language),
    ...(nearest !== undefined && { nearest }),
  };
  return {
    document: { document, names: namesOf(side), order: front.order, derived: front.id === undefined },
    diagnostics: [diagnose('variant-present', { path, details })],
  };
}

function namesOf({ path, key }: SideFile): string[] {
  return [nameOf(path), key];
}

/** Files of one name in several folders are called after their folders too. */
function withOwnIds(documents: readonly ReadDocument[], memory: Memory): ReadDocument[] {
  const counts = new Map<string, number>();
  for (const { document } of documents) counts.set(document.id, (counts.get(document.id) ?? 0) + 1);
  return documents.map((read) => {
    const { document, derived, names } = read;
    if (!derived || counts.get(document.id) === 1) return read;
    const folders = (names[1] ?? '').split('/').filter((part) => part !== '~');
    const prefix = slugOf(folders.slice(0, -1).join('-'));
    const own = (name: string): string => (prefix ? `${prefix}-${name}` : name);
    return memory.part(document.path).recall('own id', [read, prefix], () => {
      const slug = { en: own(document.slug.en), fr: own(document.slug.fr) };
      return { ...read, document: { ...document, id: own(document.id), slug } };
    });
  });
}

function doubtFound({ kind, file, beside, other }: FileDoubt): Diagnostic {
  const variant = kind === 'unlike' && other !== undefined ? 'unlike-near' : kind;
  const details = {
    variant,
    ...(beside && { beside: beside.path }),
    ...(other !== undefined && { other: other.slice(0, 120) }),
  };
  return diagnose('files-correspond', {
    path: file.path,
    details,
    ...(kind === 'guessed' && { severity: 'info' }),
    ...(kind === 'married' && { severity: 'error' }),
    ...(beside && { related: { path: beside.path } }),
  });
}
