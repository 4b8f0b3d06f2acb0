import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { assembleEdition } from '../../pipeline/assemble/index.ts';
import { languages } from '../../pipeline/model/index.ts';
import { assembled, concept, samplePublication, transformed } from '../helpers/assembled.ts';
import { strings } from '../helpers/strings.ts';

const ibet = concept('ibet', { term: 'border team', abbr: 'IBET' }, { term: 'équipe frontalière', abbr: 'EIPF' });

const uses = `# :en[One]:fr[Un]

:::en
A border team and a border team.
:::
:::fr
Une équipe frontalière et une équipe frontalière.
:::

## :en[Two]:fr[Deux]

:::en
A border team[^n].

[^n]: The border team of a note.
:::
:::fr
Une équipe frontalière[^n].

[^n]: L'équipe frontalière d'une note.
:::
`;

describe('the policy of the glossary', () => {
  it.each([
    ['all', 4],
    ['first-in-section', 2],
    ['first-in-document', 1],
    ['none', 0],
  ] as const)('%s', (link, count) => {
    const { editions } = assembled({ uses }, { concepts: [ibet], settings: { glossary: { link } } });
    for (const language of languages) {
      const linked: (string | undefined)[] = [];
      for (const { tree, notes } of editions[language].documents) {
        for (const root of [tree, ...notes]) visit(root, 'term', (term) => void linked.push(term.data?.id));
      }
      const first = ['use-ibet-1', 'use-ibet-2', 'use-ibet-3', 'use-ibet-4'];
      expect(linked).toEqual(link === 'first-in-section' ? [first[0], first[2]] : first.slice(0, count));
    }
  });

  it.each(['all', 'first-in-section', 'first-in-document', 'none'] as const)('%s: every section is said', (link) => {
    const { editions } = assembled({ uses }, { concepts: [ibet], settings: { glossary: { link } } });
    for (const language of languages) {
      const [document, glossary] = editions[language].documents;
      const anchors = new Set<string>();
      for (const root of document ? [document.tree, ...document.notes] : [])
        visit(root, ({ data }) => void (data?.id?.startsWith('use-') && anchors.add(data.id)));
      const said: unknown[] = [];
      const pages: unknown[] = [];
      const root: Root = glossary?.tree ?? { type: 'root', children: [] };
      visit(root, 'link', ({ data }) => void said.push(data?.target?.id));
      visit(root, 'pageReference', ({ targets }) => void pages.push(targets.map(({ id }) => id)));
      expect([...anchors]).toEqual(['use-ibet-1', 'use-ibet-2', 'use-ibet-3', 'use-ibet-4']);
      expect(said).toEqual(['use-ibet-1', 'use-ibet-3']); // the note's is that of the section that calls it
      expect(pages).toEqual([
        ['use-ibet-1', 'use-ibet-2'],
        ['use-ibet-3', 'use-ibet-4'],
      ]);
    }
  });

  it('makes no glossary where there is no concept', () => {
    expect(assembled({ uses }).editions.en.documents.map(({ kind }) => kind)).toEqual(['text']);
  });

  it('leaves an anchor to the author who took it', () => {
    const taken = `${uses}\n## :en[Three]:fr[Trois] {#use-ibet-1}`;
    const { editions } = assembled({ taken }, { concepts: [ibet] });
    const ids: unknown[] = [];
    visit(editions.en.documents[0]?.tree ?? { type: 'root' }, 'term', (term) => void ids.push(term.data?.id));
    expect(ids).toEqual(['use-ibet-2']);
  });
});

describe('numbers', () => {
  it('are the same in both editions, whatever is in one alone', () => {
    const figure = (id: string, words = 'x') => `::::figure{#${id} src=a.svg alt-en="a" alt-fr="b"}\n${words}\n::::`;
    const one = `${figure('a')}\n\n:::::en{only}\n${figure('b')}\n:::::\n\n:::::en\n${figure('c')}\n:::::\n:::::fr\n${figure('c')}\n:::::`;
    const two = `${figure('d')}\n\n::::table{#t}\n| 1 |\n| --- |\n::::`;
    const { editions } = assembled({ one, two });
    const numbers = (language: 'en' | 'fr') => {
      const found: string[] = [];
      for (const { tree } of editions[language].documents) {
        visit(tree, 'figure', ({ data, number }) => void found.push(`${data?.id}${number ?? ''}`));
      }
      return found.join(' ');
    };
    expect(numbers('en')).toBe('a1 b c2 d3 t1');
    expect(numbers('fr')).toBe('a1 c2 d3 t1');
  });
});

describe('a title that names others', () => {
  const texts = {
    one: '# :en[One, before [](two.md#b)]:fr[Un, avant [](two.md#b)] {#a}',
    two: '# :en[Two]:fr[Deux]\n\n## :en[Within, before :ref[three.md#c]{lang=fr}]:fr[Dedans, avant [](three.md#c)] {#b}',
    three: '# :en[Three]:fr[Trois] {#c}\n\n[](one.md) [](two.md#b) [](three.md)',
  };
  const orders = [Object.entries(texts), Object.entries(texts).reverse()];

  it.each(languages)('has one name in every place, whatever the order of the documents (%s)', (language) => {
    const names = orders.map((order) => {
      const { editions, diagnostics } = assembled(Object.fromEntries(order));
      expect(diagnostics).toEqual([]);
      const { documents, contents } = editions[language];
      const headings = documents.flatMap(({ tree }) => tree.children.filter(({ type }) => type === 'heading'));
      const listed = contents.flatMap((entry) => [entry, ...entry.children]).map(({ text }) => text);
      expect(headings.map((heading) => textOf(heading))).toEqual(listed);
      const links = documents.flatMap(({ tree }) => tree.children.filter(({ type }) => type === 'paragraph'));
      return [...listed.sort(), ...links.map((paragraph) => textOf(paragraph))];
    });
    const within = { en: 'Within, before Trois', fr: 'Dedans, avant Trois' }[language];
    const one = { en: `One, before ${within}`, fr: `Un, avant ${within}` }[language];
    expect(names[0]).toContain(`${one} ${within} ${{ en: 'Three', fr: 'Trois' }[language]}`);
    expect(names[1]).toEqual(names[0]);
  });

  it('says in the contents which of its words are in the other language', () => {
    const [, two] = assembled(texts).editions.en.contents;
    expect(two?.children[0]?.title.map(({ type, data }) => [type, data?.lang])).toEqual([
      ['text', undefined],
      ['span', 'fr-CA'],
    ]);
  });
});

describe('an edition', () => {
  it('says of itself what the settings say, in its language and typography', () => {
    const settings = {
      title: { en: 'The "plan"', fr: 'Le "plan"' },
      notices: { en: "Canada's", fr: "L'avis : x" },
      contact: { name: { en: 'X', fr: "L'Y" }, email: { en: 'a@example.org', fr: 'b@example.org' } },
      subjects: { en: ['border'], fr: ['frontière'] },
      dates: { issued: '2009-08-01' },
    };
    const { en, fr } = assembled({ uses }, { settings }).editions;
    expect([en.title, en.otherTitle, en.notices, en.issued?.formatted]).toMatchObject([
      'The “plan”',
      'Le «\u00a0plan\u00a0»',
      'Canada’s',
      'August\u00a01, 2009',
    ]);
    expect(fr).toMatchObject({
      tag: 'fr-CA',
      title: 'Le «\u00a0plan\u00a0»',
      notices: 'L’avis\u00a0: x',
      contact: { name: 'L’Y', email: 'b@example.org' },
      subjects: ['frontière'],
    });
    expect(fr.modified).toBeUndefined();
  });

  it('is set as the publication asks, in what it says of its changes too', () => {
    const typography = { en: {}, fr: { percent: '\u202f' } };
    const changes = [{ date: '2009-08-01', text: { en: '5% more', fr: '5 % de plus' } }];
    const title = { en: '5% more', fr: '5 % de plus' };
    const { fr } = assembled({ uses }, { settings: { typography }, documents: { uses: { title, changes } } }).editions;
    const [document] = fr.documents;
    expect(document?.title).toBe('5\u202f% de plus');
    expect(document?.changes?.map(({ text }) => text)).toEqual(['5\u202f% de plus']);
  });

  it('calls a document by its title, else its heading, else its name', () => {
    const documents = { titled: { title: { en: "Front's", fr: 'Liminaire' } } };
    const { en } = assembled({ titled: 'x', headed: '# A *heading*', named: 'x' }, { documents }).editions;
    expect(en.documents.map(({ title }) => title)).toEqual(['Front’s', 'A heading', 'named']);
    expect(en.contents.map(({ text }) => text)).toEqual(['Front’s', 'A heading', 'named']);
  });

  it('leaves the publication as it was', () => {
    const { publication } = transformed(samplePublication({ uses }, { concepts: [ibet] }));
    const before = structuredClone(publication);
    const tables = { en: strings('en'), fr: strings('fr') };
    const first = assembleEdition(publication, 'fr', { strings: tables });
    expect(publication).toEqual(before);
    expect(assembleEdition(publication, 'fr', { strings: tables })).toEqual(first);
  });

  it('wants each document to have an id of its own', () => {
    const documents = { two: { id: 'one' }, three: { id: 'glossary' } };
    const { diagnostics } = assembled({ one: uses, two: 'x', three: 'x' }, { documents, concepts: [ibet] });
    expect(diagnostics.map(({ rule, path, details }) => [rule, path, details.variant])).toEqual([
      ['id-is-unique', 'source/two.md', 'document'],
      ['id-is-unique', 'source/three.md', 'glossary'],
    ]);
  });

  it('keeps no trace of what was for the other language alone', () => {
    const { editions } = assembled({
      only: '- :fr[seul]{only}\n- :en[x]:fr[y]\n\n**:fr[seul]{only}**\n\n> :fr[seul]{only}',
    });
    expect(editions.en.documents[0]?.tree.children.map(({ type }) => type)).toEqual(['heading', 'list']);
    expect(editions.fr.documents[0]?.tree.children.map(({ type }) => type)).toEqual([
      'heading',
      'list',
      'paragraph',
      'blockquote',
    ]);
  });
});

describe('numbers of sections', () => {
  it.each([
    ['the side that comes first', ':::en\n## A\n\n### B\n:::\n:::fr\n## A\n:::', ['1', '1.1', '1.2']],
    ['the side that comes second', ':::en\n## A\n:::\n:::fr\n## A\n\n### B\n:::', ['1', '1.2']],
  ])('go on from the side that comes further: %s', (_, sides, numbers) => {
    const { editions } = assembled(
      { plan: `# :en[T]:fr[T]\n\n${sides}\n\n### :en[C]:fr[C]` },
      { settings: { numbering: { sections: true } } },
    );
    const found: unknown[] = [];
    visit(editions.en.documents[0]?.tree ?? { type: 'root', children: [] }, 'heading', ({ data }) => {
      if (data?.section !== undefined) found.push(data.section);
    });
    expect(found).toEqual(numbers);
  });
});

describe('numbers of tables and figures', () => {
  it('are those of their ids in both languages, in whatever order each has them', () => {
    const table = (id: string): string => `::::table{#${id}}\n\n| a |\n| - |\n| ${id} |\n\n::::`;
    const side = (language: string, ids: readonly string[]): string =>
      `:::::${language}\n\n${ids.map(table).join('\n\n')}\n\n:::::`;
    const { editions } = assembled({
      plan: ['# :en[T]:fr[T]', side('en', ['low', 'high', 'own']), side('fr', ['high', 'low']), table('last')].join(
        '\n\n',
      ),
    });
    const numbersIn = (language: 'en' | 'fr'): Record<string, unknown> => {
      const found: Record<string, unknown> = {};
      visit(editions[language].documents[0]?.tree ?? { type: 'root', children: [] }, 'figure', ({ data, number }) => {
        found[data?.id ?? ''] = number;
      });
      return found;
    };
    expect(numbersIn('en')).toEqual({ low: 1, high: 2, own: 3, last: 4 });
    expect(numbersIn('fr')).toEqual({ high: 2, low: 1, last: 4 });
  });
});
