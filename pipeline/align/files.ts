import { slugOf } from '../language/index.ts';
import { addTo, type Block, type Language, type LanguageMap } from '../model/index.ts';
import { likeness, profileOf } from './profile.ts';

/** A file in one language that wants its other side. */
export interface SideFile {
  readonly path: string;
  readonly language: Language;
  /** Its path without what names the language: the same on both sides where files have the same names. */
  readonly key: string;
  /** A word that both sides' front matter has in common. */
  readonly shared?: string;
  /** What its front matter calls the other side: a name, a title, an address. */
  readonly other?: string;
  /** What another's front matter may call it. */
  readonly names: readonly string[];
  readonly blocks: readonly Block[];
}

/** By what a file was found: the first of these that leads to one. */
type FoundBy = 'map' | 'front-matter' | 'number' | 'name' | 'likeness';

export interface FilePair extends LanguageMap<SideFile> {
  readonly by: FoundBy;
}

/** What is doubtful about a pair, or about what a file says of its other side. */
export interface FileDoubt {
  /**
   * `unlike`: two files that have little in common. `one-way`: the other side names another file.
   * `absent`: no file is called so. `guessed`: only figures, links, code or ids that both have say that they belong
   * together. `married`: nothing does, but that they are built alike.
   */
  readonly kind: 'unlike' | 'one-way' | 'absent' | 'guessed' | 'married';
  readonly file: SideFile;
  /** The file that it stands against. */
  readonly beside?: SideFile;
  /** What it names, or a file that is more like it. */
  readonly other?: string;
}

export interface FileAlignment {
  readonly pairs: readonly FilePair[];
  /** Without another side; with the file that is likest. */
  readonly lone: readonly { readonly file: SideFile; readonly nearest?: string }[];
  readonly doubts: readonly FileDoubt[];
}

/** From here on two files are taken for each other's other side when nothing else says so. */
const alike = 0.5;
/** What one folder counts for beside how alike two files are. */
const sameFolder = 0.02;
/** Below, what says that they belong together is doubted: of 149 pairs of published pages the least alike had 0.42. */
const unlike = 0.4;

/**
 * Find the other side of each file: by the map, then front matter, then the number that its name begins with, then its
 * name, then likeness. What leads to a file is believed, and then checked.
 *
 * @param map - Paths of files that belong together.
 */
export function alignFiles(files: readonly SideFile[], map: readonly LanguageMap[]): FileAlignment {
  const pairs: FilePair[] = [];
  const free = new Set(files);
  const named = namedFiles(files);
  const take = (by: FoundBy, one: SideFile | undefined, other: SideFile | undefined): void => {
    if (!one || !other || one.language === other.language || !free.has(one) || !free.has(other)) return;
    free.delete(one);
    free.delete(other);
    pairs.push(one.language === 'en' ? { en: one, fr: other, by } : { en: other, fr: one, by });
  };
  const left = (language: Language): SideFile[] => [...free].filter((file) => file.language === language);
  const takeEqual = (by: FoundBy, keyOf: (file: SideFile) => string | undefined): void => {
    const french = uniqueBy(left('fr'), keyOf);
    for (const [key, file] of uniqueBy(left('en'), keyOf)) take(by, file, french.get(key));
  };

  for (const { en, fr } of map) take('map', pathed(files, en), pathed(files, fr));
  takeEqual('front-matter', ({ shared }) => shared);
  for (const [file, other] of named) if (named.get(other) === file) take('front-matter', file, other);
  for (const [file, other] of named) take('front-matter', file, other);
  takeEqual('number', numberOf);
  takeEqual('name', ({ key }) => key.toLowerCase());
  for (const [en, fr] of likest(left('en'), left('fr'))) take('likeness', en, fr);

  return {
    pairs,
    lone: [...free].map((file) => {
      const nearest = nearestTo(file, files, free);
      return { file, ...(nearest && { nearest: nearest.path }) };
    }),
    doubts: [
      ...pairs.flatMap((pair) => doubtsOf(pair, named, files)),
      ...[...free].filter((file) => file.other !== undefined && !named.has(file)).map(absent),
    ],
  };
}

function pathed(files: readonly SideFile[], path: string): SideFile | undefined {
  return files.find((file) => file.path === path);
}

/** Those whose key no other has. */
function uniqueBy(files: readonly SideFile[], keyOf: (file: SideFile) => string | undefined): Map<string, SideFile> {
  const found = new Map<string, SideFile | undefined>();
  for (const file of files) {
    const key = keyOf(file);
    if (key !== undefined) found.set(key, found.has(key) ? undefined : file);
  }
  return new Map([...found].flatMap(([key, file]) => (file ? [[key, file]] : [])));
}

/** The folder and the number that the name begins with: `standards/07`. */
function numberOf({ key }: SideFile): string | undefined {
  const [, folder = '', digits] = /^(.*\/)?0*(\d+)(?![\d.])[^/]*$/.exec(key) ?? [];
  return digits === undefined ? undefined : folder.toLowerCase() + digits;
}

/** What each file's front matter names, where a file of the other language is called so: one of its folder before others. */
function namedFiles(files: readonly SideFile[]): Map<SideFile, SideFile> {
  const names = new Map<string, SideFile[]>();
  for (const file of files) {
    for (const name of new Set(file.names.map(plainName))) addTo(names, name, file);
  }
  return new Map(
    files.flatMap((file): [SideFile, SideFile][] => {
      const name = plainName(file.other ?? '');
      const called = name ? (names.get(name) ?? []).filter(({ language }) => language !== file.language) : [];
      const near = called.filter((other) => folderOf(other) === folderOf(file));
      const [other, another] = near.length > 0 ? near : called;
      return other && !another ? [[file, other]] : [];
    }),
  );
}

function folderOf({ key }: SideFile): string {
  return key.replace(/[^/]*$/, '').toLowerCase();
}

/** A name, title or address without what is written differently from place to place. */
function plainName(name: string): string {
  return slugOf(
    name
      .replace(/<[^>]*>/g, '')
      .replace(/[?#].*$/s, '')
      .replace(/\.(?:md|markdown|mdown|mkdn?|mdwn|html?)$/i, ''),
  );
}

/** Pairs of files that are each other's likest, the surest first: what both say comes before how they are built. */
function likest(en: readonly SideFile[], fr: readonly SideFile[]): [SideFile, SideFile][] {
  const scores = en.map((one) =>
    fr.map((other) => {
      const score = filesAlike(one, other);
      if (score < alike) return score;
      const near = folderOf(one) === folderOf(other) ? sameFolder : 0; // of two that are as like
      return (isVouchedFor(one, other) ? 1 : 0) + score + near;
    }),
  );
  const best = (row: readonly number[]): number =>
    row.reduce((most, score, at) => (score > (row[most] ?? 0) ? at : most), 0);
  return scores
    .flatMap((row, i) => {
      const j = best(row);
      const score = row[j] ?? 0;
      const back = best(scores.map((other) => other[j] ?? 0));
      const [one, other] = [en[i], fr[j]];
      return one && other && back === i && score >= alike
        ? [{ score, pair: [one, other] as [SideFile, SideFile] }]
        : [];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ pair }) => pair);
}

/** What of a file another language's version has too. */
interface Traits {
  readonly headings: readonly string[];
  readonly shapes: readonly string[];
  /** Figures, links and code. */
  readonly signs: readonly string[];
  readonly length: number;
  /** As the author named blocks. */
  readonly ids: readonly string[];
}

const traits = new WeakMap<SideFile, Traits>();

function traitsOf(file: SideFile): Traits {
  const known = traits.get(file);
  if (known) return known;
  const profiles = file.blocks.map((block) => profileOf(block, file.language));
  const made: Traits = {
    headings: profiles.flatMap(({ heading, shape }) => (heading ? [shape] : [])),
    shapes: profiles.map(({ shape }) => shape),
    signs: profiles.flatMap(({ numbers, marks }) => [...numbers, ...marks.filter((mark) => mark !== '')]),
    length: profiles.reduce((sum, { length }) => sum + length, 0),
    ids: profiles.flatMap(({ id }) => id ?? []),
  };
  traits.set(file, made);
  return made;
}

/** From 0 to 1: figures, links and code count most, then headings and blocks, then length. */
function filesAlike(one: SideFile, other: SideFile): number {
  const [a, b] = [traitsOf(one), traitsOf(other)];
  const parts: [number | undefined, number][] = [
    [likeness(a.signs, b.signs), 4],
    [a.ids.length > 0 && b.ids.length > 0 ? likeness(a.ids, b.ids) : undefined, 4],
    [likeness(a.headings, b.headings), 1],
    [likeness(a.shapes, b.shapes), 1],
    [Math.min(a.length + 1, b.length + 1) / Math.max(a.length + 1, b.length + 1), 2],
  ];
  const said = parts.flatMap(([value, weight]) => (value === undefined ? [] : [{ value, weight }]));
  const weight = said.reduce((sum, part) => sum + part.weight, 0);
  return said.reduce((sum, part) => sum + part.value * part.weight, 0) / weight;
}

/**
 * Two files are not one document because each has a heading and a paragraph: something in them that is the same in every
 * language must say so. A small number says little: the most of them must agree.
 */
function isVouchedFor(one: SideFile, other: SideFile): boolean {
  const [a, b] = [traitsOf(one), traitsOf(other)];
  const shared = [...new Set(a.signs)].filter((sign) => b.signs.includes(sign));
  const telling = shared.some((sign) => sign.length >= 3);
  const isOneName = a.ids.some((id) => b.ids.includes(id));
  return (
    isOneName ||
    namesAgree(one.key, other.key) ||
    ((telling || shared.length >= 2) && (likeness(a.signs, b.signs) ?? 0) >= alike)
  );
}

/** `organization` and `organisation`: names that hardly differ. */
function namesAgree(one: string, other: string): boolean {
  const [a = '', b = ''] = [one, other].map((key) => slugOf(key.split('/').at(-1) ?? ''));
  const shortest = Math.min(a.length, b.length);
  let start = 0;
  while (start < shortest && a[start] === b[start]) start++;
  let end = 0;
  while (end < shortest - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return start >= 5 && start + end > 0.8 * Math.max(a.length, b.length);
}

function nearestTo(file: SideFile, files: readonly SideFile[], free: ReadonlySet<SideFile>): SideFile | undefined {
  const others = files.filter(({ language }) => language !== file.language);
  const score = (other: SideFile): number => filesAlike(file, other) + (free.has(other) ? 0.25 : 0);
  return others.reduce<SideFile | undefined>(
    (best, other) => (!best || score(other) > score(best) ? other : best),
    undefined,
  );
}

function doubtsOf(
  { en, fr, by }: FilePair,
  named: ReadonlyMap<SideFile, SideFile>,
  files: readonly SideFile[],
): FileDoubt[] {
  const doubts: FileDoubt[] = [];
  for (const [file, beside] of by === 'map' ? [] : [[en, fr] as const, [fr, en] as const]) {
    const other = named.get(file);
    if (file.other !== undefined && !other) doubts.push(absent(file));
    else if (other && other !== beside) doubts.push({ kind: 'one-way', file, beside, other: other.path });
  }
  if (by === 'likeness') doubts.push({ kind: isVouchedFor(en, fr) ? 'guessed' : 'married', file: en, beside: fr });
  if (filesAlike(en, fr) >= unlike || doubts.some(({ kind }) => kind === 'married')) return doubts;
  const nearest = nearestTo(en, files, new Set());
  return [
    ...doubts,
    { kind: 'unlike', file: en, beside: fr, ...(nearest && nearest !== fr && { other: nearest.path }) },
  ];
}

function absent(file: SideFile): FileDoubt {
  return { kind: 'absent', file, other: file.other ?? '' };
}
