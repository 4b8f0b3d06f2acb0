import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import type { OutputFile } from '../../../pipeline/model/index.ts';
import { bookFaults } from '../../helpers/book-faults.ts';
import { checkBook, checkBookInJava, readBook } from '../../helpers/epub.ts';

const root = new URL('../../../', import.meta.url).pathname;

describe.each(['.', 'tests/publications/specimen'])('the books of %s', (dir) => {
  const books: OutputFile[] = [];
  beforeAll(async () => {
    const { outcome, files } = await build(`${root}${dir}`, { formats: ['epub'], to: 'memory' });
    expect(outcome).toBe('done');
    books.push(...files);
    expect(books.map((file) => [file.format, file.edition]).sort()).toEqual([
      ['epub', 'columns'],
      ['epub', 'en'],
      ['epub', 'fr'],
    ]);
  });

  it('are right in the eyes of epubcheck-ts and of the checks of our own', async () => {
    for (const { path, bytes } of books) {
      expect([path, await checkBook(bytes)]).toEqual([path, []]);
      expect([path, bookFaults(readBook(bytes))]).toEqual([path, []]);
    }
  });
});

it('EPUBCheck finds the books of this publication right', { timeout: 300_000 }, async (context) => {
  const { files } = await build(root, { formats: ['epub'], to: 'memory' });
  expect(files).toHaveLength(3);
  for (const { path, bytes } of files) expect([path, await checkBookInJava(bytes, context)]).toEqual([path, []]);
});

/** Builds the specimen's books with the compiled program, in a process of its own. */
async function inProcess(env: Readonly<Record<string, string>>): Promise<{ before: boolean; digests: string[] }> {
  const script = `
    import { createHash } from 'node:crypto';
    import { createRequire } from 'node:module';
    const { cache } = createRequire(import.meta.url);
    await import(${JSON.stringify(`${root}.build/emit/epub/index.js`)});
    const before = Object.keys(cache).some((path) => /node_modules.(epub-gen-memory|jszip)/.test(path));
    const { build } = await import(${JSON.stringify(`${root}.build/build.js`)});
    const { files } = await build(${JSON.stringify(`${root}tests/publications/specimen`)}, { formats: ['epub'], to: 'memory' });
    const after = Object.keys(cache).some((path) => /node_modules.(epub-gen-memory|jszip)/.test(path));
    if (!after) throw new Error('The packager was not seen at all');
    console.log(JSON.stringify({ before, digests: files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')) }));
  `;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: tmpdir(),
    env: { ...process.env, ...env },
  });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}

describe('a book made elsewhere', () => {
  it('has the same bytes in another time zone and language, and loads its packager only then', async () => {
    const first = await inProcess({ TZ: 'Pacific/Kiritimati', LANG: 'fr_CA.UTF-8', LC_ALL: 'fr_CA.UTF-8' });
    const second = await inProcess({ TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' });
    expect(first.digests).toHaveLength(3);
    expect(first).toEqual(second);
    expect(first.before).toBe(false);
  });
});
