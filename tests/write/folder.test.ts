import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Failure, type OutputFile } from '../../pipeline/model/index.ts';
import { ignoreFile, recoverFolder, replaceFolder } from '../../pipeline/write/index.ts';

const file = (path: string, text: string): OutputFile => ({
  path,
  format: 'html',
  languages: ['en-CA'],
  bytes: new TextEncoder().encode(text),
});
let root: string;
let out: string;
const names = async (): Promise<string[]> => (await readdir(root)).sort();
const text = (path: string): Promise<string> => readFile(join(out, path), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'diptych-write-'));
  out = join(root, 'dist');
});

describe('replacing a folder', () => {
  test('writes files, manifest and ignore file, and leaves nothing beside it', async () => {
    await replaceFolder(out, [file('fr/b.html', 'bé'), file('en/a.html', 'a')]);
    expect(await names()).toEqual(['dist']);
    expect((await readdir(out)).sort()).toEqual(['.gitignore', 'en', 'fr', 'manifest.json']);
    expect(JSON.parse(await text('manifest.json'))).toEqual({
      files: [
        {
          path: 'en/a.html',
          format: 'html',
          languages: ['en-CA'],
          bytes: 1,
          sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
        },
        {
          path: 'fr/b.html',
          format: 'html',
          languages: ['en-CA'],
          bytes: 3,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  test('the ignore file is the one that this repository keeps', async () => {
    expect(await readFile(new URL('../../dist/.gitignore', import.meta.url), 'utf8')).toBe(ignoreFile);
  });

  test('nothing of the former build is left', async () => {
    await replaceFolder(out, [file('old.html', 'old')]);
    await replaceFolder(out, [file('new.html', 'new')]);
    expect((await readdir(out)).sort()).toEqual(['.gitignore', 'manifest.json', 'new.html']);
  });

  test.each([
    ['a file of somebody', 'notes.txt', 'mine'],
    ["a web application's manifest", 'manifest.json', '{"name":"app"}'],
    ['an ignore file of somebody', '.gitignore', '*\n'],
  ])('%s: refused, and left as it was', async (_, name, content) => {
    await mkdir(out);
    await writeFile(join(out, name), content);
    const refusal = replaceFolder(out, [file('a.html', 'a')]);
    await expect(refusal).rejects.toBeInstanceOf(Failure);
    await expect(refusal).rejects.toMatchObject({ key: 'out-not-ours' });
    expect(await readdir(out)).toEqual([name]);
    expect(await text(name)).toBe(content);
  });

  test('an empty folder may be used', async () => {
    await mkdir(out);
    await replaceFolder(out, [file('a.html', 'a')]);
    expect(existsSync(join(out, 'a.html'))).toBe(true);
  });

  test('a file in its place is refused', async () => {
    await writeFile(out, 'x');
    await expect(replaceFolder(out, [])).rejects.toMatchObject({ key: 'out-not-folder' });
  });

  test.each(['', 'source', 'source/deep'])(
    'a folder that would take the source with it is refused: “%s”',
    async (path) => {
      await mkdir(join(root, 'source'));
      const refusal = replaceFolder(join(root, path), [], { keep: [join(root, 'source')] });
      await expect(refusal).rejects.toMatchObject({ key: 'out-holds-source' });
    },
  );

  test.each(['../x', '/x', 'a//b', 'a/../b', 'c:x', 'a\\b', ''])('an output at “%s” is our mistake', async (path) => {
    await replaceFolder(out, [file('old.html', 'old')]);
    await expect(replaceFolder(out, [file(path, 'x')])).rejects.toThrow('leave its folder');
    expect(await text('old.html')).toBe('old');
  });

  test('two outputs at one path are our mistake', async () => {
    await expect(replaceFolder(out, [file('a', '1'), file('a', '2')])).rejects.toThrow('Two outputs');
  });

  test('two at once: one waits, the last one stands, whole', async () => {
    const all = Array.from({ length: 6 }, (_, at) =>
      replaceFolder(out, [file('a.html', String(at)), file('b.html', String(at))]),
    );
    await Promise.all(all);
    expect(await text('a.html')).toBe(await text('b.html'));
    expect(await names()).toEqual(['dist']);
  });
});

describe('after a kill', () => {
  const oldBuild = (): Promise<void> => replaceFolder(out, [file('a.html', 'old')]);
  /** A complete new folder beside the old one, as step 1 leaves it. */
  const newBeside = async (): Promise<void> => {
    await replaceFolder(join(root, 'dist2'), [file('a.html', 'new')]);
    await rename(join(root, 'dist2'), join(root, '.dist.new'));
  };
  const journal = (): Promise<void> => writeFile(join(root, '.dist.journal'), '.dist.new\n');

  test('while the new folder was being written: the old one stands', async () => {
    await oldBuild();
    await newBeside();
    await recoverFolder(out);
    expect([await text('a.html'), await names()]).toEqual(['old', ['dist']]);
  });

  test('while the journal was being written: the old one stands', async () => {
    await oldBuild();
    await newBeside();
    await writeFile(join(root, '.dist.journal.part'), '');
    await recoverFolder(out);
    expect([await text('a.html'), await names()]).toEqual(['old', ['dist']]);
  });

  test('with the journal written: the new one takes its place', async () => {
    await oldBuild();
    await newBeside();
    await journal();
    await recoverFolder(out);
    expect([await text('a.html'), await names()]).toEqual(['new', ['dist']]);
  });

  test('between the two renames: the new one takes its place', async () => {
    await oldBuild();
    await newBeside();
    await journal();
    await rename(out, join(root, '.dist.old'));
    await recoverFolder(out);
    expect([await text('a.html'), await names()]).toEqual(['new', ['dist']]);
  });

  test('before the old one was removed: it is removed', async () => {
    await oldBuild();
    await rename(out, join(root, '.dist.old'));
    await newBeside();
    await rename(join(root, '.dist.new'), out);
    await journal();
    await recoverFolder(out);
    expect([await text('a.html'), await names()]).toEqual(['new', ['dist']]);
  });

  test('an old one alone is put back', async () => {
    await oldBuild();
    await rename(out, join(root, '.dist.old'));
    await recoverFolder(out);
    expect([await text('a.html'), await names()]).toEqual(['old', ['dist']]);
  });

  test('a journal does not cost a folder that somebody put in its place', async () => {
    await oldBuild();
    await newBeside();
    await journal();
    await rename(out, join(root, '.dist.old'));
    await mkdir(out);
    await writeFile(join(out, 'notes.txt'), 'mine');
    await expect(recoverFolder(out)).rejects.toMatchObject({ key: 'out-not-ours' });
    expect(await text('notes.txt')).toBe('mine');
  });
});
