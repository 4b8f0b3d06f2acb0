import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assembleBilingual, assembleEdition } from '../../pipeline/assemble/index.ts';
import { newDigest } from '../../pipeline/cache/digests.ts';
import { openCache, storeOf } from '../../pipeline/cache/index.ts';
import type { Language } from '../../pipeline/model/index.ts';
import { readPublication, readTemplates } from '../../pipeline/read/index.ts';

describe('what a value says, in few letters', () => {
  const digest = newDigest();
  const bytes = new Uint8Array([1, 2]);

  test.each([
    ['words and numbers', '1', 1],
    ['nothing and the word for it', undefined, 'undefined'],
    ['words that look like two', ['a,string 1 b'], ['a', 'b']],
    ['words that look like a list within', [['a', 'b']], ['a,b']],
    ['lists within lists', [[1, 2], [3]], [[1], [2, 3]]],
    ['a list within a list', [[1]], [1]],
    ['a list and a table', [['a', 1]], new Map([['a', 1]])],
    ['a table and an object', new Map([['a', 1]]), { a: 1 }],
    ['other bytes', bytes, new Uint8Array([1, 3])],
    ['other nodes', { type: 'text', value: 'a' }, { type: 'text', value: 'b' }],
    ['a name that is missing', { a: 1, b: undefined, c: 2 }, { a: 1, b: 2, c: undefined }],
  ])('tells %s apart', (_, one, other) => {
    expect(digest(one)).not.toBe(digest(other));
    expect(newDigest()(structuredClone(one))).toBe(digest(one));
  });

  test('there is none of what is no plain data', () => {
    expect([digest(() => 1), digest({ a: [() => 1] }), digest(Promise.resolve())]).toEqual(Array(3).fill(undefined));
  });

  test('nodes of editions are JSON through and through, as it takes them to be', async () => {
    const dir = 'tests/publications/specimen';
    const { value } = await readPublication(dir);
    if (!value) throw new Error('The specimen was not read');
    const { strings } = readTemplates(dir);
    const side = (language: Language) => assembleEdition(value, language, { strings }).value;
    const { rows } = { rows: assembleBilingual({ en: side('en'), fr: side('fr') }, 'columns').documents };
    const documents = [...value.documents, ...side('en').documents, ...side('fr').documents];
    for (const { tree } of documents) expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows);
  });
});

describe('a value that was made before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-store-'));
  const open = (maker = 'this') => storeOf(openCache(folder), maker);

  test('is given again for the same inputs, to the same maker, and to no other', () => {
    const made: string[] = [];
    const make = (store: ReturnType<typeof open>, input: unknown) =>
      store.recall('name', [input], () => {
        made.push('made');
        return { at: new Map([[1, 'one']]) };
      });
    expect(make(open(), { a: ['x'] })).toEqual({ at: new Map([[1, 'one']]) });
    expect(make(open(), { a: ['x'] })).toEqual({ at: new Map([[1, 'one']]) });
    expect(made).toHaveLength(1);
    make(open(), { a: ['y'] });
    make(open('another version'), { a: ['x'] });
    make(open(), { a: ['x'], f: () => 1 }); // no plain data: made each time
    make(open(), { a: ['x'], f: () => 1 });
    expect(made).toHaveLength(5);
  });

  test('is made again where a key of a table that it read has another value, and tells what it read', () => {
    const recall = (table: ReadonlyMap<string, unknown>) => {
      const read: string[] = [];
      let made = 0;
      open().recallReading(
        'reads',
        { inputs: [1], tables: { words: table } },
        (_, key) => void read.push(key),
        (reads) => {
          made += 1;
          reads('words', 'a');
          reads('words', 'missing');
          return table.get('a');
        },
      );
      return [made, read];
    };
    const both = ['a', 'missing'];
    expect(
      recall(
        new Map([
          ['a', [1]],
          ['b', [2]],
        ]),
      ),
    ).toEqual([1, both]);
    expect(
      recall(
        new Map([
          ['a', [1]],
          ['b', [3]],
        ]),
      ),
    ).toEqual([0, both]);
    expect(recall(new Map([['a', [9]]]))).toEqual([1, both]);
    expect(
      recall(
        new Map([
          ['a', [9]],
          ['missing', [1]],
        ]),
      ),
    ).toEqual([1, both]);
  });
});
