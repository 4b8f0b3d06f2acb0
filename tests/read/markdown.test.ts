import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { parseDocument } from '../../pipeline/read/index.ts';

const gfm = unified().use(remarkParse).use(remarkGfm);

/** Words with colons as people write them, and as machines do. */
const words = fc.constantFrom(
  ...['12:30', 'Note :', 'Objet:Réunion', '3:1', 'urn:isbn:978', 'std::x', '«', '»', 'a:', ':b', '::', ':smile:'],
  ...[
    'https://example.org/a:b',
    'C:\\x',
    '*em*',
    '**b**',
    '[l](u:v)',
    '`c:fr`',
    ':en',
    ':fr{x}',
    ':foo[x]',
    ':français[x]',
  ],
  ...['\\:fr[x]', '12 h 30;', 'l’an', '{a}', '[', ']', '#', '~~x~~', '|', 'a@b.ca:', ':frx[y]', ':FR[x]', ':num'],
);
const gap = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\u00a0', '');
const literal = fc
  .array(fc.tuple(words, gap), { maxLength: 14 })
  .map((pieces) => pieces.flat().join(''))
  .filter((text) => !/(?<!\\):(?:en|fr|num|money|pct|date|time|term|ref|index|nt|span|sup|sub)\[/.test(text))
  .filter((text) => !/^[ \t>]*(?:::|: )/m.test(text));

describe('what is not our syntax is plain GFM', () => {
  test('texts with colons, French marks, addresses and hard wraps', () => {
    fc.assert(
      fc.property(literal, (text) => {
        expect(shape(parseDocument(text, 'a.md').value)).toEqual(shape(gfm.parse(text)));
      }),
      { numRuns: 600 },
    );
  });

  test('any characters at all', () => {
    const characters = fc.string({ unit: fc.constantFrom(...'a1:[]{}()*_`~ \n#|-!\\é«»'), maxLength: 60 });
    fc.assert(
      fc.property(
        characters.filter((text) => !/^[ \t>*+\-\d.)]*(?:::|: )/m.test(text)),
        (text) => {
          expect(shape(parseDocument(text, 'a.md').value)).toEqual(shape(gfm.parse(text)));
        },
      ),
      { numRuns: 600 },
    );
  });
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

/** What a tree says, without places; neighbouring texts are one. */
function shape(root: Root): unknown {
  const clean = (node: Nodes): unknown => {
    const { position: _position, ...rest } = node;
    if (!('children' in rest)) return rest;
    const children: Nodes[] = [];
    for (const child of rest.children as Nodes[]) {
      const last = children.at(-1);
      if (child.type === 'text' && last?.type === 'text')
        children[children.length - 1] = { ...last, value: last.value + child.value };
      else children.push(child);
    }
    return { ...rest, children: children.map(clean) };
  };
  return clean(root);
}

function wordsIn(root: Root): string {
  const found: string[] = [];
  visit(root, (node) => {
    if ('value' in node) found.push(node.value);
    if ('alt' in node && typeof node.alt === 'string') found.push(node.alt);
  });
  return found.join(' ');
}
