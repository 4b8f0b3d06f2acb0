import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { assembled, concept } from '../helpers/assembled.ts';
import { faultsOf } from '../helpers/soundness.ts';

const team = concept(
  'ibet',
  { term: 'Integrated Border Enforcement Team', abbr: 'IBET' },
  { term: 'Équipe intégrée de la police des frontières', abbr: 'EIPF' },
);

test('what an acronym of raw HTML stands for is kept, in its language’s typography, and said once', () => {
  const source = [
    '# A',
    ':::en',
    'The <abbr title="Integrated Border Enforcement Team">IBET</abbr> meets the <abbr title="Queen\'s Own">QO</abbr>.',
    ':::',
    ':::fr',
    'L’<abbr title="Équipe \'intégrée\'">EIPF</abbr> rencontre les <abbr title="Gens d\'Oka">GO</abbr>.',
    ':::',
  ].join('\n\n');
  const { editions, diagnostics } = assembled({ a: source }, { concepts: [team] });
  expect(diagnostics).toEqual([]);
  const found = (tree: Nodes | undefined): string[] => {
    const expansions: string[] = [];
    if (tree) visit(tree, 'abbreviation', (node) => void expansions.push(node.expansion));
    return expansions;
  };
  expect(found(editions.en.documents[0]?.tree)).toEqual(['Integrated Border Enforcement Team', 'Queen’s Own']);
  expect(found(editions.fr.documents[0]?.tree)).toEqual([expect.stringContaining('intégrée'), 'Gens d’Oka']);
  expect([...faultsOf(editions.en), ...faultsOf(editions.fr)]).toEqual([]);
});
