import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect } from 'vitest';
import { parseDocument } from '../../pipeline/read/index.ts';

const gfm = unified().use(remarkParse).use(remarkGfm);
const plain = (text: string): Root => gfm.parse(text);
const ours = (text: string): Root => parseDocument(text, 'a.md').value;

/** Words with colons, dollars and brackets as people write them, and as machines do. */
const words = fc.constantFrom(
  ...['12:30', 'Note :', 'Objet:Réunion', '3:1', 'urn:isbn:978', 'std::x', '«', '»', 'a:', ':b', '::', ':smile:'],
  ...['https://example.org/a:b', 'C:\\x', '*em*', '**b**', '[l](u:v)', '`c:fr`', ':en', ':fr{x}', ':foo[x]'],
  ...[':français[x]', '\\:fr[x]', '12 h 30;', 'l’an', '{a}', '[', ']', '#', '~~x~~', '|', 'a@b.ca:', ':frx[y]'],
  ...[':FR[x]', ':num', '$5', '$', 'US$4.8 billion (C$7.7 billion)', '$x$', '5 $ ?', '\\$\\$', '`$$x$$`', '[[a]]'],
  ...['[[a|b]]', '[[a b]]', 'x[[a]]', '[[1]]', '[[a]](u:v)', '[[a]][b]', '\\[[a]]', '![[a]]', '[[a|]]', '[[ a ]]'],
  ...[
    '[[^1]]',
    '[[a]',
    '[[[a]]]',
    '[y [[a]] z](u:v)',
    '[a][b]',
    '{#id}',
    '(x)',
    '« Oui ! »',
    'https://example.org/?a=$1&b={2}',
    '100 %;',
  ],
);
/** `[[id]]` where it is a link; `x[[id]]`, `[[id]](x)` and the like stay what plain GFM has. */
const wikiLink = /(?<![\p{L}\p{N}_![\]\\])\[\[\p{L}[\p{L}\p{N}_-]*(?:\\?\|[^[\]\n]*[^[\]\s][^[\]\n]*)?\]\](?![([\]])/u;
const gap = fc.constantFrom(' ', ' ', ' ', '\n', '\n\n', '\u00a0', '');

/** Whether a text has none of our syntax: what would be some is told by a guard of its own. */
function isPlain(text: string): boolean {
  return (
    !/(?<!\\):(?:en|fr|num|money|pct|date|time|term|ref|index|nt|span|sup|sub)\[/.test(text) &&
    !/^[ \t>]*(?:::|: )/m.test(text) &&
    !wikiLink.test(text) &&
    !text.replaceAll('`$$x$$`', '').includes('$$')
  );
}

/** Whether a line is a heading, or may be one, that ends with its id: of the whole text, however it was put together. */
function endsWithId(text: string): boolean {
  return /#.*\{#id\}\s*$/m.test(text);
}

function textOf(pieces: fc.Arbitrary<readonly (readonly [string, string])[]>): fc.Arbitrary<string> {
  return pieces.map((list) => list.flat().join('')).filter(isPlain);
}

const literal = textOf(fc.array(fc.tuple(words, gap), { maxLength: 14 })).filter((text) => !endsWithId(text));
const oneLine = textOf(fc.array(fc.tuple(words, fc.constant(' ')), { maxLength: 8 }));

/** Each stands for a word in its line. */
const inlineForms = fc.constantFrom(
  ...[':en[ab]:fr[cd]', ':fr[a *b*]:en[c]', ':num[12]', ':money[4.5]{cur=CAD}', ':date[2009-08-01]', ':nt[Foo:Bar !]'],
  ...[
    ':sup[e]',
    ':sub[2]',
    ':span[ab]{lang=la}',
    ':term[ab]{#cd}',
    ':ref[#ab]',
    '[[ab]]',
    '[[ab|cd]]',
    '$$x_1$$',
    '$$5 + C$7$$',
  ],
);
const ourPhrasing: ReadonlySet<string> = new Set(
  'phrasingPair value untranslated superscript subscript span term reference inlineMath'.split(' '),
);

/** What may touch a form: no marks of emphasis, whose meaning hangs on what they touch, as in plain GFM. */
const left = fc.constantFrom(
  ...['', 'x', 'é', 'l’', '7', '(', '«', '"', '-', '/', '=', '.', ',', '…', '#', '[y ', '|'],
);
const right = fc.constantFrom(
  ...['', 'x', 'é', '7', ')', '»', '"', '-', '/', '.', ',', ';', '!', ':', '’s', ' y]', '|'],
);
/** `x[[id]]` is plain text. */
const isTouched = (form: string, before: string): boolean => form.startsWith('[[') && /[\p{L}\p{N}]$/u.test(before);

/** Each is one block, and may follow a line of text. */
const interrupting = [
  ':::en\nab\n:::\n:::fr\ncd\n:::',
  ':::fr{#ab}\n- x\n:::\n\n:::en\n- y\n:::',
  ':::note\nab\n:::',
  ':::aside\nab\n:::',
  '::contents',
  '::pagebreak',
  ':::quote{lang=la}\nab\n:::',
  '$$\nx\n$$',
  '::::math{#ab}\n$$\nx\n$$\n::::',
  '::::table\n:::en\nA\n:::\n:::fr\nB\n:::\n\n| a |\n| - |\n::::',
];
/** Each is one block between blank lines. */
const blockForms = fc.constantFrom(...interrupting, 'Term\n\n: Description', '$$x$$');

/** Puts each line into a list or a quotation. */
const nestings = fc.constantFrom<readonly [first: string, next: string]>(
  ...([
    ['> ', '> '],
    ['- ', '  '],
    ['7. ', '   '],
    ['> - ', '>   '],
    ['- > ', '  > '],
  ] as const),
);

function nested(text: string, [first, next]: readonly [string, string]): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : next}${line}`)
    .join('\n');
}

const mark = 'WORDBLOCK';

/** Blocks of plain GFM and ours, the form's own in the place of the word that stands for it. */
function expectAround(text: (block: string) => string, form: string, depth: number): void {
  const blocksOf = (root: Root): unknown[] => {
    let blocks: Nodes[] = root.children;
    for (let level = 0; level < depth; level++) {
      const holder = blocks.find(({ type }) => ['blockquote', 'list', 'listItem'].includes(type));
      blocks = holder && 'children' in holder ? (holder.children as Nodes[]) : [];
    }
    return blocks.map((node) => shape(node));
  };
  const wanted = blocksOf(plain(text(mark)));
  const at = wanted.findIndex((block) => JSON.stringify(block).includes(`"value":"${mark}"`));
  const found = blocksOf(ours(text(form)));
  expect(at).toBeGreaterThanOrEqual(0);
  expect(JSON.stringify(found[at])).not.toMatch(/:::|\$\$/);
  expect(found.with(at, wanted[at])).toEqual(wanted);
}

interface Size {
  readonly numRuns: number;
  readonly seed?: number;
}

/** What is not our syntax gives the tree of plain GFM; each with its name. */
export const trials: readonly (readonly [string, (size: Size) => void])[] = [
  [
    'texts with colons, French marks, addresses, dollars, brackets and hard wraps',
    (size) =>
      fc.assert(
        fc.property(literal, (text) => {
          expect(shape(ours(text))).toEqual(shape(plain(text)));
        }),
        size,
      ),
  ],
  [
    'any characters at all',
    (size) => {
      const characters = fc
        .string({ unit: fc.constantFrom(...'a1:[]{}()*_`~ \n#|-!\\é«»$'), maxLength: 60 })
        .filter(
          (text) =>
            !/^[ \t>*+\-\d.)]*(?:::|: )/m.test(text) &&
            !wikiLink.test(text) &&
            !/\$\$|\{#[^\s{}]+\}[ \t]*$/m.test(text),
        );
      fc.assert(
        fc.property(characters, (text) => {
          expect(shape(ours(text))).toEqual(shape(plain(text)));
        }),
        size,
      );
    },
  ],
  [
    'texts around our syntax in a line',
    (size) =>
      fc.assert(
        fc.property(literal, inlineForms, literal, (before, form, after) => {
          const around = (word: string): string => `${before} x ${word} y ${after}`;
          fc.pre(!endsWithId(around('WORD')));
          expect(shape(ours(around(form)), ourPhrasing)).toEqual(shape(plain(around('WORD'))));
        }),
        size,
      ),
  ],
  [
    'letters and marks that touch our syntax in a line',
    (size) =>
      fc.assert(
        fc.property(oneLine, left, inlineForms, right, literal, (start, before, form, end, after) => {
          fc.pre(!isTouched(form, before));
          const around = (word: string): string => `x ${start}${before}${word}${end} ${after}`;
          fc.pre(!endsWithId(around('WORD')));
          expect(shape(ours(around(form)), ourPhrasing)).toEqual(shape(plain(around('WORD'))));
        }),
        size,
      ),
  ],
  [
    'texts around a block of our syntax',
    (size) =>
      fc.assert(
        fc.property(literal, blockForms, literal, (before, form, after) => {
          expectAround((block) => `${before}\n\n${block}\n\n${after}`, form, 0);
        }),
        size,
      ),
  ],
  [
    'texts around a block of our syntax in lists and quotations',
    (size) =>
      fc.assert(
        fc.property(oneLine, blockForms, literal, nestings, (before, form, after, nesting) => {
          const depth = [...nesting[0].trim()].reduce(
            (sum, sign) => sum + (sign === '>' ? 1 : /[-7]/.test(sign) ? 2 : 0),
            0,
          );
          expectAround((block) => nested(`x ${before}x\n\n${block}\n\nx ${after}`, nesting), form, depth);
        }),
        size,
      ),
  ],
  [
    'a block of our syntax directly between lines of text',
    (size) =>
      fc.assert(
        fc.property(literal, oneLine, fc.constantFrom(...interrupting), literal, (before, line, form, after) => {
          expectAround(
            (block) => {
              const gap = block === mark ? '\n\n' : '\n';
              return `${before}\n\nx ${line}x${gap}${block}${gap}x ${after}`;
            },
            form,
            0,
          );
        }),
        size,
      ),
  ],
  [
    'headings that end with an id',
    (size) =>
      fc.assert(
        fc.property(oneLine, (text) => {
          const heading = ours(`# ${text}x {#ab}\n`).children[0];
          expect(heading?.data?.id).toBe('ab');
          delete heading?.data;
          expect(heading && shape(heading)).toEqual(plain(`# ${text}x`).children.map((node) => shape(node))[0]);
        }),
        size,
      ),
  ],
];

/** What a tree says, without places; neighbouring texts are one. Nodes of the types given are a word. */
function shape(root: Nodes, asWord: ReadonlySet<string> = new Set()): unknown {
  const clean = (node: Nodes): unknown => {
    const { position: _position, ...rest } = node;
    if (!('children' in rest)) return rest;
    const children: Nodes[] = [];
    for (const each of rest.children as Nodes[]) {
      const child: Nodes = asWord.has(each.type) ? { type: 'text', value: 'WORD' } : each;
      const last = children.at(-1);
      if (child.type === 'text' && last?.type === 'text')
        children[children.length - 1] = { ...last, value: last.value + child.value };
      else children.push(child);
    }
    return { ...rest, children: children.map(clean) };
  };
  return clean(root);
}
