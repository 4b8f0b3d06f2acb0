import fc from 'fast-check';
import type { BlockContent, FootnoteDefinition, List, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { Asset, EditionDocument } from '../../pipeline/model/index.ts';

const word = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('the', 'border', 'cooperation', 'l’information', 'a', 'Tax', 'État', 'is', 'forfait'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '12\u00a0décembre',
      '«\u00a0mot\u00a0»',
      'dit\u00a0:',
      'US$4.8',
      'porte-avions',
      'a–b',
      '1\u202f234',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'https://example.org/a/very/long/path?with=query&and=more#fragment-of-it',
      'internationalization',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 20, max: 300 }).map((length) => 'xyzt'.repeat(length / 4 + 1).slice(0, length)),
  },
);

const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most }).map((list) => list.join(' '));
const text = (most = 25): fc.Arbitrary<PhrasingContent> =>
  words(most).map((value) => ({ type: 'text', value: `${value} ` }));

/** Notes that generated trees may call. */
const noteNames = ['a', 'b', 'c'];

const phrase: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 8, arbitrary: text() },
  { weight: 2, arbitrary: text(4).map((child): PhrasingContent => ({ type: 'emphasis', children: [child] })) },
  { weight: 2, arbitrary: text(4).map((child): PhrasingContent => ({ type: 'strong', children: [child] })) },
  { weight: 1, arbitrary: text(4).map((child): PhrasingContent => ({ type: 'delete', children: [child] })) },
  {
    weight: 1,
    arbitrary: text(3).map(
      (child): PhrasingContent => ({ type: 'link', url: 'https://example.org/', children: [child] }),
    ),
  },
  {
    weight: 1,
    arbitrary: text(3).map((child): PhrasingContent => ({ type: 'span', data: { lang: 'de' }, children: [child] })),
  },
  { weight: 1, arbitrary: words(3).map((value): PhrasingContent => ({ type: 'inlineCode', value })) },
  {
    weight: 1,
    arbitrary: fc.constant<PhrasingContent>({ type: 'superscript', children: [{ type: 'text', value: 'e' }] }),
  },
  { weight: 1, arbitrary: fc.constant<PhrasingContent>({ type: 'break' }) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(...noteNames)
      .map((identifier): PhrasingContent => ({ type: 'footnoteReference', identifier })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<PhrasingContent>({ type: 'image', url: 'i.png', alt: 'A dot', data: { asset: 'i.png' } }),
  },
);

const phrasing = fc.array(phrase, { maxLength: 6 });
const paragraph = phrasing.map((children): BlockContent => ({ type: 'paragraph', children }));

const table = fc.integer({ min: 1, max: 12 }).chain((columns) =>
  fc
    .record({
      align: fc.array(fc.constantFrom(null, 'left' as const, 'right' as const, 'center' as const), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.array(fc.array(fc.array(text(5), { maxLength: 1 }), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 12,
      }),
    })
    .map(
      ({ align, rows }): Table => ({
        type: 'table',
        align,
        children: rows.map((cells) => ({
          type: 'tableRow',
          children: cells.map((children) => ({ type: 'tableCell', children })),
        })),
      }),
    ),
);

const picture: fc.Arbitrary<BlockContent> = fc.constantFrom('tall.png', 'wide.png', 'i.png').map((asset) => ({
  type: 'figure',
  kind: 'figure',
  children: [
    {
      type: 'caption',
      children: [
        { type: 'label', children: [{ type: 'text', value: 'Figure 1.' }] },
        { type: 'text', value: ' A picture' },
      ],
    },
    { type: 'image', url: asset, alt: 'What it shows', data: { asset } },
  ],
}));

const inCell: fc.Arbitrary<BlockContent> = fc.oneof(
  paragraph,
  paragraph,
  picture,
  fc.constant<BlockContent>({ type: 'thematicBreak' }),
  words(14).map((value): BlockContent => ({ type: 'code', value })),
  fc.array(paragraph, { minLength: 1, maxLength: 5 }).map(
    (items): BlockContent => ({
      type: 'list',
      children: items.map((child) => ({ type: 'listItem', children: [child] })),
    }),
  ),
);

/** A table whose rows hold blocks beside words: taller than others, and with few places to break. */
const tableOfBlocks = fc
  .array(fc.tuple(fc.array(inCell, { maxLength: 4 }), text(5), fc.array(inCell, { maxLength: 4 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map(
    (rows): Table => ({
      type: 'table',
      data: { headRows: 0 },
      children: rows.map(([first, middle, last]) => ({
        type: 'tableRow',
        children: [first, [middle], last].map((children) => ({
          type: 'tableCell',
          children: children as PhrasingContent[],
        })),
      })),
    }),
  );

const { block } = fc.letrec<{ block: BlockContent }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'blocks' },
    paragraph,
    paragraph,
    fc
      .record({ depth: fc.constantFrom(2, 3, 4, 5, 6), child: text(8) })
      .map(({ depth, child }): BlockContent => ({ type: 'heading', depth: depth as 2, children: [child] })),
    fc
      .array(words(14), { minLength: 1, maxLength: 30 })
      .map((lines): BlockContent => ({ type: 'code', value: lines.join('\n    ') })),
    table,
    picture,
    fc.constant<BlockContent>({ type: 'thematicBreak' }),
    fc.constant<BlockContent>({ type: 'pageBreak' }),
    blocks(tie('block')).map((children): BlockContent => ({ type: 'blockquote', children })),
    blocks(tie('block')).map((children): BlockContent => ({ type: 'admonition', kind: 'note', children })),
    blocks(tie('block')).map((children): BlockContent => ({ type: 'aside', children })),
    blocks(tie('block')).map((children): BlockContent => ({ type: 'group', data: { id: 'g' }, children })),
    fc
      .record({
        ordered: fc.boolean(),
        start: fc.integer({ min: 0, max: 2000 }),
        spread: fc.boolean(),
        items: fc.array(blocks(tie('block')), { minLength: 1, maxLength: 4 }),
      })
      .map(
        ({ items, ...list }): List => ({
          type: 'list',
          ...list,
          children: items.map((children) => ({ type: 'listItem', children })),
        }),
      ),
    tableOfBlocks,
    fc.record({ term: text(3), children: blocks(tie('block')) }).map(
      ({ term, children }): BlockContent => ({
        type: 'definitionList',
        children: [
          { type: 'definitionTerm', children: [term] },
          { type: 'definitionDescription', children },
        ],
      }),
    ),
  ),
}));

function blocks(one: fc.Arbitrary<BlockContent>): fc.Arbitrary<BlockContent[]> {
  return fc.array(one, { maxLength: 4 });
}

export const tree: fc.Arbitrary<Root> = fc.array(block, { maxLength: 14 }).map((children) => ({
  type: 'root',
  children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: 'A chapter' }] }, ...children],
}));

export function documentOf(tree: Root, noteLength = 12): EditionDocument {
  const notes = noteNames.map(
    (identifier, index): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier,
      data: { number: index + 1 },
      children: [
        {
          type: 'paragraph',
          children: [{ type: 'text', value: 'A note that says more about it. '.repeat(noteLength).trim() }],
        },
      ],
    }),
  );
  return {
    id: 'chapter',
    kind: 'text',
    slug: 'chapter',
    otherSlug: 'chapter',
    path: 'source/chapter.md',
    title: 'A chapter',
    tree,
    notes,
  };
}

function asset(path: string, width: number, height: number): [string, Asset] {
  return [path, { path, mediaType: 'image/png', bytes: new Uint8Array(), width, height }];
}

export const assets = new Map([asset('i.png', 40, 30), asset('tall.png', 300, 4000), asset('wide.png', 2400, 600)]);

export function rootOf(...children: RootContent[]): Root {
  return {
    type: 'root',
    children: [{ type: 'heading', depth: 1, children: [{ type: 'text', value: 'A chapter' }] }, ...children],
  };
}
