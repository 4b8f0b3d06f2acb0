import { posix } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildResult, build } from '../../pipeline/build.ts';
import type { Language } from '../../pipeline/model/index.ts';
import { checkBook, readBook } from '../helpers/epub.ts';
import { type Pdf, PdfText, type PdfValue, readPdf } from '../helpers/pdf.ts';
import { askTool } from '../helpers/pdf-tools.ts';

/** Every kind of reference, and the words that begin what it leads to. A figure's are those of its caption. */
interface Reference {
  readonly words: Readonly<Record<Language, string>>;
  readonly goal: Readonly<Record<Language, string>>;
  /** Says no page in print: said before in the same paragraph, or in a title. */
  readonly silent?: true;
}

const goals = {
  table: { en: 'Zanzibar', fr: 'Zanzibar' },
  enforcement: { en: 'Kathmandu', fr: 'Katmandou' },
  figure: { en: 'Montevideo', fr: 'Montevideo' },
  equation: { en: 'Equation 1', fr: 'Équation 1' },
  border: { en: 'Samarkand', fr: 'Samarcande' },
  passage: { en: 'Ouagadougou', fr: 'Ouagadougou' },
  lists: { en: 'Reykjavik', fr: 'Reykjavik' },
  forum: { en: 'forum', fr: 'tribune' },
  deeper: { en: 'Timbuktu', fr: 'Tombouctou' },
  plan: { en: 'The plan', fr: 'Le plan' },
  own: { en: 'In our own words', fr: 'Dans nos propres mots' },
  item: { en: 'Valparaiso', fr: 'Valparaíso' },
  second: { en: 'Antananarivo', fr: 'Antananarivo' },
  amounts: { en: 'Bujumbura', fr: 'Bujumbura' },
  cell: { en: 'Yamoussoukro', fr: 'Yamoussoukro' },
  note: { en: 'Nuakchott', fr: 'Nouakchott' },
  saying: { en: 'Bratislava is quoted', fr: 'Bratislava est citée' },
} as const;

const row = (goal: keyof typeof goals, en: string, fr: string): Reference => ({ goal: goals[goal], words: { en, fr } });
const silent = (...of: Parameters<typeof row>): Reference => ({ ...row(...of), silent: true });

const references: readonly Reference[] = [
  row('table', 'Table 1', 'Tableau 1'),
  row('enforcement', 'Section 2.2, Enforcement in Kathmandu', 'section 2.2, Application à Katmandou'),
  row('figure', 'Figure 1', 'figure 1'),
  row('equation', 'Equation 1', 'équation 1'),
  row('border', 'Chapter 2, Samarkand', 'chapitre 2, Samarcande'),
  silent('enforcement', 'Section 2.2', 'section 2.2'),
  silent('enforcement', 'Enforcement in Kathmandu', 'Application à Katmandou'),
  silent('figure', 'Figure 1, “The map of Montevideo”', 'figure 1, « La carte de Montevideo »'),
  row('enforcement', 'the joint work', 'le travail commun'),
  row('passage', 'the passage', 'le passage'),
  row('lists', 'the contents page', 'la page du sommaire'),
  row('table', 'this very page', 'cette page même'),
  row('forum', 'the entry', 'l’entrée'),
  silent('enforcement', 'the heading', 'le titre'),
  row('passage', 'the same passage', 'le même passage'),
  row('figure', 'the map', 'la carte'),
  row('deeper', 'Section 2.2.1, Deeper in Timbuktu', 'Section 2.2.1, Plus loin à Tombouctou'),
  row('plan', 'Chapter 1, The plan', 'chapitre 1, Le plan'),
  row('own', 'our first passage', 'notre premier passage'),
  row('figure', 'Figure 1. The map of Montevideo', 'Figure 1. La carte de Montevideo'),
  row('table', 'Table 1. Amounts of Zanzibar', 'Tableau 1. Montants de Zanzibar'),
  row('equation', 'Equation 1.', 'Équation 1.'),
  silent('border', 'the whole chapter', 'tout le chapitre'),
  row('deeper', 'from a list', 'depuis une liste'),
  row('deeper', 'from a list within', 'depuis une liste intérieure'),
  silent('deeper', 'from a caption', 'depuis une légende'),
  row('equation', 'from a cell', 'depuis une cellule'),
  row('deeper', 'from a note', 'depuis une note'),
  row('deeper', 'from a quotation', 'depuis une citation'),
  row('deeper', 'from a definition', 'depuis une définition'),
  row('deeper', 'from English alone', 'depuis le français seul'),
  row('deeper', 'from its note', 'depuis sa note'),
  row('deeper', 'in emphasis', 'en italique'),
  row('item', 'an item', 'un élément'),
  row('cell', 'a row', 'une ligne'),
  silent('cell', 'the same row', 'la même ligne'),
  row('note', 'a note', 'une note'),
  row('saying', 'a quotation', 'une citation'),
  row('second', 'Figure 2', 'figure 2'),
  row('amounts', 'Table 2', 'tableau 2'),
];

const publicationUrl = 'https://example.org/references/';

const built: { result?: BuildResult } = {};
beforeAll(async () => {
  built.result = await build('tests/publications/references', { to: 'memory' });
});

const bytes = (path: string): Uint8Array => {
  const file = built.result?.files.find((each) => each.path === path);
  if (!file) throw new Error(`No ${path}`);
  return file.bytes;
};

test('the publication builds without an error', () => {
  expect(built.result?.outcome).toBe('done');
  expect(built.result?.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
});

/** Pages of HTML or XHTML by their path. */
type Pages = ReadonlyMap<string, string>;

interface Anchor {
  readonly page: string;
  readonly href: string;
  readonly words: string;
}

const plain = (html: string): string => squeezed(unescaped(html.replace(/<[^>]*>/g, ' ')));
const squeezed = (text: string): string =>
  text
    .replace(/\u00ad\s*/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ (?=[,.;)])/g, '')
    .trim();
const unescaped = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&amp;/g, '&');

function anchorsIn(pages: Pages): Anchor[] {
  return [...pages].flatMap(([page, html]) =>
    [...html.matchAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(([, href = '', inner = '']) => ({
      page,
      href: unescaped(href),
      words: plain(inner),
    })),
  );
}

/** The words that stand where a link leads; undefined when it leads nowhere. */
function wordsAt({ page, href }: Anchor, pages: Pages): string | undefined {
  const [file = '', id] = href.split('#');
  const path = file === '' ? page : posix.join(posix.dirname(page), decodeURIComponent(file));
  const html = pages.get(path);
  if (html === undefined) return undefined;
  if (id === undefined) return plain(html.slice(html.search(/<h1\b/)));
  const at = html.indexOf(` id="${decodeURIComponent(id)}"`);
  return at < 0 ? undefined : plain(html.slice(html.indexOf('>', at) + 1)).slice(0, 200);
}

/** @param all - Pages that these may lead to. */
function holdReferences(pages: Pages, language: Language, all: Pages = pages): void {
  const anchors = anchorsIn(pages).filter(({ href }) => !/^[a-z]+:/i.test(href));
  expect(anchors.length).toBeGreaterThan(40);
  expect(anchors.filter((anchor) => wordsAt(anchor, all) === undefined && !isFile(anchor.href))).toEqual([]);
  for (const { words, goal } of references) {
    const found = anchors.filter((anchor) => anchor.words === squeezed(words[language]));
    expect(found.length, words[language]).toBeGreaterThan(0);
    for (const anchor of found) expect(wordsAt(anchor, all), words[language]).toContain(goal[language]);
  }
}

/** What is downloaded is no page. */
function isFile(href: string): boolean {
  const name = posix.basename(href);
  return /\.(?:pdf|epub)$/.test(name) && built.result?.files.some(({ path }) => path === name) === true;
}

describe.each(['en', 'fr'] as const)('in %s', (language) => {
  const other = language === 'en' ? 'fr' : 'en';
  const elsewhere = {
    en: 'https://example.org/references/en/border.html#enforcement',
    fr: 'https://example.org/references/fr/border.html#enforcement',
  };

  test('every link of the site leads to its target', () => {
    const files = built.result?.files.filter(({ path }) => path.endsWith('.html') && path.includes('/')) ?? [];
    const site: Pages = new Map(files.map((file) => [file.path, new TextDecoder().decode(file.bytes)]));
    const own = new Map([...site].filter(([path]) => path.startsWith(`${language}/`)));
    const index = new TextDecoder().decode(bytes('index.html'));
    holdReferences(new Map([...own, ...site, ['index.html', index]]), language);
    const tag = `${other}-CA`;
    const link = new RegExp(
      `<a (?=[^>]*href="../${other}/border.html#enforcement")(?=[^>]*hreflang="${tag}")(?=[^>]*lang="${tag}")`,
    );
    expect(own.get(`${language}/plan.html`)).toMatch(link);
  });

  test('every link of the pages in both languages leads to its half', () => {
    const files = built.result?.files.filter(({ path }) => path.endsWith('.html')) ?? [];
    const site: Pages = new Map(files.map((file) => [file.path, new TextDecoder().decode(file.bytes)]));
    const both = new Map([...site].filter(([path]) => path.startsWith('bilingual/')));
    expect(both.size).toBeGreaterThan(4);
    holdReferences(both, language, site);
    const half = new RegExp(`href="border.html#enforcement--${other}" lang="${other}-CA"`);
    expect(both.get('bilingual/plan.html')?.replace(/ (id|class)="[^"]*"/g, '')).toMatch(half);
  });

  test.each([language, 'columns'])(
    'every link of the book (%s) leads to its target, and epubcheck-ts finds it right',
    async (edition) => {
      const epub = bytes(`references-${edition}.epub`);
      expect(await checkBook(epub)).toEqual([]);
      const book = readBook(epub);
      const pages: Pages = new Map(
        book.names.filter((name) => name.endsWith('.xhtml')).map((name) => [name, book.text(name)]),
      );
      holdReferences(pages, language);
      const hrefs = anchorsIn(pages).map(({ href }) => href);
      if (edition === language) expect(hrefs).toContain(elsewhere[other]);
      else expect(hrefs.filter((href) => href.startsWith(publicationUrl) && href !== publicationUrl)).toEqual([]);
    },
  );

  test.for([language, 'columns'])(
    'every link of the PDF (%s) leads to the page and the height of its target, and says which page that is',
    (edition, ctx) => {
      const file = bytes(`references-${edition}.pdf`);
      const pdf = readPdf(file);
      const links = linksIn(pdf);
      expect(links.length).toBeGreaterThan(40);
      expect(links.filter(({ to, uri }) => !to && !uri)).toEqual([]);
      if (edition === language) expect(links.map(({ uri }) => uri)).toContain(elsewhere[other]);
      else expect(links.filter(({ uri }) => uri !== undefined && uri !== publicationUrl)).toEqual([]); // it has both
      const placed = wordsOfPages(file);
      if (!placed) return ctx.skip(); // said aloud
      for (const { words, goal, silent } of references) {
        const wanted = squeezed(words[language]);
        const found = links.filter(({ contents }) => withoutPage(contents) === wanted);
        expect(found.length, wanted).toBeGreaterThan(0);
        for (const { to, contents, page } of found) {
          if (!to) throw new Error(`${wanted} leads out`);
          const near = (placed[to.page] ?? []).filter(({ top }) => top > to.top - 4 && top < to.top + 260);
          expect(squeezed(near.map(({ text }) => text).join(' ')), wanted).toContain(goal[language]);
          const said = /page (\d+)/.exec(contents)?.[1];
          if (said !== undefined) expect(said, contents).toBe(labelOf(pdf, to.page));
          else if (!silent) expect(to.page, contents).toBe(page);
        }
      }
    },
  );
});

test('numbers agree between languages and formats', () => {
  const numbers = (texts: readonly string[]): string[] =>
    texts.flatMap(
      (text) =>
        /\b(?:section|chapter|chapitre|figure|table|tableau|equation|équation) ([\d.]*\d)/i.exec(text)?.slice(1) ?? [],
    );
  const of = (language: Language) => {
    const files =
      built.result?.files.filter(({ path }) => path.startsWith(`${language}/`) && path.endsWith('.html')) ?? [];
    const site = new Map(files.map((file) => [file.path, new TextDecoder().decode(file.bytes)]));
    const book = readBook(bytes(`references-${language}.epub`));
    const pages = new Map(book.spine.map((name) => [name, book.text(name)]));
    const links = linksIn(readPdf(bytes(`references-${language}.pdf`)));
    const texts = [anchorsIn(site), anchorsIn(pages)].map((anchors) => anchors.map(({ words }) => words));
    return [...texts, links.map(({ contents }) => contents)].map((each) => [...new Set(numbers(each))].sort());
  };
  const [site, book, pdf] = of('en');
  expect(site).toEqual(['1', '2', '2.2', '2.2.1']);
  expect([book, pdf, ...of('fr')]).toEqual([site, site, site, site, site]);
});

interface PdfLink {
  readonly page: number;
  readonly contents: string;
  readonly uri?: string;
  /** Page, and height from its top. */
  readonly to?: { readonly page: number; readonly top: number };
}

/** Link annotations, each destination looked up by its name. */
function linksIn(pdf: Pdf): PdfLink[] {
  const names = pdf.list(pdf.dict(pdf.dict(pdf.catalog.Names).Dests).Names);
  const text = (value: PdfValue | undefined): string => {
    const found = pdf.get(value);
    return found instanceof PdfText ? found.text : '';
  };
  const places = new Map(names.flatMap((name, at) => (at % 2 === 0 ? [[text(name), names[at + 1]] as const] : [])));
  const height = Number(pdf.list(pdf.pages[0]?.dict.MediaBox)[3]);
  return pdf.pages.flatMap(({ dict }, page) =>
    pdf.list(dict.Annots).map((each): PdfLink => {
      const annotation = pdf.dict(each);
      const uri = text(pdf.dict(annotation.A).URI);
      const [goal, , , y] = pdf.list(places.get(text(annotation.Dest)));
      const index = pdf.pages.findIndex(
        ({ id }) => goal !== undefined && goal !== null && typeof goal === 'object' && 'id' in goal && goal.id === id,
      );
      const to = index >= 0 && { to: { page: index, top: height - Number(y) } };
      return { page, contents: squeezed(text(annotation.Contents)), ...(uri && { uri }), ...to };
    }),
  );
}

/** The number that is printed on a page, by the file's page labels. */
function labelOf(pdf: Pdf, page: number): string {
  const ranges = pdf.list(pdf.dict(pdf.catalog.PageLabels).Nums);
  const begin = ranges.findLastIndex((value, at) => at % 2 === 0 && Number(value) <= page);
  const { S, St } = pdf.dict(ranges[begin + 1]);
  return S === '/D' ? String(Number(St ?? 1) + page - Number(ranges[begin])) : '';
}

function withoutPage(contents: string): string {
  return contents.replace(/(?: \(page \d+\)|,? (?:on|à la) page \d+|, page \d+)$/, '');
}

/** Words of each page with their height, as poppler sees them; undefined where it is not installed. */
function wordsOfPages(file: Uint8Array): readonly { readonly text: string; readonly top: number }[][] | undefined {
  const verdict = askTool('pdftotext', ['-bbox', 'FILE', '-'], file);
  if (!verdict) return undefined;
  return verdict.output
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/yMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, top, text = '']) => ({
        text: unescaped(text),
        top: Number(top),
      })),
    );
}
