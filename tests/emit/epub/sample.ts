import type { Paragraph, Root, RootContent } from 'mdast';
import type { Asset, Edition, EmitOptions, Language } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { templates } from '../../helpers/templates.ts';

export const options: EmitOptions = { instant: '2005-04-19T12:34:56Z', generator: 'Diptych 0.1.0' };

/** One for all tests of a file: covers are remembered by it. */
export const shipped = templates();

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#777"/></svg>`;

/** One pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const assets: ReadonlyMap<string, Asset> = new Map<string, Asset>(
  [
    { path: 'figures/levels é.svg', mediaType: 'image/svg+xml', bytes: Buffer.from(svg), width: 40, height: 20 },
    { path: 'figures/dot.png', mediaType: 'image/png', bytes: png, width: 1, height: 1 },
    { path: 'unused.png', mediaType: 'image/png', bytes: png, width: 1, height: 1 },
  ].map((asset) => [asset.path, asset as Asset]),
);

const text = (value: string): { type: 'text'; value: string } => ({ type: 'text', value });
const paragraph = (...children: Paragraph['children']): Paragraph => ({ type: 'paragraph', children });

/** Every construct that an edition can hold, in two documents and a glossary; ids that two documents share. */
export function fullEdition(language: Language, overrides: Partial<Edition> = {}): Edition {
  const tag = `${language}-CA`;
  const other = language === 'en' ? 'fr-CA' : 'en-CA';
  const edition = sampleEdition(
    language,
    {
      overview: `# Overview & \\<scope>

Words with *stress*, **weight**, ~~loss~~ and \`code <b> && "c"\`; a [link](https://example.org/?a=1&b="2") and a note[^a].

## 2001 events

The same note again[^a], another[^b], and hard\\
breaks. Beyond the plane: 𝒟𝔦𝔭𝔱𝔶𝔠𝔥 😀, ]]> and &amp;.

- one
- two

  with a second paragraph
  - deeper

3. three
4. four

- [x] done
- [ ] open

| Item | Amount |
| :--- | ---: |
| *One* | 1.50 |
| Two |  |

\`\`\`js
const a = '<b>' && 2;
\`\`\`

> Quoted words.
>
> > And within.

---

[^a]: First note, with [a link](https://example.org/a).

    Its second paragraph.
[^b]: Second note.`,
      'action items': `# Action items

## 2001 events

### Deeper still

#### Deepest

A note here[^c]. ![A picture nobody has](https://example.org/never.png) ![](file:///etc/hostname)

[^c]: Third note.`,
    },
    {
      tag,
      title: language === 'en' ? 'The Border & the “Hinge” <2>' : 'La frontière & la « charnière » <2>',
      otherTitle: language === 'en' ? 'La frontière & la « charnière » <2>' : 'The Border & the “Hinge” <2>',
      subtitle: 'Subtitle & more',
      description: 'What it is about: a < b & c.',
      publisher: 'The “Diptych” project & friends',
      authors: ['Ann O’Neil', 'Zoé <L> Roy'],
      rights: '© & all that',
      subjects: ['Borders', 'Law & order'],
      notices: 'Not official.',
      contact: { name: 'Desk', email: 'desk@example.org', url: 'https://example.org/contact?a=1&b=2' },
      assets,
    },
  );
  const [overview, items] = edition.documents;
  if (!overview || !items) throw new Error('Two documents were asked for');
  overview.tree.children.push(...furtherBlocks(other));
  const glossary = glossaryOf(other);
  return {
    ...edition,
    documents: [overview, items, glossary],
    contents: [
      ...edition.contents,
      { target: { document: 'glossary' }, depth: 1, title: [text('Glossary')], text: 'Glossary', children: [] },
    ],
    ...overrides,
  };
}

function furtherBlocks(other: string): RootContent[] {
  return [
    paragraph(
      text('See '),
      {
        type: 'link',
        url: '#2001-events',
        data: { target: { document: 'action items', id: '2001-events' } },
        children: [text('the events')],
      },
      text(' of the '),
      { type: 'link', url: 'x.md', data: { target: { document: 'action items' } }, children: [text('items')] },
      text(', a '),
      {
        type: 'term',
        concept: 'ibet',
        data: { target: { document: 'glossary', id: 'term-ibet' } },
        children: [text('team')],
      },
      text(' ('),
      { type: 'abbreviation', expansion: 'Integrated Border Enforcement Team', children: [text('IBET')] },
      text('), '),
      { type: 'span', data: { lang: other }, children: [text('mots d’ailleurs')] },
      text(', the 1'),
      { type: 'superscript', children: [text('st')] },
      text(' and H'),
      { type: 'subscript', children: [text('2')] },
      text('O, and '),
      {
        type: 'link',
        url: '',
        data: { target: { document: 'overview' }, otherLanguage: other === 'fr-CA' ? 'fr' : 'en' },
        children: [text('the other edition')],
      },
      text('.'),
    ),
    {
      type: 'figure',
      kind: 'figure',
      number: 1,
      data: { id: 'fig-levels' },
      children: [
        { type: 'caption', children: [{ type: 'label', children: [text('Figure 1.')] }, text(' Levels & steps')] },
        paragraph({
          type: 'image',
          url: 'levels.svg',
          alt: 'Two levels, "one" < two.',
          data: { asset: 'figures/levels é.svg' },
        }),
      ],
    },
    paragraph({ type: 'image', url: 'dot.png', alt: '', data: { asset: 'figures/dot.png', decorative: true } }),
    {
      type: 'admonition',
      kind: 'warning',
      children: [
        { ...paragraph(text('Warning')), data: { role: 'admonition-title' } },
        paragraph(text('Mind the gap.')),
      ],
    },
    { type: 'aside', data: { lang: other }, children: [paragraph(text('Entre parenthèses.'))] },
    { type: 'group', data: { id: 'both' }, children: [paragraph(text('Together')), paragraph(text('always.'))] },
    {
      type: 'definitionList',
      children: [
        { type: 'definitionTerm', children: [text('Hinge')] },
        { type: 'definitionDescription', children: [paragraph(text('What two leaves turn on.'))] },
      ],
    },
    { type: 'pageBreak' },
  ];
}

function glossaryOf(other: string): Edition['documents'][number] {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text('Glossary')] },
      {
        type: 'definitionList',
        data: { role: 'glossary' },
        children: [
          { type: 'definitionTerm', data: { id: 'term-ibet' }, children: [text('integrated team')] },
          {
            type: 'definitionDescription',
            children: [
              paragraph(text('A team of both countries.')),
              {
                ...paragraph({ type: 'span', data: { lang: other }, children: [text('équipe intégrée')] }),
                data: { role: 'glossary-equivalent' },
              },
              {
                ...paragraph({
                  type: 'link',
                  url: '',
                  data: { role: 'backlink', target: { document: 'overview' } },
                  children: [text('Overview')],
                }),
                data: { role: 'backlinks' },
              },
            ],
          },
        ],
      },
    ],
  };
  return {
    id: 'glossary',
    kind: 'glossary',
    slug: 'glossary',
    otherSlug: 'glossary',
    title: 'Glossary',
    tree,
    notes: [],
  };
}
