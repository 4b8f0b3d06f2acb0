import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import type { Publication } from '../../pipeline/model/index.ts';
import { concept, samplePublication, transformed } from '../helpers/assembled.ts';

const ibet = concept(
  'ibet',
  { term: 'Integrated Border Enforcement Team', abbr: 'IBET' },
  { term: 'Équipe intégrée de la police des frontières', abbr: 'EIPF' },
);

const everything = `# :en[The *first* title]:fr[Le *premier* titre]

:::en
The IBET said "yes" to [a link](#named "A \\"title\\"") and ![a "picture"](a.png); see [x][ref] and the note[^n].

[ref]: https://example.org/
[^n]: A "note".
:::
:::fr
L'EIPF a dit "oui" : [un lien](#named "Un \\"titre\\"") et ![une "image"](a.png); voir [x][ref] et la note[^n], le 1er août.

[ref]: https://example.org/fr
[^n]: Une "note".
:::

:en[Amount]:fr[Montant]: "shared", 1st and 1er, \`code : x\`

:::en{#named}
Named.
:::
:::fr
Nommé.
:::
`;

/** The tree of the only document. */
function treeOf({ documents: [document] }: Publication) {
  if (!document) throw new Error('No document');
  return document.tree;
}

function plugged(markdown: string) {
  return treeOf(transformed(samplePublication({ text: markdown }, { concepts: [ibet] })).publication);
}

/** Words of one language, block by block. */
function words(markdown: string, language: 'en' | 'fr'): string[] {
  const blocks: string[] = [];
  visit(plugged(markdown), 'paragraph', (paragraph, _, parent) => {
    if (parent?.type === 'variant' && parent.language !== language) return;
    const copy = structuredClone(paragraph);
    visit(copy, 'phrasingVariant', (variant) => {
      if (variant.language !== language) variant.children = [];
    });
    blocks.push(textOf(copy));
  });
  return blocks;
}

describe('the plugins', () => {
  it('leave the tree that they are given as it was', () => {
    const publication = samplePublication({ text: everything }, { concepts: [ibet] });
    const before = structuredClone(treeOf(publication));
    const after = treeOf(transformed(publication).publication);
    expect(treeOf(publication)).toEqual(before);
    expect(after).not.toEqual(before);
  });

  it('give the same tree each time', () => {
    expect(plugged(everything)).toEqual(plugged(everything));
  });

  it('leave no node without its place in the source', () => {
    const lost: string[] = [];
    visit(plugged(everything), (node) => {
      if (!node.position) lost.push(node.type);
    });
    expect(lost).toEqual([]);
  });

  it('leave no link by label and no definition', () => {
    const types = new Set<string>();
    visit(plugged(everything), (node) => void types.add(node.type));
    expect(types).toContain('link');
    for (const type of ['linkReference', 'imageReference', 'definition']) expect(types).not.toContain(type);
  });
});

describe('ids', () => {
  it('are called after the side that was written first', () => {
    const ids = (markdown: string) => plugged(markdown).children.map((node) => node.data?.id);
    expect(ids('## :fr[Été à Québec]:en[Summer]')).toEqual(['ete-a-quebec']);
    expect(ids(':::fr\n## Été\n:::\n:::en\n## Summer\n:::\n\nx :en[y]:fr[z]')).toEqual([undefined, 'ete-1']);
  });

  it('begin with a letter and leave those of notes alone', () => {
    const [first, second, third] = plugged('# 2001\n\n# Fn 1\n\n# 釜山').children;
    expect([first, second, third].map((node) => node?.data?.id)).toEqual(['s-2001', 's-fn-1', 'section']);
  });

  it('count the blocks of a section from its heading', () => {
    const ids = plugged('a\n\n- b\n\n# C\n\n> d\n\n***\n\ne').children.map((node) => node.data?.id);
    expect(ids).toEqual(['text-1', 'text-2', 'c', 'c-1', undefined, 'c-2']);
  });

  it('are the same on the headings of both sides', () => {
    const [pair] = plugged(':::en\n# A\n\n## B {#b}\n:::\n:::fr\n# C\n\n## D\n:::').children;
    if (pair?.type !== 'pair') throw new Error('No pair');
    const ids = pair.children.map((side) => side.children.map((node) => node.data?.id));
    expect(ids).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });
});

describe('typography', () => {
  it('sees the words on both sides of emphasis, code and links', () => {
    const markdown = ':::en\n"*One*" `"x"` ["two"](#a).\n:::\n:::fr\n"*Un*" : `"x"` ["deux"](#a) !\n:::\n\n# A {#a}';
    expect(words(markdown, 'en')).toEqual(['“One” "x" “two”.']);
    expect(words(markdown, 'fr')).toEqual(['«\u00a0Un\u00a0»\u00a0: "x" «\u00a0deux\u00a0»!']);
  });

  it('sets shared text for each edition', () => {
    const markdown = ':en[Amount]:fr[Montant]: "shared"';
    expect(words(markdown, 'en')).toEqual(['Amount: “shared”']);
    expect(words(markdown, 'fr')).toEqual(['Montant\u00a0: «\u00a0shared\u00a0»']);
  });

  it('leaves alone what is not to be touched', () => {
    const markdown =
      ':::fr\n`a : b` :nt["c" : d] :span["e" : f]{lang=la} <https://example.org/?a=b;c>\n:::\n:::en\nx\n:::';
    expect(words(markdown, 'fr')).toEqual(['`a : b` "c" : d "e" : f https://example.org/?a=b;c'.replaceAll('`', '')]);
  });

  it('sets words of the other language by that one’s rules', () => {
    const markdown = ':::en\nThey say :span["oui" : non]{lang=fr}.\n:::\n:::fr\nOn dit :span["yes": no]{lang=en}.\n:::';
    expect(words(markdown, 'en')).toEqual(['They say «\u00a0oui\u00a0»\u00a0: non.']);
    expect(words(markdown, 'fr')).toEqual(['On dit “yes”: no.']);
  });

  it('raises the endings of French ordinals, and of no others', () => {
    const raised: string[] = [];
    const markdown = ':::fr\nLe 1er et le 2e, `1er`, :nt[1er].\n:::\n:::en\nThe 1st and 1er.\n:::\n\n1er';
    visit(plugged(markdown), 'superscript', (node) => void raised.push(textOf(node)));
    expect(raised).toEqual(['er', 'e', 'er']);
  });

  it('sets alternative texts and titles of links', () => {
    const found: (string | null | undefined)[] = [];
    visit(plugged(everything), (node) => {
      if (node.type === 'image') found.push(node.alt);
      if (node.type === 'link' && node.title) found.push(node.title);
    });
    expect(found).toEqual(['A “title”', 'a “picture”', 'Un «\u00a0titre\u00a0»', 'une «\u00a0image\u00a0»']);
  });
});
