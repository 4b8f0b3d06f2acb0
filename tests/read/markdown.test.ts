import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../pipeline/read/index.ts';
import { trials } from '../helpers/fuzz.ts';

describe('what is not our syntax is plain GFM', () => {
  test.each(trials)('%s', (_, run) => run({ numRuns: 500 }));
});

const pieces = fc.constantFrom(
  ...[':::en\n', ':::fr\n', ':::\n', '::::figure{src=a.svg}\n', '::::\n', ':::note\n', '::: fr\n', ':::zzz[l]\n'],
  ...[
    'word ',
    ':en[a]',
    ':fr[b]',
    ':fr[',
    ']',
    ':num[1]',
    ':num[x]',
    ':nt[y]',
    '{#id}',
    '$$x$$',
    '$$\n',
    '# H\n',
    '- i\n',
    '  ',
    '> ',
    '\n',
  ],
  ...[
    '<div>',
    '</div>',
    '<b>',
    '</b>',
    '<td>',
    '<table>',
    '<li>',
    '<p>',
    '<!-- c -->',
    '<!--',
    '<br/>',
    '<a href="x">',
    '&eacute;',
  ],
  ...[
    '\n\n',
    '\r\n',
    '```\n',
    '| a |\n| - |\n',
    '[^1]',
    '[^1]: n\n',
    ': d\n',
    '> [!NOTE]\n',
    '---\n',
    '<script>',
    '\u0000',
    '\ufeff',
  ],
);
const anything = fc.array(pieces, { maxLength: 25 }).map((all) => all.join(''));

describe('whatever is written', () => {
  test('each node has its position, and none is what only the parser knows', () => {
    fc.assert(
      fc.property(anything, (text) => {
        visit(parseDocument(text, 'a.md').value, (node: Nodes) => {
          expect(node.position, node.type).toBeDefined();
          expect(['html', 'yaml', 'textDirective', 'leafDirective', 'containerDirective']).not.toContain(node.type);
        });
      }),
      { numRuns: 600 },
    );
  });

  test('no word is lost', () => {
    const marked = fc
      .array(
        fc.tuple(
          pieces.filter((piece) => !/<script|<!--|---|\[\^1\]|^\[/.test(piece)),
          fc.boolean(),
        ),
        { maxLength: 20 },
      )
      .map((all) => all.map(([piece, word], index) => (word ? `${piece}w${index}w ` : piece)).join(''))
      .filter((text) => !/[{(<|][^\n]*w\d+w|:::?[a-z]*[^\n]*w\d+w|```[^\n]*w/.test(text));
    fc.assert(
      fc.property(marked, (text) => {
        const found = wordsIn(parseDocument(text, 'a.md').value);
        for (const word of text.match(/w\d+w/g) ?? []) expect(found).toContain(word);
      }),
      { numRuns: 600 },
    );
  });

  test('lines and columns are the same with each kind of line end', () => {
    const source = '# T\n\n:::en\nOne <b>b</b>.\n:::\n\n::: fr\n\n<p>x\n<em>y</em>\n';
    const places = (text: string) => {
      const { value, diagnostics } = parseDocument(text, 'a.md');
      const found: unknown[] = diagnostics.map(({ rule, position }) => [rule, position]);
      visit(value, ({ type, position }) => {
        found.push([type, position?.start.line, position?.start.column]);
      });
      return found;
    };
    expect(places(source.replaceAll('\n', '\r\n'))).toEqual(places(source));
    expect(places(source.replaceAll('\n', '\r'))).toEqual(places(source));
  });

  test('a document nested beyond reason is refused with its words', () => {
    const { value, diagnostics } = parseDocument(`${'> '.repeat(400)}deep`, 'a.md');
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['file-is-readable']);
    expect(wordsIn(value)).toContain('deep');
  });
});

function wordsIn(root: Root): string {
  const found: string[] = [];
  visit(root, (node) => {
    if ('value' in node) found.push(node.value);
    if ('alt' in node && typeof node.alt === 'string') found.push(node.alt);
  });
  return found.join(' ');
}
