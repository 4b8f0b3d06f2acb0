import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../../pipeline/build.ts';
import type { OutputFile } from '../../../pipeline/model/index.ts';
import { bookFaults } from '../../helpers/book-faults.ts';
import { publicationOf } from '../../helpers/corpus.ts';
import { checkBook, checkBookInJava, readBook } from '../../helpers/epub.ts';

const root = new URL('../../../', import.meta.url).pathname;

const editions = ['en', 'fr', 'columns', 'stacked'] as const;

/** Our own publications as they are; what others wrote, as a draft: it has real gaps. */
const publications = [
  { name: 'source/', draft: false, folder: () => root },
  { name: 'the specimen', draft: false, folder: () => `${root}tests/publications/specimen` },
  ...['12factor', 'cloud-guardrails'].map((name) => ({
    name,
    draft: true,
    folder: () => publicationOf(`${root}tests/publications/${name}`, { withMap: true }),
  })),
];

describe.each(publications)('the books of $name', ({ draft, folder }) => {
  const books: OutputFile[] = [];
  beforeAll(async () => {
    const { outcome, files } = await build(folder(), { formats: ['epub'], editions, draft, to: 'memory' });
    expect(outcome).toBe('done');
    books.push(...files);
    expect(books.map((file) => [file.format, file.edition]).sort()).toEqual([
      ['epub', 'columns'],
      ['epub', 'en'],
      ['epub', 'fr'],
      ['epub', 'stacked'],
    ]);
  });

  it('are right in the eyes of epubcheck-ts and of the checks of our own', async () => {
    for (const { path, bytes } of books) {
      expect([path, await checkBook(bytes)]).toEqual([path, []]);
      expect([path, bookFaults(readBook(bytes))]).toEqual([path, []]);
    }
  });

  it('are right in the eyes of EPUBCheck', { timeout: 600_000 }, async (context) => {
    for (const { path, bytes } of books) expect([path, await checkBookInJava(bytes, context)]).toEqual([path, []]);
  });
});

/** Builds the books of a copy of the specimen, in every edition, with the compiled program, in a process of its own. */
async function inProcess(env: Readonly<Record<string, string>>): Promise<{ before: boolean; digests: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-elsewhere-'));
  cpSync(`${root}tests/publications/specimen`, join(folder, 'publication'), { recursive: true });
  const script = `
    import { createHash } from 'node:crypto';
    import { createRequire } from 'node:module';
    const { cache } = createRequire(import.meta.url);
    await import(${JSON.stringify(`${root}.build/emit/epub/index.js`)});
    const before = Object.keys(cache).some((path) => /node_modules.(epub-gen-memory|jszip)/.test(path));
    const { build } = await import(${JSON.stringify(`${root}.build/build.js`)});
    const options = { formats: ['epub'], editions: ${JSON.stringify(editions)}, to: 'memory' };
    const { files } = await build('publication', options);
    const after = Object.keys(cache).some((path) => /node_modules.(epub-gen-memory|jszip)/.test(path));
    if (!after) throw new Error('The packager was not seen at all');
    const digestOf = (bytes) => createHash('sha256').update(bytes).digest('hex');
    console.log(JSON.stringify({ before, digests: files.map(({ path, bytes }) => path + ' ' + digestOf(bytes)) }));
  `;
  try {
    const run = promisify(execFile);
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a book made elsewhere', () => {
  it('has the same bytes in another folder, time zone and language, and loads its packager only then', async () => {
    const first = await inProcess({ TZ: 'Pacific/Kiritimati', LANG: 'fr_CA.UTF-8', LC_ALL: 'fr_CA.UTF-8' });
    const second = await inProcess({ TZ: 'America/St_Johns', LANG: 'C', LC_ALL: 'C' });
    expect(first.digests).toHaveLength(editions.length);
    expect(new Set(first.digests.map((digest) => digest.split(' ')[1])).size).toBe(editions.length);
    expect(first).toEqual(second);
    expect(first.before).toBe(false);
  });
});
