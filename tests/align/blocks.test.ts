import fc from 'fast-check';
import type { Heading, Pair } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { alignBlocks } from '../../pipeline/align/index.ts';
import type { Block, Language } from '../../pipeline/model/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';

const blocks = (markdown: string): Block[] => parseDocument(markdown, 'source/x.md').value.children as Block[];

/** Pairs as `English | French`, `–` where there is none. */
function listed(en: string, fr: string): string[] {
  return alignBlocks({ en: blocks(en), fr: blocks(fr) }, ['en', 'fr']).map((pair) =>
    (['en', 'fr'] as const).map((language) => wordsIn(pair, language) ?? '–').join(' | '),
  );
}

function wordsIn(pair: Pair, language: Language): string | undefined {
  const variant = pair.children.find((each) => each.language === language);
  return variant && textOf(variant);
}

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', value: text }] });
const heading = (depth: number, text: string): Block => ({
  type: 'heading',
  depth: depth as Heading['depth'],
  children: [{ type: 'text', value: text }],
});
const block = fc.oneof(
  fc.string({ maxLength: 40 }).map(paragraph),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.string({ maxLength: 12 })).map(([depth, text]) => heading(depth, text)),
  fc.constant<Block>({ type: 'thematicBreak' }),
  fc.string({ maxLength: 20 }).map((value): Block => ({ type: 'code', value })),
);
const side = fc.array(block, { maxLength: 40 });

describe('blocks of two files', () => {
  test('nothing is lost, repeated or reordered on either side', () => {
    fc.assert(
      fc.property(side, side, (en, fr) => {
        const pairs = alignBlocks({ en, fr }, ['fr', 'en']);
        for (const [language, own] of [['en', en] as const, ['fr', fr] as const]) {
          const found = pairs.flatMap(({ children }) =>
            children.filter((variant) => variant.language === language).flatMap((variant) => variant.children),
          );
          expect(found.length).toBe(own.length);
          expect(found.every((each, index) => each === own[index])).toBe(true);
        }
      }),
    );
  });

  test('equal structures pair one to one, whatever they say', () => {
    const shaped = fc.array(fc.tuple(block, fc.string({ maxLength: 40 })), { maxLength: 40 });
    fc.assert(
      fc.property(shaped, (both) => {
        const en = both.map(([each]) => each);
        const fr = both.map(([each, words]): Block => {
          if (each.type === 'paragraph') return paragraph(words);
          return each.type === 'heading' ? heading(each.depth, words) : { ...each };
        });
        const pairs = alignBlocks({ en, fr }, ['en', 'fr']);
        expect(pairs.map(({ children }) => children.map((variant) => variant.children[0]))).toEqual(
          en.map((each, index) => [each, fr[index]]),
        );
      }),
    );
  });

  test('headings stand against headings alone', () => {
    fc.assert(
      fc.property(side, side, (en, fr) => {
        for (const { children } of alignBlocks({ en, fr }, ['en', 'fr'])) {
          const kinds = children.map(({ children: [first] }) => first?.type === 'heading');
          expect(new Set(kinds).size).toBe(1);
        }
      }),
    );
  });

  test('a heading of another depth stands against its like', () => {
    const en = '# Plan\n\nIntroduction.\n\n## Sub\n\nIt has 40 parts.';
    const fr = '# Plan\n\nPrésentation.\n\n### Sous\n\nIl a 40 parties.';
    expect(listed(en, fr).slice(2)).toEqual(['Sub | Sous', 'It has 40 parts. | Il a 40 parties.']);
  });

  test('a heading that another follows directly keeps its depth', () => {
    const en = '## Use it unchanged\n\nNothing need be shared of what was used as it stands.\n\n## End\n\nThe end.';
    const fr =
      '## L’utiliser sans le changer\n\n### On n’a pas à le partager\n\nRien de ce qui sert tel quel n’est à partager.\n\n## Fin\n\nLa fin.';
    expect(listed(en, fr)).toContain('Use it unchanged | L’utiliser sans le changer');
  });

  test('figures in headings say which belong together', () => {
    const en = '## References\n\n### 2.1 Normative\n\nThey apply.';
    const fr =
      '## Références\n\n### 2.1 Normatives\n\nElles s’appliquent toutes.\n\n### 2.2 Informatives\n\nElles aident.';
    expect(listed(en, fr)).toContain('2.1 Normative | 2.1 Normatives');
  });

  test('a passage that one side lacks stands alone where it is', () => {
    const en = '# Plan\n\nIntroduction.\n\nThe budget is $4,800 for 2024.\n\nThe end of it.\n\n## Steps\n\nFirst.';
    const fr = '# Plan\n\nPrésentation.\n\nLa fin de tout cela.\n\n## Étapes\n\nD’abord.';
    expect(listed(en, fr)).toEqual([
      'Plan | Plan',
      'Introduction. | Présentation.',
      'The budget is $4,800 for 2024. | –',
      'The end of it. | La fin de tout cela.',
      'Steps | Étapes',
      'First. | D’abord.',
    ]);
  });

  test('a section that one side lacks does not shift those after it', () => {
    const section = (title: string, count: number): string =>
      `## ${title}\n\n${Array.from({ length: count }, (_, at) => `${title} ${at + 1}0.`).join('\n\n')}`;
    const en = [section('A', 2), section('B', 3), section('C', 2)].join('\n\n');
    const fr = [section('A', 2), section('C', 2)].join('\n\n');
    const found = listed(en, fr);
    expect(found.filter((line) => line.endsWith('| –'))).toEqual(['B | –', 'B 10. | –', 'B 20. | –', 'B 30. | –']);
    expect(found.filter((line) => !line.endsWith('| –'))).toEqual(
      ['A', 'A 10.', 'A 20.', 'C', 'C 10.', 'C 20.'].map((words) => `${words} | ${words}`),
    );
  });

  test('figures and links tell which passage is meant', () => {
    const en = 'See [one](https://x.ca/en/1).\n\nSee [two](https://x.ca/en/2).\n\nSee [three](https://x.ca/en/3).';
    const fr = 'Voir [deux](https://x.ca/fr/2).\n\nVoir [trois](https://x.ca/fr/3).';
    expect(listed(en, fr)).toEqual(['See one. | –', 'See two. | Voir deux.', 'See three. | Voir trois.']);
  });

  test('one id is one passage', () => {
    const en = '## Aims {#aims}\n\nWords.\n\n## Other {#other}\n\nWords.';
    const fr = '## Autre chose {#other}\n\nMots.';
    expect(listed(en, fr)).toEqual(['Aims | –', 'Words. | –', 'Other | Autre chose', 'Words. | Mots.']);
  });

  test('a quotation against a paragraph is better than both alone', () => {
    expect(listed('One.\n\n> Quoted words.\n\nTwo.', 'Un.\n\nMots cités.\n\nDeux.')).toEqual([
      'One. | Un.',
      'Quoted words. | Mots cités.',
      'Two. | Deux.',
    ]);
  });

  test('two paragraphs stand against the one that holds both', () => {
    const en = 'The office opens at nine every day.\n\nIt closes at noon on Fridays in summer.\n\nThe end of it.';
    const fr =
      'Le bureau ouvre chaque jour à neuf heures. Il ferme à midi le vendredi pendant l’été.\n\nLa fin de tout cela.';
    expect(listed(en, fr)).toEqual([
      'The office opens at nine every day.It closes at noon on Fridays in summer. | Le bureau ouvre chaque jour à neuf heures. Il ferme à midi le vendredi pendant l’été.',
      'The end of it. | La fin de tout cela.',
    ]);
  });

  test('a paragraph that the one beside it does not hold stays alone', () => {
    const en = 'The office opens at nine every day.\n\nIt closes at noon on Fridays in summer.\n\nThe end of it.';
    const fr = 'Le bureau ouvre ses portes chaque jour à neuf heures.\n\nLa fin de tout cela.';
    expect(listed(en, fr).filter((line) => line.endsWith('| –'))).toHaveLength(1);
  });

  test('what stands after a list on one side and in its last item on the other', () => {
    const en =
      'Bring:\n\n- your card and its number\n- a pen\n\nLeave your bag and your coat at the door on the way in.';
    const fr =
      'Apportez :\n\n- votre carte et son numéro\n- un stylo\n- Laissez votre sac et votre manteau à la porte en entrant.';
    expect(listed(en, fr).filter((line) => line.includes('–'))).toEqual([]);
    const alone = 'Apportez :\n\n- votre carte et son numéro\n- un stylo';
    expect(listed(en, alone)).toContain('Leave your bag and your coat at the door on the way in. | –');
  });

  test('a heading stands against a line in bold, and against no other paragraph', () => {
    const en = 'Use a plain font.\n\n#### Always\n\n- make it large';
    expect(listed(en, 'Prenez une police simple.\n\n**Toujours :**\n\n- l’agrandir')).toContain('Always | Toujours :');
    const plain = listed(en, 'Prenez une police simple.\n\nToujours.\n\n- l’agrandir');
    expect(plain).toEqual(expect.arrayContaining(['Always | –', '– | Toujours.']));
  });

  test('a list of one side that the other lacks stays alone beside a long paragraph', () => {
    const en = 'We ask for these four papers, each with its date and the name of who signed it:\n\n- a form\n- a card';
    const fr = 'Nous demandons ces quatre documents, chacun avec sa date et le nom du signataire :';
    expect(listed(en, fr)).toContain('a forma card | –');
  });

  test('a list and a paragraph stand against a paragraph and a list', () => {
    const en =
      '- Start with some questions:\n- Can all of them read it?\n- What must they have?\n\nWhich parts are hard for those who cannot see the screen, or who learn the language?';
    const fr =
      'Commencez par des questions :\n\n- Tout le monde peut-il le lire?\n- Que leur faut-il?\n- Quelles parties sont difficiles pour qui ne voit pas l’écran, ou apprend la langue?';
    expect(listed(`Ask.\n\n${en}\n\nEnd.`, `Demandez.\n\n${fr}\n\nFin.`)).toHaveLength(3);
  });

  test('lines of one paragraph hold headings and what stands under them', () => {
    const en = '## Terms\n\n### Copies\n\nA: yes, B: no\n\n### Access\n\nA: no, B: yes\n\n## End\n\nThat is all.';
    const fr = '## Conditions\n\nCopies\nA : oui, B : non\nAccès\nA : non, B : oui\n\n## Fin\n\nC’est tout.';
    expect(listed(en, fr).filter((line) => line.includes('–'))).toEqual([]);
  });
});
