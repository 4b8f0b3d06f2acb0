import type { FootnoteDefinition, Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Asset, ContentsEntry, Edition, EditionDocument, Language, Settings } from '../../pipeline/model/index.ts';
import { strings } from './strings.ts';
import { sampleTheme } from './theme.ts';

export const sampleSettings: Settings = {
  id: 'sample',
  title: { en: 'Sample', fr: 'Exemple' },
  tags: { en: 'en-CA', fr: 'fr-CA' },
  order: ['en', 'fr'],
  documents: [],
  dates: { issued: '2001-12-12', modified: '2005-04-19' },
  pdf: { paper: 'letter', theme: sampleTheme() },
  glossary: { link: 'first-in-document' },
};

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * An edition for an emitter's test, from plain GFM: headings get ids, notes are numbered and taken out.
 * What only `assemble` can make (figures, terms …) is put into `tree` by the test itself.
 */
export function sampleEdition(
  language: Language,
  documents: Readonly<Record<string, string>>,
  overrides: Partial<Edition> & { assets?: ReadonlyMap<string, Asset> } = {},
): Edition {
  const made = Object.entries(documents).map(([id, markdown]) => sampleDocument(id, markdown));
  return {
    id: language,
    language,
    tag: sampleSettings.tags[language],
    title: sampleSettings.title[language],
    otherTitle: sampleSettings.title[language === 'en' ? 'fr' : 'en'],
    authors: [],
    subjects: [],
    issued: { iso: '2001-12-12', formatted: language === 'en' ? 'December 12, 2001' : '12 décembre 2001' },
    modified: { iso: '2005-04-19', formatted: language === 'en' ? 'April 19, 2005' : '19 avril 2005' },
    settings: sampleSettings,
    documents: made,
    contents: made.flatMap(contentsOf),
    assets: new Map(),
    strings: strings(language),
    ...overrides,
  };
}

function sampleDocument(id: string, markdown: string): EditionDocument {
  const parser = unified().use(remarkParse).use(remarkGfm);
  const tree: Root = parser.parse(markdown);
  visit(tree, 'heading', (heading) => {
    heading.data = { ...heading.data, id: slug(textOf(heading)) };
  });
  const order: string[] = [];
  const calls = new Map<string, number>();
  visit(tree, 'footnoteReference', (reference) => {
    if (!order.includes(reference.identifier)) order.push(reference.identifier);
    const call = (calls.get(reference.identifier) ?? 0) + 1;
    calls.set(reference.identifier, call);
    reference.data = { ...reference.data, number: order.indexOf(reference.identifier) + 1, call };
  });
  const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition');
  for (const note of notes) note.data = { ...note.data, number: order.indexOf(note.identifier) + 1 };
  tree.children = tree.children.filter((node) => node.type !== 'footnoteDefinition');
  const title = tree.children.find((node): node is Heading => node.type === 'heading');
  return {
    id,
    kind: 'text',
    slug: id,
    otherSlug: id,
    path: `source/${id}.md`,
    title: title ? textOf(title) : id,
    tree,
    notes: notes.sort((a, b) => (a.data?.number ?? 0) - (b.data?.number ?? 0)),
  };
}

function contentsOf(document: EditionDocument): ContentsEntry[] {
  const top: ContentsEntry[] = [];
  const open: { depth: number; children: ContentsEntry[] }[] = [{ depth: 0, children: top }];
  visit(document.tree, 'heading', (heading) => {
    const children: ContentsEntry[] = [];
    const id = heading.data?.id;
    while ((open.at(-1)?.depth ?? 0) >= heading.depth) open.pop();
    open.at(-1)?.children.push({
      target: { document: document.id, ...(id && { id }) },
      depth: heading.depth,
      title: [{ type: 'text', value: textOf(heading) }],
      text: textOf(heading),
      children,
    });
    open.push({ depth: heading.depth, children });
  });
  return top;
}
