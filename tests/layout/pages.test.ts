import type { BlockContent, FootnoteDefinition, ListItem, PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { type FlowBox, never, strut } from '../../pipeline/layout/flow.ts';
import {
  type Fragment,
  layoutEdition,
  type Page,
  type PagedEdition,
  type StructureElement,
  type TextFragment,
} from '../../pipeline/layout/index.ts';
import { paginate } from '../../pipeline/layout/paginate.ts';
import type { Edition, EditionDocument } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import {
  chaptersOf,
  elementsOf,
  isArtifact,
  squeeze,
  textOfDocument,
  textOfFragment,
  textOfStructure,
  withoutBullets,
} from './reading.ts';
import { assets, documentOf, rootOf } from './trees.ts';

const fonts = fakeFonts();

function laidOut(edition: Edition): PagedEdition {
  return layoutEdition(edition, { fonts }).value;
}

function chapter(...children: RootContent[]): { paged: PagedEdition; document: EditionDocument } {
  const document = documentOf(rootOf(...children));
  return { document, paged: laidOut(sampleEdition('en', {}, { documents: [document], assets })) };
}

const say = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (value: string): BlockContent => ({ type: 'paragraph', children: [say(value)] });
const prose = 'The two countries share information in a timely and coherent way. ';

/** From a line that has these words to the next one below it, baseline to baseline. */
function spaceBelow(page: Page, has: string): number {
  const lines = texts(page).toSorted((one, other) => one.baseline - other.baseline);
  const above = lines.findLast((each) => textOfFragment(each).includes(has))?.baseline ?? 0;
  return (lines.find(({ baseline }) => baseline > above)?.baseline ?? 0) - above;
}

function wordsOn(page: Page): string {
  return squeeze(
    page.fragments
      .filter((fragment): fragment is TextFragment => fragment.kind === 'text')
      .map(textOfFragment)
      .join(' '),
  );
}

function bodyOf(paged: PagedEdition): Page[] {
  return paged.pages.filter((page) => /^\d+$/.test(page.label));
}

test('sections that have nothing but headings part between them, and no heading within its lines', () => {
  const heading = (depth: 2 | 3, value: string): RootContent => ({ type: 'heading', depth, children: [say(value)] });
  for (const before of [0, 1, 2, 3, 4]) {
    const sections = Array.from({ length: 40 }, (_, at): RootContent[] => [
      heading(2, `Factor ${at}`),
      heading(3, `${prose.repeat(2)} ${at}`),
    ]).flat();
    const { paged } = chapter(...Array.from({ length: before }, () => paragraph('One.')), ...sections);
    const pages = bodyOf(paged).slice(0, -1);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages.slice(1)) expect(texts(page)[0]?.words[0]?.text).toBe('Factor');
  }
});

function texts(page: Page): TextFragment[] {
  return page.fragments.filter(
    (fragment): fragment is TextFragment => fragment.kind === 'text' && !isArtifact(fragment),
  );
}

const hard: Record<string, RootContent[]> = {
  'a word of 300 letters': [paragraph('x'.repeat(300))],
  'a table of twelve columns': [
    {
      type: 'table',
      children: Array.from({ length: 3 }, () => ({
        type: 'tableRow',
        children: Array.from({ length: 12 }, (_, column) => ({
          type: 'tableCell',
          children: [say(`information ${column}`)],
        })),
      })),
    },
  ],
  'a row taller than a page': [
    {
      type: 'table',
      children: [
        { type: 'tableRow', children: [{ type: 'tableCell', children: [say('Head')] }] },
        { type: 'tableRow', children: [{ type: 'tableCell', children: [say(prose.repeat(120))] }] },
      ],
    },
  ],
  'a picture taller than a page': [
    { type: 'paragraph', children: [{ type: 'image', url: 'tall.png', alt: 'Tall', data: { asset: 'tall.png' } }] },
  ],
  'quotations forty deep': [
    Array.from({ length: 40 }).reduce<BlockContent>(
      (child) => ({ type: 'blockquote', children: [child] }),
      paragraph(prose),
    ),
  ],
  'lists forty deep': [
    Array.from({ length: 40 }).reduce<BlockContent>(
      (child) => ({ type: 'list', children: [{ type: 'listItem', children: [child] }] }),
      paragraph(prose),
    ),
  ],
  'items, cells and paragraphs without words': [
    { type: 'paragraph', children: [] },
    { type: 'list', children: [{ type: 'listItem', children: [] }] },
    { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [] }] }] },
    { type: 'code', value: '' },
  ],
};

describe.each(Object.entries(hard))('%s', (_, children) => {
  test('loses no word', () => {
    const { paged, document } = chapter(...structuredClone(children));
    const [section] = chaptersOf(paged, 1);
    expect(withoutBullets(textOfStructure(section as StructureElement))).toBe(withoutBullets(textOfDocument(document)));
  });
});

test('an edition without documents still has its title page and colophon', () => {
  const paged = laidOut(sampleEdition('fr', {}));
  expect(wordsOn(paged.pages[0] as Page)).toContain('Exemple');
  expect(wordsOn(paged.pages.at(-1) as Page)).toContain('12 décembre 2001');
});

test('forty notes called on one page all stand at the foot of it or of the next', () => {
  const names = Array.from({ length: 40 }, (_, index) => `n${index}`);
  const children: PhrasingContent[] = names.flatMap((identifier): PhrasingContent[] => [
    say('A few words'),
    { type: 'footnoteReference', identifier },
    say(' and on. '),
  ]);
  const notes = names.map(
    (identifier, index): FootnoteDefinition => ({
      type: 'footnoteDefinition',
      identifier,
      data: { number: index + 1 },
      children: [{ type: 'paragraph', children: [say(`Remark number ${index + 1}. ${prose}${prose}`)] }],
    }),
  );
  const document = { ...documentOf(rootOf({ type: 'paragraph', children })), notes };
  const paged = laidOut(sampleEdition('en', {}, { documents: [document] }));
  const elements = elementsOf(paged.structure).filter((element) => element.tag === 'Note');
  expect(elements.map((element) => element.id)).toEqual(names.map((_, index) => `chapter-fn-${index + 1}`));
  for (const [index, element] of elements.entries())
    expect(textOfStructure(element)).toContain(`Remark number ${index + 1}.`);
});

describe('pages', () => {
  test('a heading never stands at the foot of a page, and no paragraph leaves a single line', () => {
    for (let lines = 20; lines < 60; lines++) {
      const blocks = Array.from({ length: 24 }, (_, index): RootContent[] => [
        ...(index % 3 === 1
          ? [{ type: 'heading' as const, depth: 2 as const, children: [say(`Heading ${index}`)] }]
          : []),
        paragraph(prose.repeat(1 + ((index * lines) % 9))),
      ]).flat();
      const { paged } = chapter(...blocks);
      const pageOf = new Map<Fragment, number>();
      for (const [index, page] of paged.pages.entries())
        for (const fragment of page.fragments) pageOf.set(fragment, index);
      for (const page of bodyOf(paged)) {
        const last = texts(page).at(-1);
        if (last && 'tag' in last.owner) expect(last.owner.tag).not.toMatch(/^H\d/);
      }
      for (const element of elementsOf(paged.structure).filter(({ tag }) => tag === 'P')) {
        const counts = new Map<number, number>();
        for (const child of element.children) {
          if ('kind' in child) counts.set(pageOf.get(child) ?? -1, (counts.get(pageOf.get(child) ?? -1) ?? 0) + 1);
        }
        if (counts.size > 1) for (const count of counts.values()) expect(count).toBeGreaterThan(1);
      }
    }
  });

  test('body text stands on a grid of half lines', () => {
    const { paged } = chapter(
      paragraph(prose.repeat(9)),
      { type: 'heading', depth: 2, children: [say('Purpose')] },
      paragraph(prose.repeat(9)),
      { type: 'code', value: 'one\ntwo\nthree' },
      paragraph(prose.repeat(9)),
    );
    const body = bodyOf(paged)
      .flatMap(texts)
      .filter(({ face, size }) => face === 'serif' && size === 11);
    const first = body[0]?.baseline ?? 0;
    expect(body.length).toBeGreaterThan(20);
    for (const { baseline } of body) {
      const steps = (baseline - first) / 7.75;
      expect(Math.abs(steps - Math.round(steps))).toBeLessThan(0.001);
    }
  });

  test('a table over several pages repeats its head as an artifact, and its rows stay whole', () => {
    const row = (...cells: string[]) => ({
      type: 'tableRow' as const,
      children: cells.map((value) => ({ type: 'tableCell' as const, children: [say(value)] })),
    });
    const rows = Array.from({ length: 90 }, (_, index) =>
      row(`${index + 1}.5`, `Row ${index + 1} ${prose.repeat(index % 3)}`),
    );
    const { paged } = chapter({
      type: 'table',
      align: ['right', null],
      children: [row('Number', 'What it says'), ...rows],
    });
    const pages = bodyOf(paged).filter((page) => wordsOn(page).includes('Row'));
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(wordsOn(page)).toContain('What it says');
    const heads = elementsOf(paged.structure).filter(({ tag }) => tag === 'TH');
    expect(heads.map((head) => [textOfStructure(head), head.scope])).toEqual([
      ['Number', 'Column'],
      ['What it says', 'Column'],
    ]);
    const pageOf = new Map(
      bodyOf(paged).flatMap((page) => page.fragments.map((fragment) => [fragment, page.label] as const)),
    );
    for (const tr of elementsOf(paged.structure).filter(({ tag }) => tag === 'TR')) {
      const labels = elementsOf(tr).flatMap(({ children }) =>
        children.flatMap((child) => ('kind' in child ? [pageOf.get(child)] : [])),
      );
      expect(new Set(labels).size).toBe(1);
    }
  });

  test('the repeated head of a wide table hangs into the outer margin with its rows', () => {
    const row = (...cells: string[]) => ({
      type: 'tableRow' as const,
      children: cells.map((value) => ({ type: 'tableCell' as const, children: [say(value)] })),
    });
    const rows = Array.from({ length: 60 }, () => row('begin', ...Array.from({ length: 5 }, () => prose)));
    const { paged } = chapter({ type: 'table', children: [row('begins', 'b', 'c', 'd', 'e', 'f'), ...rows] });
    const lefts = bodyOf(paged).flatMap((page) => {
      const words = page.fragments.filter((fragment): fragment is TextFragment => fragment.kind === 'text');
      const of = (text: string) => words.find((fragment) => textOfFragment(fragment).trim() === text)?.x;
      return of('begin') === undefined ? [] : [[of('begins'), of('begin')]];
    });
    expect(lefts.length).toBeGreaterThan(2);
    for (const [head, body] of lefts) expect(head).toBe(body);
    expect(new Set(lefts.map(([, body]) => body)).size).toBe(2);
  });

  test('a chapter does not end with a few lines alone on their page', () => {
    const counts = Array.from({ length: 60 }, (_, index) => {
      const { paged } = chapter(...Array.from({ length: 30 + index }, (_, at) => paragraph(`Line ${at}`)));
      return bodyOf(paged)
        .map((page) => texts(page).filter((each) => textOfFragment(each).startsWith('Line')).length)
        .filter((count) => count > 0);
    });
    expect(counts.some((pages) => pages.length > 2)).toBe(true);
    for (const pages of counts) if (pages.length > 1) expect(pages.at(-1)).toBeGreaterThan(5);
  });

  test('no list leaves one line of it alone on a page', () => {
    const item = (value: string): ListItem => ({ type: 'listItem', children: [paragraph(value)] as never });
    let parted = 0;
    for (let before = 20; before < 45; before++) {
      const lines = Array.from({ length: before }, (_, at) => paragraph(`Line ${at}`));
      const items = Array.from({ length: 6 }, (_, at) => item(`Item ${at}`));
      const { paged } = chapter(...lines, { type: 'list', children: items }, paragraph(prose.repeat(30)));
      const counts = bodyOf(paged).map((page) => wordsOn(page).match(/Item \d/g)?.length ?? 0);
      const shares = counts.filter((count) => count > 0);
      if (shares.length > 1) parted++;
      for (const share of shares) expect(share).toBeGreaterThan(1);
    }
    expect(parted).toBeGreaterThan(0);
  });

  test('of two breaks that are nearly as good, the one before a heading is taken', () => {
    const line = strut(10);
    const held = (count: number): FlowBox[] =>
      Array.from({ length: count }, (_, at) => (at === 0 ? line : strut(10, { breakBefore: never })));
    const firstPages = (opening: FlowBox) => {
      const boxes = [
        ...Array.from({ length: 29 }, () => line),
        opening,
        ...held(22).slice(1),
        ...held(25),
        ...held(12),
      ];
      return paginate(boxes, 430).map(({ boxes: placed }) => placed.length)[0];
    };
    expect(firstPages(strut(10))).toBeLessThan(29);
    expect(firstPages(strut(10, { heading: { depth: 2, text: 'Section' } }))).toBe(29);
  });

  test('a note that goes on overleaf has at least two lines on each page', () => {
    let split = 0;
    for (let before = 1; before < 14; before++) {
      const call: PhrasingContent = { type: 'footnoteReference', identifier: 'b' };
      const document = documentOf(
        rootOf({ type: 'paragraph', children: [say(prose.repeat(24 + before)), call, say(prose.repeat(20))] }),
        30,
      );
      const paged = laidOut(sampleEdition('en', {}, { documents: [document] }));
      const note = elementsOf(paged.structure).find(({ tag }) => tag === 'Note') as StructureElement;
      const lines = new Set(elementsOf(note).flatMap(({ children }) => children.filter((child) => 'kind' in child)));
      const counts = bodyOf(paged).map((page) => {
        const own = texts(page).filter((fragment) => lines.has(fragment) && fragment.x > 110);
        return new Set(own.map(({ baseline }) => baseline)).size;
      });
      const parts = counts.filter((each) => each > 0);
      split += parts.length > 1 ? 1 : 0;
      for (const count of parts) expect(count).toBeGreaterThan(1);
    }
    expect(split).toBeGreaterThan(0);
  });

  test('a note of three lines is never divided', () => {
    const note: FlowBox[] = [0, never, never].map((breakBefore) => strut(10, { breakBefore }));
    for (let before = 1; before < 43; before++) {
      const boxes = Array.from({ length: 60 }, (_, at) => strut(10, at === before ? { notes: [{ boxes: note }] } : {}));
      const counts = paginate(boxes, 430).map(({ notes }) => notes.length);
      expect(counts.filter((count) => count > 0)).toEqual([3]);
    }
  });

  test('a note of three paragraphs is not divided after a lone first line, nor before a lone last one', () => {
    const ones: FlowBox[] = [0, 0, never, never, 0].map((breakBefore) => strut(10, { breakBefore }));
    for (let before = 1; before < 43; before++) {
      const boxes = Array.from({ length: 60 }, (_, at) => strut(10, at === before ? { notes: [{ boxes: ones }] } : {}));
      for (const { notes } of paginate(boxes, 430)) expect(notes.length).not.toBe(1);
    }
  });

  test('a long note goes on overleaf, in whichever line of its paragraph it is called', () => {
    const count = 6;
    const lines = (notes: number, called: number): FlowBox[] =>
      Array.from({ length: notes }, (_, at) =>
        strut(10, {
          breakBefore: at === 1 || at === notes - 1 ? never : 0,
          notes: at === called ? [{ boxes: lines(40, -1) }] : [],
        }),
      );
    for (let called = 0; called < count; called++) {
      const before = Array.from({ length: 25 }, () => strut(10));
      const [first, ...others] = paginate([...before, ...lines(count, called), ...before], 430);
      const placed = first?.boxes.length ?? 0;
      expect(placed).toBeGreaterThan(before.length + called);
      expect(placed).toBeLessThanOrEqual(before.length + Math.max(2, called + 2));
      expect(first?.notes.length).toBe(Math.floor((430 - placed * 10 - 17) / 10));
      expect(others.reduce((sum, { notes }) => sum + notes.length, first?.notes.length ?? 0)).toBe(40);
    }
  });

  test('pages name their chapter on the left, and on the right the first section that begins on them, or goes on', () => {
    const sections = Array.from(
      { length: 6 },
      (_, index) => `## Section ${index + 1}\n\n${`${prose.repeat(9 + 5 * index)}\n\n`.repeat(4)}`,
    );
    const paged = laidOut(sampleEdition('en', { one: `# First\n\n${sections.join('')}`, two: '# Second' }));
    let going: string | undefined;
    let seen = 0;
    for (const [index, page] of paged.pages.entries()) {
      if (!/^\d+$/.test(page.label)) continue;
      const begun = texts(page).flatMap((each) => {
        const inHeading = 'tag' in each.owner && each.owner.tag === 'H2';
        return inHeading ? [textOfFragment(each).trim()] : [];
      });
      const head = page.fragments.find(({ owner }) => 'artifact' in owner && owner.artifact === 'header');
      if (head?.kind === 'text') {
        expect(textOfFragment(head)).toBe(index % 2 === 0 ? (begun[0] ?? going) : 'First');
        seen++;
      }
      going = begun.at(-1) ?? going;
    }
    expect(seen).toBeGreaterThan(6);
  });

  test('a figure that does not fit moves to the next page, and the text goes on before it', () => {
    const figure: RootContent = {
      type: 'figure',
      kind: 'figure',
      number: 1,
      children: [
        { type: 'caption', children: [{ type: 'label', children: [say('Figure 1.')] }, say(' A border.')] },
        { type: 'image', url: 'tall.png', alt: 'Tall', data: { asset: 'half.png' } },
      ],
    };
    const half = { ...assets.get('tall.png'), width: 400, height: 480 } as never;
    const referrers: RootContent = {
      type: 'paragraph',
      data: { role: 'backlinks' },
      children: [say('Referred to from a place.')],
    };
    const after = Array.from({ length: 6 }, (_, index) => paragraph(`After ${index + 1}. ${prose.repeat(4)}`));
    let deferred = 0;
    for (let before = 1; before < 12; before++) {
      const lead = Array.from({ length: before }, () => paragraph(prose.repeat(4)));
      const document = documentOf(rootOf(...structuredClone([...lead, figure, referrers, ...after])));
      const paged = laidOut(sampleEdition('en', {}, { documents: [document], assets: new Map([['half.png', half]]) }));
      const body = bodyOf(paged);
      const pageOf = (words: string) => body.findIndex((page) => wordsOn(page).includes(words));
      const at = pageOf('A border.');
      const picture = body.findIndex((page) => page.fragments.some(({ kind }) => kind === 'image'));
      expect(picture).toBe(at);
      expect(pageOf('Referred to')).toBe(at);
      expect(at - pageOf('After 1.')).toBeLessThan(2);
      if (pageOf('After 1.') < at) {
        deferred++;
        expect(spaceBelow(body[at] as Page, 'Referred to')).toBeGreaterThan(22);
      }
      const [section] = chaptersOf(paged, 1);
      const read = textOfStructure(section as StructureElement);
      expect(read.indexOf('A border.')).toBeLessThan(read.indexOf('After 1.'));
    }
    expect(deferred).toBeGreaterThan(1);
  });

  test('a link over two lines is one element with an area in each line, and every destination exists', () => {
    const link: PhrasingContent = {
      type: 'link',
      url: '',
      data: { target: { document: 'chapter', id: 'there' } },
      children: [say(prose.repeat(2))],
    };
    const { paged } = chapter(
      { type: 'paragraph', children: [link] },
      { type: 'heading', depth: 2, data: { id: 'there' }, children: [say('There')] },
    );
    const areas = bodyOf(paged).flatMap((page) => page.links);
    expect(areas.length).toBeGreaterThan(1);
    expect(new Set(areas.map(({ owner }) => owner)).size).toBe(1);
    for (const { to, contents } of areas) {
      expect('destination' in to && paged.destinations.has(to.destination)).toBe(true);
      expect(contents.trim()).not.toBe('');
    }
  });

  test('contents give the page of each heading; the front is numbered in roman, page 1 is a right-hand page', () => {
    const markdown = ['One', 'Two'].map(
      (name) => `# ${name}\n\n${`${prose.repeat(12)}\n\n`.repeat(9)}## Part of ${name}\n\n${prose}`,
    );
    const paged = laidOut(sampleEdition('en', { one: markdown[0] as string, two: markdown[1] as string }));
    const first = paged.pages.findIndex((page) => page.label === '1');
    expect(first % 2).toBe(0);
    expect(paged.pages.slice(0, 2).map((page) => page.label)).toEqual(['i', 'ii']);
    for (const entry of elementsOf(paged.structure).filter(({ tag }) => tag === 'Reference')) {
      const [title, label] = textOfStructure(entry).split(/ (?=\d+$)/);
      const page = paged.pages.find((each) => each.label === label) as Page;
      expect(wordsOn(page)).toContain(title);
    }
  });

  test('a word before a picture at the end of a line is still parted from the word in the next', () => {
    const dot: PhrasingContent = { type: 'image', url: 'i.png', alt: 'A dot', data: { asset: 'i.png' } };
    const { paged } = chapter({ type: 'paragraph', children: [say('one'), dot, { type: 'break' }, say('two')] });
    const [section] = chaptersOf(paged, 1);
    expect(textOfStructure(section as StructureElement)).toBe('A chapter one two');
  });

  test('an ordered list counts from its start; a task list shows what is done', () => {
    const item = (value: string, checked?: boolean): ListItem => ({
      type: 'listItem',
      ...(checked !== undefined && { checked }),
      children: [{ type: 'paragraph', children: [say(value)] }],
    });
    const { paged } = chapter(
      { type: 'list', ordered: true, start: 9, children: [item('nine'), item('ten')] },
      { type: 'list', children: [item('done', true), item('open', false)] },
    );
    const [section] = chaptersOf(paged, 1);
    expect(
      elementsOf(section as StructureElement)
        .filter(({ tag }) => tag === 'LI')
        .map(textOfStructure),
    ).toEqual(['9. nine', '10. ten', '☑ done', '☐ open']);
  });
});
