import { describe, expect, it, vi } from 'vitest';
import { type DrawnFormula, prepareFormulae } from '../../../pipeline/emit/pdf/formulae/index.ts';
import type { MathNode } from '../../../pipeline/emit/pdf/formulae/tree.ts';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import type { DrawnMark } from '../../../pipeline/emit/pdf/svg/index.ts';
import type { Language } from '../../../pipeline/model/index.ts';
import { assembled } from '../../helpers/assembled.ts';
import { templates } from '../../helpers/templates.ts';
import { shippedFonts } from './paged.ts';

const fonts = await shippedFonts();

/** A displayed formula as it comes to layout and painter, with its words in both languages. */
async function made(tex: string) {
  const side = (language: Language) => `::::${language}\n# A\n\n$$\n${tex}\n$$\n::::`;
  const { editions } = assembled({ one: `${side('en')}\n\n${side('fr')}` });
  const { boxes, drawings } = await prepareFormulae(editions.en, fonts);
  const french = await prepareFormulae(editions.fr, fonts);
  const box = boxes(tex, { display: true, lang: editions.en.tag });
  const fr = french.boxes(tex, { display: true, lang: editions.fr.tag })?.words;
  return { box, drawing: drawings.get(box?.asset ?? '') as DrawnFormula, en: box?.words, fr };
}

const marksOf = ({ marks }: DrawnFormula): Extract<DrawnMark, { kind: 'path' }>[] =>
  marks.flatMap((mark) => (mark.kind === 'path' ? [mark] : []));

const words = (node?: MathNode): string => (node?.text ?? '') + (node?.children ?? []).map(words).join('');

describe('tags of formulae', () => {
  it('stand after their formula, which is drawn, parsed and said with them', async () => {
    const plain = await made('a = b');
    const { box, drawing, en, fr } = await made('a = b \\tag{A}');
    expect(box?.width).toBeGreaterThan((plain.box?.width ?? 0) + 2);
    expect(marksOf(drawing).length).toBe(6);
    expect(words(drawing.parsed?.tree)).toBe('a=b(A)');
    expect([en, fr]).toEqual(['a equals b (A)', 'a égale b (A)']);
  });

  it('stand in one column after formulae of several lines', async () => {
    const { box, drawing, en } = await made('\\begin{align} a &= b \\tag{1}\\\\ c + d + e &= f \\end{align}');
    expect(box?.width).toBeGreaterThan(6);
    expect(box?.width).toBeLessThan(12);
    expect(marksOf(drawing).length).toBe(6 + 7);
    expect(en).toContain('a equals b (1)');
  });
});

describe('lines around and through formulae', () => {
  it.each([
    ['\\begin{array}{|l|r|}\\hline n & m \\\\ \\hline\\end{array}', 2, 2],
    ['\\boxed{E}', 1, 1],
    ['\\fbox{E}', 1, 1],
    ['\\cancel{x}', 1, 1],
  ])('of %s are strokes that hide nothing', async (tex, signs, lines) => {
    const marks = marksOf((await made(tex)).drawing);
    expect(marks.filter(({ fill, stroke }) => fill && !stroke).length).toBe(signs);
    expect(marks.filter(({ fill, stroke }) => !fill && stroke).length).toBe(lines);
  });
});

describe('formulae of chemistry', () => {
  it.each([
    ['\\ce{2H2 + O2 -> 2H2O}', '2 H sub 2 plus O sub 2 long right arrow 2 H sub 2 O'],
    ['\\ce{A <=>[a] B}', 'A right harpoon over left harpoon sign with a over it B'],
    ['\\ce{A <=>> B}', 'A right arrow above short left arrow B'],
    ['\\ce{A <-> B}', 'A long left right arrow B'],
    ['\\ce{A\\bond{~-}B\\bond{~=}C}', expect.stringMatching(/^A .* B .* C$/)],
  ])('as %s are drawn and said, and nothing is told beside', async (tex, said) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { box, drawing, en } = await made(tex);
    expect(drawing).toBeDefined();
    expect(box?.width).toBeGreaterThan(2);
    expect(en).toEqual(said);
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });
});

it.each([
  ['\\boxed{E=mc^2}', 'boxed E equals m c squared', 'encadré E égale m c au carré'],
  ['\\cancel{x}', 'crossed out x', 'barré x'],
  ['50\\,\\% \\quad \\$5', '50 percent dollars 5', '50 pour cent dollars 5'],
  ['\\text{débit à l’Élévation} = q', 'débit à l’Élévation equals q', 'débit à l’Élévation égale q'],
  ['5\\ \\text{m}^3', '5 m cubed', '5 m au cube'],
  ['\\mathrm{H} + x', 'H plus x', 'H plus x'],
  [
    '\\begin{array}{|l|r|}\\hline n & 2 \\\\ \\hline 10 & 4 \\\\ \\hline\\end{array}',
    '2 lines Line 1: n 2 Line 2: 10 4',
    '2 lignes Ligne 1: n 2 Ligne 2: 10 4',
  ],
  ['\\begin{array}{|c|}\\hline a \\\\ c \\end{array}', '2 lines Line 1: a Line 2: c', '2 lignes Ligne 1: a Ligne 2: c'],
])('%s is said in words', async (tex, en, fr) => {
  expect(await made(tex)).toMatchObject({ en, fr });
});

it('tells of a formula with a sign that its face lacks, at its place, and of no other', async () => {
  const source = (language: Language) => `::::${language}\n# A\n\nSee $$a$$.\n\n$$\n\\text{漢}\n$$\n::::`;
  const { en } = assembled({ one: `${source('en')}\n\n${source('fr')}` }).editions;
  const { diagnostics } = await prepareFormulae(en, fonts);
  expect(diagnostics).toMatchObject([
    { rule: 'formula-is-valid', details: { variant: 'drawn', tex: '\\text{漢}' }, position: { start: { line: 6 } } },
  ]);
  const told = await emitPdf(en, templates(), { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' });
  expect(told.diagnostics).toContainEqual(diagnostics[0]);
});
