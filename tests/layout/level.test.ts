import type { RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { assembleBilingual, assembleEdition } from '../../pipeline/assemble/index.ts';
import { layoutBilingual, type PagedEdition } from '../../pipeline/layout/index.ts';
import { type BilingualEdition, type Halves, languages, type Row } from '../../pipeline/model/index.ts';
import { transformContext, transformDocument } from '../../pipeline/plugins/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { publicationOf } from '../helpers/corpus.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { strings } from '../helpers/strings.ts';
import { isArtifact } from './reading.ts';

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

describe.each(['12factor', 'cloud-guardrails'])('%s in columns', async (name) => {
  const edition = await bilingual(`tests/publications/${name}`);
  const { value: paged } = layoutBilingual(edition, { fonts });

  test('begins both halves of every pair on one page, their first baselines level', () => {
    const pairs = edition.documents.flatMap(({ id, rows }) => pairsIn(rows, id));
    const places = pairs.map(([en, fr]) => {
      const order = edition.order[0] === 'en' ? ([0, 1] as const) : ([1, 0] as const);
      return [en, baselineAt(paged, en, order[0]), baselineAt(paged, fr, order[1])] as const;
    });
    const uneven = places.filter(
      ([, here, there]) => !here || !there || here[0] !== there[0] || !(Math.abs(here[1] - there[1]) < 0.5),
    );
    expect(places.length).toBeGreaterThan(100);
    expect(uneven).toEqual([]);
  });
});
