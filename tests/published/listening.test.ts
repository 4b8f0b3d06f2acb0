import type { Element } from 'hast';
import type { Nodes, Parents } from 'mdast';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { type Edition, pdfStandards } from '../../pipeline/model/index.ts';
import { readPublication } from '../../pipeline/read/index.ts';
import { holdBrowser } from '../helpers/browser.ts';
import { editionsOf } from '../helpers/corpus-faults.ts';
import { agree, type Role, rolesOfEdition, squeezed } from '../helpers/pdf-roles.ts';
import { allHeard, type Heard, heardIn, wordsHeard } from '../helpers/pdfjs.ts';

const folder = 'tests/publications/specimen';
const browser = holdBrowser();
const languages = ['en', 'fr'] as const;
const files = new Map<string, Uint8Array>();
const held: { editions?: Readonly<Record<'en' | 'fr', Edition>> } = {};

beforeAll(async () => {
  for (const pdfStandard of pdfStandards) {
    const made = await build(folder, { to: 'memory', formats: ['pdf'], editions: languages, pdfStandard });
    for (const { edition, bytes } of made.files) files.set(`${pdfStandard} ${edition}`, bytes);
  }
  const { value } = await readPublication(folder);
  if (value) held.editions = editionsOf(value);
}, 120_000);

const books = pdfStandards.flatMap((standard) => languages.map((language) => ({ standard, language })));

describe.each(books)('a reader that listens to the specimen in $language, $standard,', ({ standard, language }) => {
  const listened = async (): Promise<{ edition: Edition; pages: readonly Heard[] }> => {
    const edition = held.editions?.[language];
    const bytes = files.get(`${standard} ${language}`);
    if (!edition || !bytes || !browser.browser) throw new Error('No specimen');
    return { edition, pages: await heardIn(browser.browser, bytes, edition.tag) };
  };

  test('hears every heading, cell, link and picture in order, in its language', async () => {
    const { edition, pages } = await listened();
    const wanted = rolesOfEdition(edition);
    const found = allHeard(pages).flatMap(roleOf);
    for (const tag of ['H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'TH', 'TD', 'Link', 'Figure']) {
      const want = wanted.filter((role) => role.tag === tag && !(tag === 'Link' && /^[\divxlc]+$/.test(role.says)));
      expect(want.length, tag).toBeGreaterThan(0);
      expect(
        firstMissed(
          want,
          found.filter((role) => role.tag === tag),
        ),
        tag,
      ).toBeUndefined();
    }
    const own = wanted.filter(({ tag }) => /^H\d$/.test(tag)).length;
    expect(found.filter(({ tag }) => /^H\d$/.test(tag))).toHaveLength(own + 2); // contents and colophon
  });

  test('hears every word of the text and of its notes, in order', async () => {
    const { edition, pages } = await listened();
    const words = squeezed(pages.map(wordsHeard).join(''));
    for (const trees of [edition.documents.map(({ tree }) => tree), edition.documents.flatMap(({ notes }) => notes)]) {
      const runs = trees.flatMap(runsOf);
      expect(runs.length).toBeGreaterThan(3);
      const place = { at: 0, row: 0 };
      for (const { says, begins } of runs) {
        if (begins === 'row') place.row = place.at;
        else if (begins === 'cell') place.at = place.row; // where a row is divided, its cells are heard page by page
        const end = endOf(says, words, place.at);
        expect(end, says).toBeDefined();
        place.at = end ?? place.at;
      }
    }
  });

  test('hears every list, item and table', async () => {
    const { edition, pages } = await listened();
    const wanted = rolesOfEdition(edition);
    const heard = allHeard(pages);
    for (const [tag, role] of [
      ['LI', 'listitem'],
      ['Table', 'table'],
      ['TR', 'row'],
    ] as const) {
      const count = wanted.filter((one) => one.tag === tag).length;
      expect(heard.filter((one) => one.role === role).length, role).toBeGreaterThanOrEqual(count); // again on the next page
    }
  });

  test('hears every formula as the edition has it, and its name', async () => {
    const { edition, pages } = await listened();
    const wanted = edition.documents.flatMap(({ tree }) => mathsIn(tree));
    expect(wanted.length).toBeGreaterThan(2);
    expect(
      allHeard(pages)
        .filter(({ role }) => role === 'math')
        .map(treeOf),
    ).toEqual(wanted);
    const name = language === 'en' ? 'Equation 1.' : 'Équation 1.';
    expect(squeezed(pages.map(wordsHeard).join(''))).toContain(squeezed(name));
  });
});

const tags: Readonly<Record<string, string>> = {
  columnheader: 'TH',
  rowheader: 'TH',
  cell: 'TD',
  link: 'Link',
  figure: 'Figure',
  img: 'Figure',
};

function roleOf(heard: Heard): Role[] {
  const tag = heard.role === 'heading' ? `H${heard.level}` : tags[heard.role];
  if (!tag) return [];
  return [{ tag, lang: heard.lang, says: squeezed(tag === 'Figure' ? (heard.label ?? '') : wordsHeard(heard)) }];
}

/** The first that does not come after those before it. A cell that goes on overleaf is heard on both pages. */
function firstMissed(wanted: readonly Role[], found: readonly Role[]): Role | undefined {
  let at = 0;
  return wanted.find((role) => {
    const index = found.findIndex((one, place) => place >= at && (agree(role, one) || goesOn(role, found, place)));
    at = index + 1;
    return index < 0;
  });
}

function goesOn(role: Role, found: readonly Role[], at: number): boolean {
  const one = found[at];
  if (role.tag !== 'TD' || !one) return false;
  return found.slice(at + 1).some((rest) => agree(role, { ...one, says: one.says + rest.says }));
}

/** Where words end that are heard from a place on, as early as can be; their rest may be heard further down, overleaf. */
function endOf(said: string, words: string, at: number): number | undefined {
  const ends = Array.from(said, (_, length) => {
    const begun = words.indexOf(said.slice(0, length), at);
    const rest = begun < 0 ? -1 : words.indexOf(said.slice(length), begun + length);
    return rest < 0 ? Number.POSITIVE_INFINITY : rest + said.length - length;
  });
  const end = said === '' ? at : Math.min(...ends);
  return Number.isFinite(end) ? end : undefined;
}

/** What parts a paragraph: something that is said in another way, or is not known before pages are. */
const parting = new Set(['footnoteReference', 'inlineMath', 'math', 'pageReference', 'image', 'html']);
const phrasing = new Set(
  'text inlineCode emphasis strong delete link term span abbreviation label superscript subscript'.split(' '),
);

interface Run {
  readonly says: string;
  /** It begins a row, or another cell of it. */
  readonly begins?: 'row' | 'cell';
}

/** Words of a tree in stretches that nothing interrupts. */
function runsOf(root: Nodes): Run[] {
  const runs: { says: string; begins?: 'row' | 'cell' }[] = [{ says: '' }];
  const visit = (node: Nodes, isFirst: boolean): void => {
    if (parting.has(node.type)) runs.push({ says: '' });
    else if ('value' in node) {
      const last = runs.at(-1);
      if (phrasing.has(node.type) && last) last.says += node.value;
      else runs.push({ says: node.value }, { says: '' });
    } else if ('children' in node) {
      if (node.type === 'tableCell') runs.push({ says: '', begins: isFirst ? 'row' : 'cell' });
      else if (!phrasing.has(node.type)) runs.push({ says: '' });
      for (const [at, child] of (node as Parents).children.entries()) visit(child, at === 0);
      if (!phrasing.has(node.type)) runs.push({ says: '' });
    }
  };
  if ('children' in root) for (const child of root.children) visit(child, true);
  return runs.map((run) => ({ ...run, says: squeezed(run.says) })).filter(({ says, begins }) => says || begins);
}

/** Elements of MathML as they are heard, one within the other, with the words of tokens: `mfrac(mi a|mi b)`. */
function treeOf({ role, text, children }: Heard): string {
  return children.length > 0 ? `${role}(${children.map(treeOf).join('|')})` : `${role} ${shown(text)}`;
}

const shown = (text: string): string => text.replace(/[\s\p{Cf}]+/gu, ' ').trim();

function mathsIn(node: Nodes): string[] {
  const mathml = node.data?.mathml;
  if (mathml) return [treeOfElement(mathml)];
  return 'children' in node ? node.children.flatMap(mathsIn) : [];
}

function treeOfElement({ tagName, children }: Element): string {
  const elements = children.filter((child) => child.type === 'element');
  const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
  return elements.length > 0 ? `${tagName}(${elements.map(treeOfElement).join('|')})` : `${tagName} ${shown(text)}`;
}
