import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parserFor } from '../../pipeline/read/syntax.ts';
import { wantedBy } from '../../pipeline/read/wanted.ts';

const everything = parserFor({ addresses: true, mail: true, tables: true, struckOut: true });

function expectSame(text: string): void {
  expect(JSON.stringify(parse(text))).toBe(JSON.stringify(everything.parse(text)));
}

/** What addresses, tables and struck-out words are made of, whole and in pieces. */
const pieces = [
  ...[
    'www.',
    'WWW',
    'w',
    '.example.org',
    'http',
    'HTTPS',
    's',
    ':',
    '//',
    '@',
    'a',
    'b.ca',
    'mailto:',
    'xmpp:',
    '-',
    '_',
  ],
  ...[
    '&#64;',
    '&#x77;',
    '&#119;',
    '&commat;',
    '&COMMAT;',
    '&colon;',
    '&period;',
    '&sol;',
    '&vert;',
    '&amp;',
    '\\',
    '\\@',
  ],
  ...['|', '| a |', '|-|', '--', ':-', '-:', ':-:', '~', '~~', '\\~', '\\|', '`', '[x]', '- [ ] ', '[^a]', '\n[^a]: '],
  ...[
    ' ',
    ' ',
    '\n',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '    ',
    '*',
    '<',
    '>',
    '(',
    ')',
    '[',
    '](',
    '{#a}',
    ':en[',
    ':::en\n',
    '1. ',
  ],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));

describe('a parser without what a text does not want gives the tree of one that has everything', () => {
  test('of texts made of pieces of what is left out', () => {
    fc.assert(
      fc.property(texts, (text) => expectSame(text)),
      { numRuns: 1500, seed: 20_011_212 },
    );
  });

  const folder = join(import.meta.dirname, '../publications');
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  test.each(paths)('of %s', (path) => expectSame(readFileSync(join(folder, path), 'utf8')));

  test('most texts want little', () => {
    const plain =
      'Words, *more* words; “12:30”, a [link](page.md), `code` and -- dashes.\n\n- :::en\n  x\n  :::\n\n---\n';
    expect(Object.values(wantedBy(plain))).not.toContain(true);
  });
});
