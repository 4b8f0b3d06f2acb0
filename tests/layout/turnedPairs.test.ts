import { expect, test } from 'vitest';
import type { Fragment } from '../../pipeline/layout/index.ts';
import { laidOutAs } from '../helpers/parallel.ts';

const wide = (word: string): string =>
  ['Head', '---', word]
    .map(
      (cell) =>
        `|${Array.from({ length: 12 }, (_, at) => (cell === '---' ? cell : `${cell}${at} de sens`)).join('|')}|`,
    )
    .join('\n');
const pair = (en: string, fr: string): string => `:::en\n\n${en}\n\n:::\n\n:::fr\n\n${fr}\n\n:::\n\n`;
const heading = (en: string, fr: string): string => `## :en[${en}]:fr[${fr}]\n\n`;

const wordsOf = (fragments: readonly Fragment[]): string[] =>
  fragments.flatMap((each) => (each.kind === 'text' ? each.words.map(({ text }) => text) : []));
const hasWord = (fragments: readonly Fragment[], start: string): boolean =>
  wordsOf(fragments).some((word) => word.startsWith(start));

for (const kind of ['columns', 'stacked', 'facing'] as const) {
  const plan = [
    '# :en[Plan]:fr[Projet]\n\n',
    heading('Alone', 'Seul'),
    pair(wide('first'), wide('premier')),
    heading('Rest', 'Suite'),
    pair('Some words.', 'Quelques mots.'),
    pair(wide('second'), wide('deuxième')),
    pair('Last words.', 'Derniers mots.'),
  ].join('');
  const { pages } = laidOutAs(kind)({ plan }).value;
  const turned = pages.filter(({ width, height }) => width > height);

  test(`turned tables of both languages keep their order: ${kind}`, () => {
    const order = turned.flatMap(({ fragments }) =>
      wordsOf(fragments).flatMap((word) => /^(first|premier|second|deuxième)0$/.exec(word)?.[1] ?? []),
    );
    expect(order).toEqual(
      kind === 'facing' ? ['first', 'second', 'premier', 'deuxième'] : ['first', 'premier', 'second', 'deuxième'],
    );
  });

  test(`a heading with nothing else below it says in both languages that its table is turned: ${kind}`, () => {
    const said = pages.flatMap(({ fragments }) =>
      fragments.filter(
        (each) => 'artifact' in each.owner && (hasWord([each], 'sideways') || hasWord([each], 'l’italienne')),
      ),
    );
    expect(said.map((each) => hasWord([each], 'sideways'))).toEqual([true, false]);
  });
}
