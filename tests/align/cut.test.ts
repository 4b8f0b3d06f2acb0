import fc from 'fast-check';
import type { Variant } from 'mdast';
import { describe, expect, test } from 'vitest';
import { cutPairs } from '../../pipeline/align/index.ts';

/** `en`, `fr`, with `!` for `only`, `#x` for an id, `~` for not translated; each on a line of its own. */
function runOf(written: string): Variant[] {
  return written
    .split(' ')
    .filter(Boolean)
    .map((each, index) => {
      const id = /#(\w+)/.exec(each)?.[1];
      const place = { line: index + 1, column: 1 };
      const data = { ...(id && { id, authored: true }), ...(each.includes('~') && { untranslated: true }) };
      return {
        type: 'variant',
        language: each.startsWith('en') ? 'en' : 'fr',
        ...(each.includes('!') && { only: true }),
        ...(Object.keys(data).length > 0 && { data }),
        children: [],
        position: { start: place, end: place },
      };
    });
}

function linesOf(written: string) {
  const { pairs, faults } = cutPairs(runOf(written));
  return {
    pairs: pairs.map(({ children }) => children.map((side) => side.position?.start.line)),
    faults: faults.map(({ kind, at }) => `${kind} ${at.position?.start.line}`),
  };
}

describe('a run of language blocks is cut from the top into pairs', () => {
  test.each([
    ['', [], []],
    ['en fr', [[1, 2]], []],
    ['fr en', [[1, 2]], []],
    [
      'en fr fr en',
      [
        [1, 2],
        [3, 4],
      ],
      [],
    ],
    ['en', [[1]], ['lone 1']],
    ['en fr fr', [[1, 2], [3]], ['lone 3']],
    ['en en fr', [[1], [2, 3]], ['same-language 2']],
    ['en! fr en', [[1], [2, 3]], []],
    ['en fr! fr', [[2], [1, 3]], []],
    ['en en! fr', [[1, 3], [2]], []],
    ['en! en!', [[1], [2]], []],
    ['en~', [[1]], []],
    ['en#a fr#b', [[1, 2]], ['ids 2']],
    ['en#a fr#a', [[1, 2]], []],
    ['en fr#a', [[1, 2]], []],
  ])('%s', (written, pairs, faults) => {
    expect(linesOf(written)).toEqual({ pairs, faults });
  });

  test('the id is the pair’s, whichever side states it', () => {
    const { pairs } = cutPairs(runOf('en fr#a'));
    expect(pairs[0]?.data).toEqual({ id: 'a', authored: true });
    expect(pairs[0]?.children.map(({ data }) => data?.id)).toEqual([undefined, undefined]);
  });

  test('no block is lost or repeated, and each language keeps its order', () => {
    const side = fc.constantFrom('en', 'fr', 'en!', 'fr!', 'en~');
    fc.assert(
      fc.property(fc.array(side, { maxLength: 12 }), (sides) => {
        const run = runOf(sides.join(' '));
        const cut = cutPairs(run).pairs.flatMap(({ children }) => children);
        expect(cut).toHaveLength(run.length);
        for (const language of ['en', 'fr']) {
          const lines = (of: readonly Variant[]) =>
            of.filter((each) => each.language === language).map((each) => each.position?.start.line);
          expect(lines(cut)).toEqual(lines(run));
        }
      }),
    );
  });
});
