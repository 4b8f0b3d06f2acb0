import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { assembleBilingual } from '../../../pipeline/assemble/index.ts';
import { prepareFormulae } from '../../../pipeline/emit/pdf/formulae/index.ts';
import { makeTypesetter } from '../../../pipeline/emit/pdf/formulae/typeset.ts';
import { makeSpeaker } from '../../../pipeline/emit/pdf/formulae/words.ts';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import { type Formulae, layoutBilingual, layoutEdition } from '../../../pipeline/layout/index.ts';
import type { EmitOptions, Language } from '../../../pipeline/model/index.ts';
import { assembled } from '../../helpers/assembled.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { judgePdf } from '../../helpers/pdf-judge.ts';
import { askTool } from '../../helpers/pdf-tools.ts';
import { allElements, markedText, structureOf, textOf, textUnder } from '../../helpers/pdf-tree.ts';
import { templates } from '../../helpers/templates.ts';
import { shippedFonts } from './paged.ts';

const options: EmitOptions = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' };
const fonts = await shippedFonts();

const formulae = [
  'E = mc^2',
  '\\frac{a}{b}',
  '\\sum_{i=1}^{n} x_i \\le 3',
  'a < b',
  '\\text{débit à la sortie}',
  '\\left\\{\\begin{matrix}1\\\\3\\\\3\\\\4\\\\5\\\\6\\\\8\\end{matrix}\\right.',
  '\\begin{array}{c|c}1&2\\\\\\hline 3&4\\end{array}',
  '\\underbrace{a+b+c+d}_{n} \\xrightarrow{abcdef} \\mathbb{R}',
];

const side = (language: Language, heading: string) =>
  [`::::${language}`, `# ${heading}`, ...formulae.map((tex) => `Zone $$${tex}$$ end.\n\n$$\n${tex}\n$$`), '::::'].join(
    '\n\n',
  );

const { editions } = assembled({ one: `${side('en', 'Formulae')}\n\n${side('fr', 'Formules')}` });

describe('formulae', () => {
  const fetched = vi.fn();
  beforeAll(() => vi.stubGlobal('fetch', fetched));
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it('are all set and said in both languages, from files of our own alone', async () => {
    for (const language of ['en', 'fr'] as const) {
      const { boxes, drawings } = await prepareFormulae(editions[language], fonts);
      expect(drawings.size).toBe(2 * formulae.length);
      for (const tex of formulae) {
        const inline = boxes(tex, { display: false, lang: editions[language].tag });
        const display = boxes(tex, { display: true, lang: editions[language].tag });
        for (const box of [inline, display]) {
          expect(box?.width).toBeGreaterThan(0.3);
          expect(box?.ascent).toBeGreaterThan(0.3);
          expect(box?.words).not.toBe(tex);
          expect(box?.words).not.toMatch(/undefined|[\\{}_^]/);
        }
      }
    }
    expect(fetched).not.toHaveBeenCalled();
  });

  it('say what they are in the language of their text', async () => {
    const said = async (language: Language, tex: string) => {
      const { boxes } = await prepareFormulae(editions[language], fonts);
      return boxes(tex, { display: false, lang: editions[language].tag })?.words;
    };
    expect(await said('en', '\\frac{a}{b}')).toBe('a over b');
    expect(await said('fr', '\\frac{a}{b}')).toBe('a sur b');
    expect(await said('en', 'E = mc^2')).toBe('E equals m c squared');
    expect(await said('fr', 'E = mc^2')).toBe('E égale m c au carré');
    expect(await said('en', '\\sum_{i=1}^{n} x_i \\le 3')).toContain('x sub i');
    expect(await said('fr', '\\sum_{i=1}^{n} x_i \\le 3')).toBe(
      'la sommation de i égale 1 à n de x indice i plus petit ou égal à 3',
    );
  });

  it('are said in the language of each, be they asked for at one time', async () => {
    const speak = await makeSpeaker();
    const set = await makeTypesetter();
    const mathml = { type: 'element' as const, tagName: 'math', properties: {}, children: [] };
    const made = await set({ tex: '\\sum_{i=1}^{n} x_i', display: true, mathml });
    const say = (language: Language): Promise<string> => speak(made?.mathml ?? '', language);
    const alone = [await say('en'), await say('fr'), await say('en')];
    expect(new Set(alone).size).toBe(2);
    expect(await Promise.all([say('en'), say('fr'), say('en')])).toEqual(alone);
  });

  it('say in French no word of the engine’s English, and mend its slips', async () => {
    const speak = await makeSpeaker();
    const set = await makeTypesetter();
    const mathml = { type: 'element' as const, tagName: 'math', properties: {}, children: [] };
    const said = async (tex: string) => speak((await set({ tex, display: false, mathml }))?.mathml ?? '', 'fr');
    expect(await said('\\int_0^1 f_n(x)')).toBe('l’intégrale de 0 à 1 de f indice n de x');
    expect(await said('\\forall x \\notin A')).toBe('pour tout x n’appartient pas à A');
    expect(await said('b \\nmid c')).toBe('b n’est pas un diviseur de c');
    expect(await said('a \\cdot b')).toBe('a point b');
    expect(await said('x \\in \\mathbb{R}')).toBe('x est un nombre réel');
    expect(await said('25\\,\\%')).toBe('25 pour cent');
  });

  it('are cut before relations and operators where they are long, in the style that they have', async () => {
    const tex = '\\frac{a}{b} + c + d + (e + f + g + h) = \\sum_{i=1}^{n} x_i - \\frac{a}{b} - c - d - e - f - g - h';
    const source = `Zone $$${tex}$$ end.\n\n$$\n${tex}\n$$`;
    const { en } = assembled({ one: `::::en\n# A\n\n${source}\n::::\n\n::::fr\n# B\n\n${source}\n::::` }).editions;
    const { boxes, drawings } = await prepareFormulae(en, fonts);
    const [inline, display] = [false, true].map((each) => boxes(tex, { display: each, lang: en.tag }));
    for (const box of [inline, display]) {
      const pieces = box?.pieces ?? [];
      const kinds = pieces.map(({ before }) => before);
      expect(kinds.filter((kind) => kind === 'relation').length).toBe(1);
      expect(kinds.filter((kind) => kind === 'inside').length).toBe(3);
      expect(kinds.filter((kind) => kind === 'operator').length).toBeGreaterThan(4);
      expect(pieces.every(({ asset }) => drawings.has(asset))).toBe(true);
      const sum = pieces.reduce((total, { width, space }) => total + width + space, 0);
      expect(sum).toBeCloseTo(box?.width ?? 0, 1);
    }
    expect(Math.max(...(display?.pieces ?? []).map(({ ascent }) => ascent))).toBeCloseTo(display?.ascent ?? 0, 2);
    expect(display?.ascent).toBeGreaterThan((inline?.ascent ?? 0) + 0.2);
  });

  it('are drawn in units of which the file can write the inverse: a wide one is as wide as its box', async () => {
    const tex = Array.from({ length: 40 }, (_, at) => `x_{${at}}`).join(' + ');
    const { en } = assembled({ one: `::::en\n# A\n\n$$\n${tex}\n$$\n::::\n\n::::fr\n# B\n::::` }).editions;
    const { drawings } = await prepareFormulae(en, fonts);
    for (const { width, height } of drawings.values()) {
      for (const side of [width, height]) expect((Math.round(1e6 / side) / 1e6) * side).toBeCloseTo(1, 3);
    }
    expect(Math.max(...[...drawings.values()].map(({ width }) => width))).toBeGreaterThan(60);
  });

  it('cost nothing where there are none', async () => {
    vi.doMock('speech-rule-engine', () => {
      throw new Error('was loaded');
    });
    const plain = assembled({ one: '::::en\n# No\n::::\n\n::::fr\n# Non\n::::' }).editions.en;
    expect((await prepareFormulae(plain, fonts)).drawings.size).toBe(0);
    vi.doUnmock('speech-rule-engine');
  });
});

describe.each(['en', 'fr'] as const)('the PDF of formulae in %s', async (language) => {
  const edition = editions[language];
  const { value, diagnostics } = await emitPdf(edition, templates(), options);
  const bytes = value[0]?.bytes ?? new Uint8Array();
  const pdf = readPdf(bytes);
  const elements = allElements(structureOf(pdf));

  it('has nothing that a judge finds', () => {
    expect(diagnostics).toEqual([]);
    expect(judgePdf(pdf)).toEqual([]);
    const qpdf = askTool('qpdf', ['--check', 'FILE'], bytes);
    if (qpdf) expect(qpdf).toMatchObject({ status: 0, output: expect.not.stringMatching(/warning|error:/i) });
  });

  it('has each formula once, in its place, said in words, and found by its TeX', () => {
    const marked = markedText(pdf);
    const found = elements.filter(({ tag }) => tag === 'Formula');
    expect(found.map((one) => textUnder(one, marked).trim())).toEqual(formulae.flatMap((tex) => [tex, tex]));
    expect(found.map(({ parent }) => parent?.tag)).toEqual(formulae.flatMap(() => ['P', 'Sect']));
    for (const { dict, lang } of found) {
      expect(lang).toBe(edition.tag);
      expect(textOf(dict.Alt)).not.toBe('');
    }
  });

  it('paints no formula as letters: fonts hold only the text', () => {
    const shown = pdf.pages.flatMap(({ content }) => content.filter(({ name }) => name === 'Tr'));
    expect(shown.map(({ operands }) => operands[0])).toEqual(
      Array.from({ length: 2 * formulae.length }, () => [3, 0]).flat(),
    );
  });
});

it('are said in the names of links and in bookmarks too', () => {
  const { editions: both } = assembled({
    one: '# :en[The share $$a$$]:fr[La part $$a$$]\n\n## :en[Of $$\\frac{a}{b}$$]:fr[De $$\\frac{a}{b}$$] {#part}\n\nSee [](#part).',
  });
  const said: Formulae = () => ({ asset: 'one', width: 2, ascent: 1, descent: 0.5, words: 'a over b' });
  for (const lay of [
    layoutEdition(both.en, { fonts, formulae: said }),
    layoutBilingual(assembleBilingual(both, 'columns'), { fonts, formulae: said }),
  ]) {
    const { outline, pages } = lay.value;
    const titles = outline.flatMap(({ title, children }) => [title, ...children.map((child) => child.title)]);
    expect(titles.filter((title) => title.includes('a over b')).length).toBe(2);
    const names = pages.flatMap(({ links }) => links.map(({ contents }) => contents));
    expect(names.filter((name) => name.includes('a over b')).length).toBeGreaterThan(2);
    for (const text of [...titles, ...names]) expect(text).not.toContain('frac');
  }
});
