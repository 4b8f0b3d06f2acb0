import type { RootContent } from 'mdast';
import { assembleBilingual, assembleEdition } from '../../pipeline/assemble/index.ts';
import { layoutBilingual, type PagedEdition } from '../../pipeline/layout/index.ts';
import { type BilingualEdition, type Halves, languages, type Row } from '../../pipeline/model/index.ts';
import { transformContext, transformDocument } from '../../pipeline/plugins/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { isArtifact } from '../layout/reading.ts';
import { publicationOf } from './corpus.ts';
import { fakeFonts } from './fonts.ts';
import { strings } from './strings.ts';

const fonts = fakeFonts();

async function bilingual(repository: string): Promise<BilingualEdition> {
  const { value: read } = await readPublication(publicationOf(repository, { withMap: true }));
  if (!read) throw new Error('The publication cannot be read');
  const context = transformContext(read.settings, read.concepts);
  const documents = read.documents.map((document) => transformDocument(document, context).value);
  const tables = { en: strings('en'), fr: strings('fr') };
  const publication = { ...read, documents, draft: true };
  const [en, fr] = languages.map((language) => assembleEdition(publication, language, { strings: tables }).value);
  if (!en || !fr) throw new Error('No editions');
  return assembleBilingual({ en, fr }, 'columns');
}

/** Halves that begin with words of their own, by the anchors at their tops. */
function pairsIn(rows: readonly Row[], document: string): (readonly [en: string, fr: string])[] {
  return rows.flatMap((row) => {
    if (row.type === 'group') return pairsIn(row.rows, document);
    if (row.type === 'shared') return [];
    const [en, fr] = languages.map((language) => anchorOf(row.halves, language));
    return en && fr ? [[`${document}#${en}`, `${document}#${fr}`] as const] : [];
  });
}

const wordy = new Set<RootContent['type']>(['paragraph', 'heading', 'blockquote', 'admonition', 'list']);

function anchorOf(halves: Halves, language: 'en' | 'fr'): string | undefined {
  const first = halves[language]?.[0];
  if (!first || !wordy.has(first.type)) return undefined;
  return 'children' in first && first.children[0]?.type === 'image' ? undefined : first.data?.id;
}

/** The baseline of the first words below a place, in its column. */
function baselineAt({ pages, destinations }: PagedEdition, name: string, column: number): [number, number] | undefined {
  const place = destinations.get(name);
  if (!place) return undefined;
  const { fragments = [], width = 0 } = pages[place.page] ?? {};
  const baselines = fragments.flatMap((one) => {
    if (one.kind !== 'text' || isArtifact(one) || Number(one.x > width / 2) !== column) return [];
    return one.baseline > place.y ? [one.baseline] : [];
  });
  return [place.page, Math.min(...baselines)];
}

/** How pairs of a repository begin in columns: the places of both halves, and those that are on two pages, or not level. */
export interface Beginnings {
  readonly pairs: number;
  /** Id of the pair, page and baseline of each half. */
  readonly uneven: readonly unknown[];
}

/** Half a point: nobody sees less. */
const level = 0.5;

/** Both halves of every pair are to begin on one page, their first baselines level. */
export async function beginningsIn(repository: string): Promise<Beginnings> {
  const edition = await bilingual(repository);
  const { value: paged } = layoutBilingual(edition, { fonts });
  const pairs = edition.documents.flatMap(({ id, rows }) => pairsIn(rows, id));
  const [left, right] = edition.order[0] === 'en' ? ([0, 1] as const) : ([1, 0] as const);
  const places = pairs.map(([en, fr]) => [en, baselineAt(paged, en, left), baselineAt(paged, fr, right)] as const);
  const uneven = places.filter(
    ([, here, there]) => !here || !there || here[0] !== there[0] || !(Math.abs(here[1] - there[1]) < level),
  );
  return { pairs: pairs.length, uneven };
}
