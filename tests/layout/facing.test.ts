import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StructureElement } from '../../pipeline/layout/index.ts';
import {
  beginningOf,
  blocksIn,
  expectHeardWhole,
  expectNoLoneLine,
  laidOutAs,
  markdownOf,
  pagesByFragment,
  pairs,
  partsOf,
  textsIn,
} from '../helpers/parallel.ts';
import { fragmentsOf, isArtifact } from './reading.ts';

const laidOut = laidOutAs('facing');

test('each language is heard whole and in order, in a part of each chapter', () => expectHeardWhole(laidOut, 15));

test('pairs begin level on pages that face one another: the first language on the left, where numbers are even', () => {
  fc.assert(
    fc.property(pairs, (list) => {
      const { value } = laidOut({ plan: markdownOf(list) });
      const places = pagesByFragment(value);
      const [[left, right]] = partsOf(value, 1) as [readonly [StructureElement, StructureElement]];
      const [one, other] = [left, right].map((part) => blocksIn(part).filter(({ tag }) => tag !== 'Note'));
      expect(one?.length).toBe(other?.length);
      for (const [at, element] of (one ?? []).entries()) {
        const [here, there] = [beginningOf(element, places), beginningOf(other?.[at] as StructureElement, places)];
        expect(there?.page).toBe((here?.page ?? 0) + 1);
        expect(Number(value.pages[here?.page ?? 0]?.label) % 2).toBe(0);
        expect(Math.abs((there?.baseline ?? 0) - (here?.baseline ?? 0))).toBeLessThan(0.5);
      }
      for (const [part, parity] of [[left, 1] as const, [right, 0] as const])
        expect(new Set(textsIn(part).map((text) => (places.get(text) ?? -1) % 2))).toEqual(new Set([parity]));
      expectNoLoneLine(value.structure, places);
      const painted = value.pages.flatMap(({ fragments }) => fragments.filter((each) => !isArtifact(each)));
      expect(new Set(painted)).toEqual(new Set(fragmentsOf(value.structure)));
      expect(painted.length).toBe(fragmentsOf(value.structure).length);
    }),
    { seed: 7, numRuns: 25 },
  );
});

test('what both languages share stands on both pages', () => {
  const { value } = laidOut({ plan: '# :en[A]:fr[B]\n\n```\nsame\n```' });
  const places = pagesByFragment(value);
  const pages = (partsOf(value, 1)[0] ?? []).map((part) =>
    textsIn(part).flatMap((text) => (text.face === 'code' && !text.unseen ? [places.get(text)] : [])),
  );
  expect(pages).toEqual([[3], [4]]); // after a title page, and the contents in both languages
});
