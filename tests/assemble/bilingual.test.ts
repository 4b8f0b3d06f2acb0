import fc from 'fast-check';
import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { assembleBilingual } from '../../pipeline/assemble/index.ts';
import {
  type BilingualEdition,
  type BilingualEntry,
  inHalf,
  type Language,
  languages,
  type Row,
  suffixOf,
  type Target,
} from '../../pipeline/model/index.ts';
import { assembled, concept, type PublicationParts } from '../helpers/assembled.ts';
import { plans, publicationOf } from '../helpers/passages.ts';

const ibet = concept('ibet', { term: 'border team', def: 'A team.' }, { term: 'équipe', def: 'Une équipe.' });
const zone = concept('zone', { term: 'area', def: 'A place.' }, { term: 'aire', def: 'Un lieu.' });

function bilingual(markdown: Readonly<Record<string, string>>, parts: PublicationParts = {}) {
  const { editions } = assembled(markdown, parts);
  return { editions, both: assembleBilingual(editions, 'columns') };
}

/** One line for each row: its kind, id, and what stands in its halves. */
function outline(rows: readonly Row[], indent = ''): string[] {
  return rows.flatMap((row) => {
    if (row.type === 'group') return [`${indent}group ${row.id}`, ...outline(row.rows, `${indent}  `)];
    if (row.type === 'shared') return [`${indent}shared ${row.block.data?.id}: ${textOf(row.block)}`];
    const halves = languages.map((language) => (row.halves[language] ?? []).map((block) => textOf(block)).join(' + '));
    return [`${indent}row ${row.id}: ${halves.join(' | ')}`];
  });
}

/** One line for each entry, indented by its place in the tree. */
function contentsOf(entries: readonly BilingualEntry[], indent = ''): string[] {
  return entries.flatMap(({ titles, children }) => [
    `${indent}${titles.en?.text ?? '–'} | ${titles.fr?.text ?? '–'}`,
    ...contentsOf(children, `${indent}  `),
  ]);
}

describe('contents', () => {
  it('have one entry for a heading in both languages, whatever its depth in each, in the order of reading', () => {
    const { both } = bilingual({
      plan: [
        '# :en[Plan]:fr[Projet]',
        ':::en{#a}\n## One\n:::\n:::fr\n## Un\n:::',
        ':::en{#b}\n### Two\n:::\n:::fr\n## Deux\n:::',
        ':::en{#c only}\n### Three\n:::',
        ':::fr{#d only}\n## Quatre\n:::',
        ':::en{#e}\n## Five\n:::\n:::fr\n# Cinq\n:::',
      ].join('\n\n'),
      end: '# :en[End]:fr[Fin]',
    });
    expect(contentsOf(both.contents)).toEqual([
      'Plan | Projet',
      '  One | Un',
      '    Two | Deux',
      '    Three | –',
      '  – | Quatre',
      '  Five | Cinq',
      'End | Fin',
    ]);
  });
});

describe('rows', () => {
  it('hold the blocks of a pair level where their types agree', () => {
    const { both } = bilingual({
      plan: ':::en{#p}\nOne\n\n- Two\n:::\n:::fr\nUn\n\n- Deux\n:::\n\n:::en{#q}\nOne\n\nTwo\n:::\n:::fr\nUn\n:::',
    });
    expect(outline(both.documents[0]?.rows ?? []).slice(1)).toEqual([
      'group p',
      '  row undefined: One | Un',
      '  row undefined: Two | Deux',
      'row q: One + Two | Un',
    ]);
  });

  it('hold the sections of a pair level, each with its heading', () => {
    const markdown = ':::en\n## One {#one}\n\nWords\n:::\n:::fr\n## Un {#one}\n\nMots\n:::';
    expect(outline(bilingual({ plan: markdown }).both.documents[0]?.rows ?? []).slice(1)).toEqual([
      'group plan-1',
      '  row one: One | Un',
      '  row undefined: Words | Mots',
    ]);
  });

  it('have what is the same in both once, and what is for one language alone beside nothing', () => {
    const shared = '```\ncode\n```\n\n:::en{only #e}\nOnly\n:::\n\n- :en[one]:fr[un]\n\n:::fr{only #f}\nSeul\n:::';
    expect(outline(bilingual({ plan: shared }).both.documents[0]?.rows ?? []).slice(1)).toEqual([
      'shared plan-1: code',
      'row e: Only | ',
      'row plan-3: one | un',
      'row f:  | Seul',
    ]);
  });

  it('have a table of the source once, with the words of both languages where they differ', () => {
    const { both } = bilingual({
      plan: [
        '::::table{#t}\n\n:::en\nPlaces\n:::\n\n:::fr\nLieux\n:::\n\n| :en[Place]:fr[Lieu] | Km |\n| --- | --: |\n| :en[Ottawa]:fr[Ottawa] | :num[1234.5] |\n| :en[Rome]:fr[Rome] | 12 |\n\n::::',
        ':::en\n| A |\n| - |\n| b |\n:::\n\n:::fr\n| Â |\n| - |\n| c |\n:::',
        '| :en[See]:fr[Voir] |\n| - |\n| 5[^n] |\n\n[^n]: N',
      ].join('\n\n'),
    });
    const [, shared, apart, noted] = both.documents[0]?.rows ?? [];
    const cells: string[] = [];
    if (shared?.type === 'shared')
      visit(shared.block as Nodes, (node) => {
        if (node.type !== 'tableCell' && node.type !== 'caption') return;
        const halves = node.children.flatMap((child) =>
          child.data?.half ? [`${child.data.half} ${textOf(child)}`] : [],
        );
        cells.push(halves.length > 0 ? halves.join(' | ') : textOf(node));
      });
    expect(cells).toEqual([
      'en Table\u00a01. Places | fr Tableau\u00a01. Lieux',
      'en Place | fr Lieu',
      'Km',
      'Ottawa',
      'en 1,234.5 | fr 1\u00a0234,5',
      'Rome',
      '12',
    ]);
    expect([apart?.type, noted?.type]).toEqual(['paired', 'shared']); // the one before was written twice
  });

  it('give no id twice where one language has as its title what is a section of the other', () => {
    const { both } = bilingual({
      plan: ':::en\n# Use {#use}\n\nWords.\n:::\n:::fr\n## Emploi {#use}\n\nMots.\n:::',
    });
    const ids: string[] = [];
    const collect = (rows: readonly Row[]): void => {
      for (const row of rows) {
        if (row.type !== 'shared' && row.id !== undefined) ids.push(row.id);
        if (row.type === 'group') collect(row.rows);
        const blocks = row.type === 'shared' ? [row.block] : Object.values('halves' in row ? row.halves : {}).flat();
        for (const block of blocks) visit(block as Nodes, ({ data }) => void (data?.id && ids.push(data.id)));
      }
    };
    collect(both.documents[0]?.rows ?? []);
    expect(ids.filter((id) => id.startsWith('use')).length).toBeGreaterThan(2);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('hold a note against the note of its label, and never share what calls one', () => {
    const { both } = bilingual({
      plan: 'IBET[^a]\n\n[^a]: A\n\n:::en\nOne[^b]\n\n[^b]: B\n:::\n:::fr\nUn[^b]\n\n[^b]: Bb\n:::',
    });
    const [document] = both.documents;
    expect(outline(document?.rows ?? [])[1]).toBe('row plan-1: IBET | IBET');
    const notes = document?.notes.map(({ halves }) => languages.map((language) => textOf(halves[language])));
    expect(notes).toEqual([
      ['A', 'A'],
      ['B', 'Bb'],
    ]);
  });

  it('hold the glossary level by concept, in the order of the first language', () => {
    const { both } = bilingual({ plan: 'x' }, { concepts: [ibet, zone], settings: { order: ['fr', 'en'] } });
    const glossary = both.documents.find(({ kind }) => kind === 'glossary');
    expect(glossary?.rows.slice(1).map((row) => row.type === 'paired' && row.id)).toEqual(['term-zone', 'term-ibet']);
    expect(outline(glossary?.rows ?? [])[1]).toMatch(/area.*\|.*aire/);
  });

  it('hold what leads to the glossary, behind its entries', () => {
    const settings = { references: { backlinks: 'all' } } as const;
    const { both } = bilingual({ plan: '# :en[Plan]:fr[Plan]\n\n[[glossary]]' }, { concepts: [ibet, zone], settings });
    const rows = outline(both.documents.find(({ kind }) => kind === 'glossary')?.rows ?? []);
    expect(rows.at(-1)).toMatch(/Plan.* \| .*Plan/);
    expect(rows).toHaveLength(4);
  });
});

describe('links', () => {
  const markdown = {
    one: ':::en{#p}\n[to](two.md#q), a border team\n:::\n:::fr\n[vers](two.md#q), une équipe\n:::\n\n[x](two.md#code)',
    two: ':::en{#q}\nOne\n\nTwo\n:::\n:::fr\nUn\n\nDeux\n:::\n\n:::en{#r}\n[to](two.md#q)\n:::\n:::fr\n[vers](two.md#q)\n:::\n\n## X {#code}',
  };
  it('lead from a half to halves of the same language, and from what is shared to rows', () => {
    const { both } = bilingual(markdown, { concepts: [ibet] });
    const targets = (language: Language) => {
      const found: unknown[] = [];
      for (const { rows, id } of both.documents)
        for (const block of column(rows, language).filter(() => id !== 'glossary'))
          visit(block, ({ data }) => void (data?.target && found.push(data.target.id)));
      return found;
    };
    expect(targets('en')).toEqual(['q--en', 'term-ibet--en', 'code', 'q--en']);
    expect(targets('fr')).toEqual(['q--fr', 'term-ibet--fr', 'code', 'q--fr']);
    expect(deadEnds(both)).toEqual([]);
  });
});

/** One language's blocks read from the top down. */
function column(rows: readonly Row[], language: Language): readonly RootContent[] {
  return rows.flatMap((row) => {
    if (row.type === 'group') return column(row.rows, language);
    return row.type === 'shared' ? [inHalf(row.block, language)] : (row.halves[language] ?? []);
  });
}

/** A tree without what rows change: ids lose their suffix; groups, which rows may open, their shell. */
function plain(nodes: readonly RootContent[], language: Language): unknown[] {
  const opened = (node: RootContent): readonly RootContent[] =>
    node.type === 'group' ? node.children.flatMap(opened) : [node];
  return structuredClone(nodes.flatMap(opened)).map((block) => {
    visit(block as Nodes, (node) => {
      if (node.data?.unit !== undefined) delete node.data.unit;
      if (node.data?.target) node.data.target = { document: node.data.target.document };
      if (node.type === 'pageReference') node.targets = node.targets.map(({ document }) => ({ document }));
      const id = node.data?.id;
      if (id !== undefined && node.data) node.data.id = id.replace(suffixOf(language), '');
    });
    // A group's id, which its first block may have taken.
    if (block.data) delete block.data.id;
    return { ...block, data: block.data ?? {} };
  });
}

/** Every anchor of the edition as often as it stands there, by document. */
function anchorsOf(both: BilingualEdition): Map<string, string[]> {
  const anchors = new Map<string, string[]>();
  for (const { id, rows, notes } of both.documents) {
    const ids: string[] = [];
    const add = (node: Nodes): void => visit(node, ({ data }) => void (data?.id !== undefined && ids.push(data.id)));
    const addRow = (row: Row): void => {
      if (row.type === 'shared') add(row.block);
      else if (row.id !== undefined) ids.push(row.id);
      if (row.type === 'group') for (const inner of row.rows) addRow(inner);
      if (row.type === 'paired') for (const language of languages) row.halves[language]?.forEach(add);
    };
    rows.forEach(addRow);
    for (const { halves } of notes) for (const language of languages) if (halves[language]) add(halves[language]);
    anchors.set(id, ids);
  }
  return anchors;
}

function deadEnds(both: BilingualEdition): string[] {
  const anchors = anchorsOf(both);
  const targets: Target[] = [];
  for (const { rows, notes } of both.documents) {
    for (const language of languages) {
      const blocks = [...column(rows, language), ...notes.flatMap(({ halves }) => halves[language] ?? [])];
      for (const block of blocks) {
        visit(block as Nodes, (node) => {
          if (node.data?.target) targets.push(node.data.target);
          if (node.type === 'pageReference') targets.push(...node.targets);
        });
      }
    }
  }
  const enter = ({ target, children }: BilingualEntry): void => {
    targets.push(target);
    children.forEach(enter);
  };
  both.contents.forEach(enter);
  return targets
    .filter(({ document, id }) => !anchors.has(document) || (id !== undefined && !anchors.get(document)?.includes(id)))
    .map(({ document, id }) => `${document}#${id}`);
}

describe('whatever the publication', () => {
  it('one language read down is its edition: every block once, in order; no link is dead, no anchor there twice', () => {
    fc.assert(
      fc.property(plans, fc.boolean(), (plan, frenchFirst) => {
        const order: readonly [Language, Language] = frenchFirst ? ['fr', 'en'] : ['en', 'fr'];
        const { editions, both } = bilingual(publicationOf(plan).markdown, {
          settings: { order },
          concepts: [ibet, zone],
        });
        for (const language of languages) {
          for (const [index, { rows, kind }] of both.documents.entries()) {
            if (kind === 'glossary') continue; // by concept, in one order for both
            const own = editions[language].documents[index]?.tree.children ?? [];
            expect(plain(column(rows, language), language)).toEqual(plain(own, language));
          }
        }
        expect(deadEnds(both)).toEqual([]);
        for (const ids of anchorsOf(both).values()) expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('both editions are as they were', () => {
    const { editions } = assembled({ plan: '## :en[One]:fr[Un]\n\n:::en\nx\n:::\n:::fr\ny\n:::' });
    const before = structuredClone(editions);
    assembleBilingual(editions, 'columns');
    expect(editions).toEqual(before);
  });
});
