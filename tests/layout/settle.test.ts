import type { BlockContent, PageReference, PhrasingContent, RootContent } from 'mdast';
import { describe, expect, test } from 'vitest';
import { layoutEdition, type PagedEdition } from '../../pipeline/layout/index.ts';
import { type Kept, type Maker, type Pages, settle } from '../../pipeline/layout/settle.ts';
import type { EditionDocument } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { elementsOf, textOfStructure } from './reading.ts';
import { documentOf, rootOf } from './trees.ts';

const say = (value: string): PhrasingContent => ({ type: 'text', value });
const paragraph = (...children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children });
const pageOf = (id: string, more: Partial<PageReference> = {}): PageReference => ({
  type: 'pageReference',
  targets: [{ document: 'chapter', id }],
  print: ' on page {page}',
  children: [],
  ...more,
});

function book(documents: readonly EditionDocument[]): PagedEdition {
  const { value, diagnostics } = layoutEdition(sampleEdition('en', {}, { documents }), { fonts: fakeFonts() });
  expect(diagnostics).toEqual([]);
  return value;
}

const chapterOf = (...children: RootContent[]) => ({ ...documentOf(rootOf(...children)), id: 'chapter' });
const named = (id: string, value: string): BlockContent => ({ ...paragraph(say(value)), data: { id } }) as BlockContent;

describe('what text says of pages', () => {
  const target = [{ type: 'pageBreak' } as const, { type: 'pageBreak' } as const, named('plan', 'The plan.')];

  test('is the label of the page that is meant, and a link leads there', () => {
    const paged = book([chapterOf(paragraph(say('See the plan'), pageOf('plan'), say('.')), ...target)]);
    const label = paged.pages[paged.destinations.get('chapter#plan')?.page ?? -1]?.label;
    expect(textOfStructure(paged.structure)).toContain(`See the plan on page ${label}.`);
    const links = paged.pages.flatMap((page) => page.links).filter(({ to }) => 'destination' in to);
    expect(links.map(({ to, contents }) => ({ to, contents }))).toContainEqual({
      to: { destination: 'chapter#plan' },
      contents: `Page ${label}`,
    });
  });

  test('stands once in a link that is about the same', () => {
    const target = { document: 'chapter', id: 'plan' };
    const link: PhrasingContent = {
      type: 'link',
      url: '#plan',
      data: { target },
      children: [say('the plan'), pageOf('plan')],
    };
    const paged = book([chapterOf(paragraph(link), named('plan', 'The plan.'))]);
    const contents = paged.pages.flatMap((page) => page.links).map((area) => area.contents);
    expect(contents).toContain('the plan on page 1');
    expect(elementsOf(paged.structure).filter(({ tag }) => tag === 'Link')).toHaveLength(1);
  });

  test('is left out on that very page, where it is asked so, and where there is no such place', () => {
    const near = pageOf('near', { elsewhere: true });
    const far = pageOf('plan', { elsewhere: true });
    const lost = pageOf('nowhere', { targets: [{ document: 'nowhere' }] });
    const paged = book([
      { ...chapterOf(paragraph(say('A'), near, say(' B'), far, say(' C'), lost)), id: 'first' },
      chapterOf(named('near', 'Near.'), ...target),
    ]);
    expect(textOfStructure(paged.structure)).toContain('A on page 2 B on page 3 C');
    const one = book([chapterOf(paragraph(say('A'), near, say(' B'), far), named('near', 'Near.'), ...target)]);
    expect(textOfStructure(one.structure)).toMatch(/A B on page \d/);
  });

  test('names each of several pages once', () => {
    const targets = ['one', 'two', 'plan'].map((id) => ({ document: 'chapter', id }));
    const list = pageOf('', { targets, several: ' on pages {page}' });
    const paged = book([chapterOf(paragraph(say('Used'), list), named('one', '1'), named('two', '2'), ...target)]);
    expect(textOfStructure(paged.structure)).toMatch(/Used on pages 1, 2\b/);
  });

  test('its place is no destination', () => {
    const paged = book([chapterOf(paragraph(say('A'), pageOf('plan')), ...target)]);
    expect([...paged.destinations.keys()].filter((name) => name.startsWith('#'))).toEqual(['#colophon']);
  });
});

describe('settling', () => {
  /** Parts that are set, each with what it makes of the answers. */
  function run(
    parts: readonly ((pages: Pages) => string)[],
    labelsIn: (made: readonly string[]) => [string, string][],
    kept?: readonly Kept<string>[],
  ) {
    const calls = parts.map(() => 0);
    const makers = parts.map((make, index): Maker<string> => {
      const own = kept?.[index];
      return {
        make(pages) {
          calls[index] = (calls[index] ?? 0) + 1;
          return make(pages);
        },
        ...(own && { kept: own }),
      };
    });
    return { ...settle(makers, (made) => new Map(labelsIn(made))), calls };
  }

  test('takes what was made before for the same answers, and makes again what now gets others', () => {
    const kept: Kept<string>[] = [[], []];
    const parts = [() => 'plain', ({ labelOf }: Pages) => `on ${labelOf('plan')}`];
    expect(run(parts, () => [['plan', '7']], kept)).toMatchObject({ parts: ['plain', 'on 7'], calls: [1, 2] });
    expect(run(parts, () => [['plan', '7']], kept)).toMatchObject({ parts: ['plain', 'on 7'], calls: [0, 0] });
    expect(run(parts, () => [['plan', '8']], kept)).toMatchObject({ parts: ['plain', 'on 8'], calls: [0, 1] });
  });

  test('makes again only what asked, and only while the answer changes', () => {
    const made = run([() => 'plain', ({ labelOf }) => `on ${labelOf('plan')}`], () => [['plan', '7']]);
    expect(made).toMatchObject({ parts: ['plain', 'on 7'], unsettled: [], calls: [1, 2] });
  });

  test('follows what moves', () => {
    // Words that stand before their target push it on, as long as they grow.
    const made = run([({ labelOf }) => `x${labelOf('plan') ?? ''}`], ([words = '']) => [
      ['plan', '9'.repeat(Math.min(4, words.length))],
    ]);
    expect(made).toMatchObject({ parts: ['x9999'], unsettled: [], calls: [3] });
  });

  test('gives up after five tries, and says of what', () => {
    const made = run([({ labelOf }) => `${labelOf('plan')}`], ([words]) => [['plan', words === '9' ? '10' : '9']]);
    expect(made.calls).toEqual([5]);
    expect(made.unsettled).toEqual(['plan']);
  });

  test('says what moves its target here when it is not said', () => {
    const made = run([({ areApart }) => (areApart('here', 'there') ? 'on page 2' : '')], ([words]) => [
      ['here', '1'],
      ['there', words === '' ? '2' : '1'],
    ]);
    expect(made).toMatchObject({ parts: ['on page 2'], unsettled: [] });
  });
});
