import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BoxFragment, StructureElement } from '../../pipeline/layout/index.ts';
import {
  blocksIn,
  expectHeardWhole,
  expectNoLoneLine,
  laidOutAs,
  long,
  markdownOf,
  type Places,
  pagesByFragment,
  pairs,
  partsOf,
  textsIn,
} from '../helpers/parallel.ts';
import { fragmentsOf, isArtifact } from './reading.ts';

const laidOut = laidOutAs('stacked');

test('each language is heard whole and in order, in a part of each chapter', () => expectHeardWhole(laidOut, 15));

test('the second half of a pair follows the first, before the next pair; all is on the page and in the tree once', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const { value } = laidOut({ plan: markdownOf(list) });
      const places = pagesByFragment(value);
      const [parts] = partsOf(value, 1) as [readonly [StructureElement, StructureElement]];
      expectInTurn(parts, places);
      expectNoLoneLine(value.structure, places);
      const painted = value.pages.flatMap(({ fragments }) => fragments.filter((one) => !isArtifact(one)));
      expect(new Set(painted)).toEqual(new Set(fragmentsOf(value.structure)));
      expect(painted.length).toBe(fragmentsOf(value.structure).length);
    }),
    { seed: 7, numRuns: 25 },
  );
});

/** Where words stand in the book: pages count more than lines. */
function expectInTurn([first, second]: readonly [StructureElement, StructureElement], places: Places): void {
  const [one, other] = [first, second].map((part) => blocksIn(part).filter(({ tag }) => tag !== 'Note'));
  const extent = (element: StructureElement | undefined): readonly [number, number] => {
    const own = textsIn({ ...(element as StructureElement), children: element?.children.filter(isNoNote) ?? [] });
    const at = own.map((text) => (places.get(text) ?? -1) * 10_000 + text.baseline);
    return [Math.min(...at), Math.max(...at)];
  };
  // items of lists stand whole list by whole list
  const inTurn = one?.every(({ tag }) => tag !== 'LI') && one.length === other?.length;
  if (!inTurn) return;
  for (const [at, element] of (one ?? []).entries()) {
    expect(extent(other?.[at])[0]).toBeGreaterThan(extent(element)[1]);
    const next = one?.[at + 1];
    if (next && next.tag === 'P' && element.tag === 'P')
      expect(extent(next)[0]).toBeGreaterThan(extent(other?.[at])[1]);
  }
}

function isNoNote(child: StructureElement['children'][number]): boolean {
  return !('tag' in child) || (child.tag !== 'Note' && child.tag !== 'Reference');
}

const pair = (words: number): string => `:::en\n${long(words, 'paper')}\n:::\n\n:::fr\n${long(words, 'papier')}\n:::`;

test('a bar along both halves shows what belongs together, in the margin', () => {
  const { value } = laidOut({ plan: `# :en[A]:fr[B]\n\n${pair(30)}\n\n${pair(30)}\n\nThe same.` });
  const [page] = value.pages.slice(2);
  const bars = page?.fragments.filter((one): one is BoxFragment => one.kind === 'box') ?? [];
  const words = page?.fragments.flatMap((one) => (one.kind === 'text' && !isArtifact(one) ? [one] : [])) ?? [];
  expect(bars.length).toBe(2);
  for (const { x, width } of bars) expect(x + width).toBeLessThan(Math.min(...words.map((one) => one.x)));
  for (const bar of bars) {
    const beside = words.filter(({ baseline }) => bar.y < baseline && baseline < bar.y + bar.height);
    expect(beside.flatMap((one) => one.words.map(({ text }) => text))).toEqual(
      expect.arrayContaining(['paper', 'papier']),
    );
  }
});

test('the contents are whole in one language, then in the other', () => {
  const { value } = laidOut({ plan: `# :en[Paper]:fr[Papier]\n\n## :en[Ink]:fr[Encre]\n\n${pair(3)}` });
  const said = textsIn(value.structure.children[1] as StructureElement)
    .map(({ words }) => words.map(({ text }) => text).join(' '))
    .join(' ');
  expect(said).toMatch(/Paper.*Ink.*Papier.*Encre/);
});
