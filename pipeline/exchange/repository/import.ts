import type { Pair, Root } from 'mdast';
import { textIn } from '../../align/index.ts';
import { applyEdits, type TextEdit } from '../../edit/index.ts';
import {
  type Language,
  type LanguageMap,
  languages,
  pointsIn,
  type SourceDocument,
  type SourceFile,
} from '../../model/index.ts';
import { markdownName, markedPath, parseDocument } from '../../read/index.ts';
import { pairedText } from '../paired.ts';
import { type Facing, facingStretches, frontMatterEnd } from '../stretches.ts';
import { headingsIn, movedAnchors } from './anchors.ts';
import { emptyAnchors } from './emptyAnchors.ts';
import { frontMatterText } from './frontMatter.ts';
import { raisedHeadings } from './headings.ts';
import { sectionsOf } from './languages.ts';
import { type Moves, movedLinks } from './links.ts';

/** What became of other people's files. */
interface ImportedDocument {
  /** `source/plan.md`. */
  readonly path: string;
  readonly text: string;
  /** The files that it was made from; the same one twice where it has both languages. */
  readonly from: Partial<LanguageMap>;
  /** Stretches that stand against each other one to one; against each other as a group; and in one language alone. */
  readonly aligned: number;
  readonly loose: number;
  readonly lone: readonly LoneStretch[];
}

export interface ImportedRepository {
  readonly documents: readonly ImportedDocument[];
  /** Other files that they show or lead to; these keep their paths. */
  readonly used: ReadonlySet<string>;
  /** Links and pictures that led nowhere in the repository; their words are left. */
  readonly dead: readonly { readonly path: string; readonly url: string; readonly line: number }[];
}

interface LoneStretch {
  readonly path: string;
  readonly language: Language;
  /** 1-based. */
  readonly line: number;
  readonly words: string;
}

/** How a repository's document is to be written again. */
interface Plan {
  readonly source: SourceDocument;
  readonly pairs: readonly Pair[];
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly order: readonly [Language, Language];
  readonly from: Partial<LanguageMap>;
  readonly path: string;
  readonly id: string;
  readonly slug: LanguageMap;
}

/**
 * Documents of other people's repository as sources with their two languages side by side. No word is lost: every line
 * of every file stands in one of the new ones. Links and pictures are led to where their targets are now.
 *
 * @param documents - As `readRepository` gives them.
 * @param others - Paths of the repository's other files, beginning with `source/`.
 */
export function importRepository(
  documents: readonly SourceDocument[],
  others: ReadonlySet<string>,
): ImportedRepository {
  const plans = plansOf(documents);
  const files = new Map(
    plans.flatMap(({ from, path }) =>
      languages.flatMap((language) => (from[language] ? [[from[language], path] as const] : [])),
    ),
  );
  const used = new Set<string>();
  const onUse = (path: string): unknown => used.add(path);
  const dead: { path: string; url: string; line: number }[] = [];
  const onDead: Moves['onDead'] = (path, url, line) => dead.push({ path, url, line });
  const still: Moves = { files: new Map(), anchors: new Map(), ids: new Map(), others: new Set(), onUse, onDead };
  const found = plans.map((plan) => ({ plan, ...anchorsOf(plan, written(plan, still).text) }));
  const anchors = new Map(found.flatMap(({ moved }) => [...moved]));
  const ids = new Map(found.map(({ plan, ids }) => [plan.path, ids]));
  return { documents: plans.map((plan) => written(plan, { files, anchors, ids, others, onUse, onDead })), used, dead };
}

function plansOf(documents: readonly SourceDocument[]): readonly Plan[] {
  const paths = new Set<string>();
  const ids = new Set<string>(['index', 'glossary']);
  const slugs = { en: new Set(ids), fr: new Set(ids) };
  return documents.map((source): Plan => {
    const files = new Map([source, ...(source.files ?? [])].map((file) => [file.path, file]));
    const { pairs, order, from: sides } = sidesOf(source);
    const from = withWordless(sides, source);
    const path = free(newPath(from, source.path), paths, '.md');
    const id = free(safeId(source.id, path), ids);
    const slug = { en: free(safeId(source.slug.en, id), slugs.en), fr: free(safeId(source.slug.fr, id), slugs.fr) };
    return { source, pairs, files, order, from, path, id, slug };
  });
}

/** A document of two files has its pairs; in a file of its own, they are to be found. */
function sidesOf(source: SourceDocument): Pick<Plan, 'pairs' | 'order' | 'from'> {
  const { tree, path } = source;
  const pairs = tree.children.filter((node): node is Pair => node.type === 'pair');
  const pathOf = (language: Language): string | undefined =>
    pairs.flatMap(({ children }) => children.find((each) => each.language === language)?.position?.path ?? [])[0];
  const isPaired = pairs.length > 0 && pairs.length === tree.children.length && pathOf('en') !== pathOf('fr');
  if (isPaired) {
    const [en, fr] = [pathOf('en'), pathOf('fr')];
    return { pairs, order: ['en', 'fr'], from: { ...(en && { en }), ...(fr && { fr }) } };
  }
  const blocks =
    pairs.length === tree.children.length
      ? pairs.flatMap(({ children }) => children.flatMap((side) => side.children))
      : tree.children;
  const found = sectionsOf({ tree: { ...tree, children: blocks } as Root, path });
  const [first = 'en'] = found.order;
  return {
    pairs: found.pairs,
    order: first === 'en' ? ['en', 'fr'] : ['fr', 'en'],
    from: Object.fromEntries(found.order.map((language) => [language, path])),
  };
}

/** A side without a block that is read, such as front matter alone, is a side all the same. */
function withWordless(from: Plan['from'], { path, files = [] }: SourceDocument): Plan['from'] {
  const left = [path, ...files.map((file) => file.path)].filter((each) => each !== from.en && each !== from.fr);
  const found = left.flatMap((each) => {
    const language = markedPath(each)?.language;
    return language && from[language] === undefined ? [[language, each] as const] : [];
  });
  return { ...from, ...Object.fromEntries(found) };
}

function written(plan: Plan, moves: Moves): ImportedDocument {
  const { source, pairs, files, order, path, id, slug, from } = plan;
  const facings = facingStretches(pairs, files);
  const edits = editsOf(plan, moves);
  const { moved, shifted } = withEdits(files, edits, facings);
  const body = pairedText(shifted, { files: moved, order });
  const own = [...new Set(Object.values(from))].flatMap((each) => files.get(each) ?? []);
  const front = frontMatterText(
    { ...source, title: titleOf(plan) },
    { id, slug, files: own.length > 0 ? own : [source] },
  );
  const both = facings.filter(({ en, fr }) => en && fr);
  return {
    path,
    text: [front, body, ...wordless(facings, files)].filter((part) => part !== '').join('\n'),
    from,
    aligned: both.filter(({ loose }) => !loose).length,
    loose: both.filter(({ loose }) => loose).length,
    lone: facings.flatMap((facing) => loneOf(facing, files)),
  };
}

/** Links led to where their targets are, anchors of HTML taken out, the first heading made the document's. */
function editsOf(plan: Plan, moves: Moves): ReadonlyMap<string, readonly TextEdit[]> {
  const { pairs, files } = plan;
  const links = movedLinks(pairs, files, moves);
  const anchors = emptyAnchors(pairs, files);
  const raised = raisedHeadings(plan);
  return new Map(
    [...files.keys()].map((path) => {
      const empty = (anchors.get(path) ?? []).map(({ start, end }): TextEdit => ({ start, end, text: '' }));
      const edits = [...(links.get(path) ?? []), ...(raised.get(path) ?? [])];
      const own = [
        ...edits,
        ...empty.filter(({ start, end }) => edits.every((each) => each.end <= start || end <= each.start)),
      ];
      return [path, own.sort((a, b) => a.start - b.start)];
    }),
  );
}

/** As the document has it, or as its own heading says it; undefined where a heading of the first level does. */
function titleOf(plan: Plan): LanguageMap | undefined {
  const { source, pairs, id } = plan;
  const tree: Root = { type: 'root', children: [...pairs] };
  const headings = { en: headingsIn(tree, 'en'), fr: headingsIn(tree, 'fr') };
  if (source.title || raisedHeadings(plan).size > 0) return source.title;
  if ([...headings.en, ...headings.fr].some(({ depth }) => depth === 1)) return undefined;
  const of = (language: Language): string => {
    const [heading] = headings[language];
    return heading ? textIn(heading, language).trim() : '';
  };
  const [en, fr] = [of('en'), of('fr')];
  return { en: en || fr || id, fr: fr || en || id };
}

/** A file that has no block that is read, such as a script alone, stays as it is. */
function wordless(facings: readonly Facing[], files: ReadonlyMap<string, SourceFile>): readonly string[] {
  const used = new Set(facings.flatMap(({ en, fr }) => [en?.path, fr?.path]));
  return [...files.values()].flatMap(({ path, text }) => {
    const rest = used.has(path) ? '' : text.slice(frontMatterEnd(text)).trim();
    return rest === '' ? [] : [`${rest}\n`];
  });
}

/** Files after the edits, and the stretches where they are then. */
function withEdits(
  files: ReadonlyMap<string, SourceFile>,
  edits: ReturnType<typeof editsOf>,
  facings: readonly Facing[],
): { moved: ReadonlyMap<string, SourceFile>; shifted: readonly Facing[] } {
  const moved = new Map(
    [...files].map(([path, file]) => [path, { path, text: applyEdits(file.text, edits.get(path) ?? []) }]),
  );
  const shift = (path: string, offset: number): number =>
    (edits.get(path) ?? [])
      .filter(({ end }) => end <= offset)
      .reduce((sum, { start, end, text }) => sum + text.length - (end - start), offset);
  const shifted = facings.map((facing): Facing => {
    const side = (language: Language) => {
      const stretch = facing[language];
      return (
        stretch && {
          [language]: { ...stretch, start: shift(stretch.path, stretch.start), end: shift(stretch.path, stretch.end) },
        }
      );
    };
    return { ...facing, ...side('en'), ...side('fr') };
  });
  return { moved, shifted };
}

function loneOf({ en, fr }: Facing, files: ReadonlyMap<string, SourceFile>): readonly LoneStretch[] {
  const [side, language]: [typeof en, Language] = en ? [en, 'en'] : [fr, 'fr'];
  if ((en && fr) || !side) return [];
  const text = files.get(side.path)?.text ?? '';
  const written = text.slice(side.start, side.end);
  if (!/[\p{L}\p{N}]/u.test(written)) return [];
  const blocks = parseDocument(written, side.path).value.children.map((block) => textIn(block, language));
  const words = (blocks.join(' ').trim() || written.trim()).replace(/\s+/g, ' '); // a comment has none
  return [{ path: side.path, language, line: pointsIn(text)(side.start).line, words: words.slice(0, 60) }];
}

function anchorsOf(plan: Plan, text: string): ReturnType<typeof movedAnchors> {
  const { source, pairs, files, from, path, id, slug } = plan;
  const after = { ...source, id, slug, path, text, tree: parseDocument(text, path).value };
  const before = { tree: { type: 'root', children: [...pairs] } as Root, paths: from, files };
  return movedAnchors(before, after, emptyAnchors(pairs, files));
}

/** Without what names the language: `source/guide/plan.md` of `source/guide/en/plan.md` and of `source/guide/plan.en.md`. */
function newPath({ en, fr }: Partial<LanguageMap>, own: string): string {
  const path = en ?? fr ?? own;
  const marked = en !== undefined && fr !== undefined && en !== fr ? markedPath(path) : undefined;
  if (marked) return `source/${marked.bare}`;
  const parts = path.split('/');
  const at = parts.slice(0, -1).findIndex((part) => /^(?:en|fr)(?:-[a-z]{2})?$/i.test(part));
  const kept = at < 0 ? parts : parts.toSpliced(at, 1);
  return kept
    .join('/')
    .replace(markdownName, '')
    .replace(/\.(?:en|fr)(?:-[a-z]{2})?$/i, '');
}

function safeId(wanted: string, otherwise: string): string {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80);
  return plain(wanted) || plain(otherwise.replace(/^source\//, '').replace(/\.md$/, '')) || 'page';
}

/** The name, or one like it that nothing else has; it is then taken, whatever its case. */
function free(wanted: string, taken: Set<string>, ending = ''): string {
  const name = (count: number): string => (count === 1 ? wanted : `${wanted}-${count}`) + ending;
  let count = 1;
  while (taken.has(name(count).toLowerCase())) count += 1;
  taken.add(name(count).toLowerCase());
  return name(count);
}
