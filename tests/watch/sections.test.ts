import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementsOf } from '../../pipeline/watch/sections/elements.ts';
import { patchBetween, type Splice } from '../../pipeline/watch/sections/index.ts';

/** Does what a patch says to a page's text, as a browser does it to the page. */
function applied(before: string, splices: readonly Splice[]): string {
  return splices.toReversed().reduce((text, { path, remove, html }) => {
    const root = elementsOf(before)?.children[0];
    const parent = path.slice(0, -1).reduce((element, index) => element?.children[index], root);
    const at = path.at(-1) ?? 0;
    const going = parent?.children.slice(at, at + remove) ?? [];
    const end = before.lastIndexOf('</', (parent?.end ?? 1) - 1);
    const from = going[0]?.start ?? parent?.children[at]?.start ?? end;
    return text.slice(0, from) + html.join('') + text.slice(going.at(-1)?.end ?? from);
  }, before);
}

const page = (body: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><title>t</title></head>\n<body><main>${body}</main></body></html>`;

describe('the smallest changed elements', () => {
  test.each<[what: string, before: string, after: string, splices: readonly Splice[] | undefined]>([
    ['nothing', '<p>a</p>', '<p>a</p>', []],
    ['a paragraph', '<p>a</p><p>b</p>', '<p>a</p><p>c</p>', [{ path: [1, 0, 1], remove: 1, html: ['<p>c</p>'] }]],
    [
      'one that comes',
      '<p>a</p><p>c</p>',
      '<p>a</p><p>b</p><p>c</p>',
      [{ path: [1, 0, 1], remove: 0, html: ['<p>b</p>'] }],
    ],
    ['one that goes', '<p>a</p><p>b</p><p>c</p>', '<p>a</p><p>c</p>', [{ path: [1, 0, 1], remove: 1, html: [] }]],
    [
      'two far apart',
      '<p>a</p><p>b</p><p>c</p>',
      '<p>x</p><p>b</p><p>y</p>',
      [
        { path: [1, 0, 0], remove: 1, html: ['<p>x</p>'] },
        { path: [1, 0, 2], remove: 1, html: ['<p>y</p>'] },
      ],
    ],
    [
      'within a list',
      '<ul><li>a</li><li>b</li></ul>',
      '<ul><li>a</li><li>c</li></ul>',
      [{ path: [1, 0, 0, 1], remove: 1, html: ['<li>c</li>'] }],
    ],
    [
      'words beside elements',
      '<p>a <b>b</b></p>',
      '<p>c <b>b</b></p>',
      [{ path: [1, 0, 0], remove: 1, html: ['<p>c <b>b</b></p>'] }],
    ],
    [
      'an attribute',
      '<p>a</p><div id="x"><p>b</p></div>',
      '<p>a</p><div id="y"><p>b</p></div>',
      [{ path: [1, 0, 1], remove: 1, html: ['<div id="y"><p>b</p></div>'] }],
    ],
    [
      'what is no element to a browser',
      '<noscript><p>a</p></noscript>',
      '<noscript><p>b</p></noscript>',
      [{ path: [1, 0, 0], remove: 1, html: ['<noscript><p>b</p></noscript>'] }],
    ],
    [
      'a picture drawn in the page',
      '<svg><path d="a>b"/><g/></svg>',
      '<svg><path d="a>c"/><g/></svg>',
      [{ path: [1, 0, 0, 0], remove: 1, html: ['<path d="a>c"/>'] }],
    ],
    ['end tags that are left out', '<ul><li>a<li>b</ul>', '<ul><li>a<li>c</ul>', undefined],
    ['an end that has no beginning', '<p>a</p></p>', '<p>b</p></p>', undefined],
  ])('%s', (_, before, after, splices) => {
    expect(patchBetween(page(before), page(after))).toEqual(splices);
  });

  test('a page whose root changed is taken as a whole', () => {
    expect(patchBetween(page('a'), page('a').replace('lang="en"', 'lang="fr"'))).toBeUndefined();
  });

  test('comments, scripts and attributes that look like tags mislead nobody', () => {
    const hard = '<!-- </main> --><script>if (a</b>/.test(c)) "</p>"</script><a title="</main>">x</a><br><img alt=">">';
    const splices = patchBetween(page(`${hard}<p>a</p>`), page(`${hard}<p>b</p>`));
    expect(splices).toEqual([{ path: [1, 0, 4], remove: 1, html: ['<p>b</p>'] }]);
  });

  test('done to the page before, they make the page after: 500 pairs', () => {
    const words = fc.stringMatching(/^[a-c]{1,2}$/);
    const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
      leaf: fc.tuple(fc.constantFrom('p', 'b', 'h2'), words).map(([name, text]) => `<${name}>${text}</${name}>`),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc
          .tuple(fc.constantFrom('div', 'ul', 'section'), words, fc.array(tie('tree'), { maxLength: 5 }))
          .map(([name, id, inner]) => `<${name} id="${id}">${inner.join('\n')}</${name}>`),
      ),
    }));
    const bodies = fc.array(tree, { maxLength: 6 });
    const plain = (text: string): string => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(bodies, bodies, fc.nat(), (one, other, at) => {
        const mixed = one.map((each, index) => (index === at % 7 ? (other[0] ?? each) : each));
        for (const to of [other, mixed, [...one, ...other], one.slice(1)]) {
          const [before, after] = [page(one.join('\n')), page(to.join('\n'))];
          const splices = patchBetween(before, after);
          expect(splices && plain(applied(before, splices))).toBe(plain(after));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a patch is as large as what changed, however large the page', () => {
    const sizeOf = (count: number): number => {
      const body = (changed: string): string =>
        Array.from(
          { length: count },
          (_, at) => `<p id="p${at}">${at === count / 2 ? changed : 'the same words'}</p>`,
        ).join('');
      const splices = patchBetween(page(body('a')), page(body('b')));
      return JSON.stringify(splices).length;
    };
    expect(sizeOf(10_000)).toBeLessThan(sizeOf(1_000) + 10);
  });
});
