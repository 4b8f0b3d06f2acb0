import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { build, check, type Step } from '../../pipeline/index.ts';
import type { Manifest } from '../../pipeline/model/index.ts';
import { readBook } from '../helpers/epub.ts';
import { contentOf, edit, newPublication } from '../helpers/publication.ts';

const manifest = (out: string): Manifest => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
const breakIt = (dir: string): void => edit(dir, 'source/welcome.md', ['](borrowing.md)', '](nowhere.md)']);

describe('a build', () => {
  test('makes every format in every edition, and says nothing of a source in order', async () => {
    const dir = newPublication();
    const steps: string[] = [];
    const result = await build(dir, { onStep: (step, state) => steps.push(`${step} ${state}`) });
    expect([result.outcome, result.diagnostics]).toEqual(['done', []]);
    const { files } = manifest(join(dir, 'dist'));
    expect(files.filter(({ format }) => format === 'pdf').map(({ path }) => path)).toEqual([
      'my-publication-columns.pdf',
      'my-publication-en.pdf',
      'my-publication-fr.pdf',
    ]);
    expect(files.filter(({ format }) => format === 'epub').map(({ path }) => path)).toEqual([
      'my-publication-columns.epub',
      'my-publication-en.epub',
      'my-publication-fr.epub',
    ]);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'index.html',
        'en/index.html',
        'en/welcome.html',
        'fr/borrowing.html',
        'fr/glossary.html',
      ]),
    );
    const order: Step[] = ['read', 'transform', 'assemble', 'pdf', 'epub', 'html', 'write'];
    expect(steps).toEqual(order.flatMap((step) => [`${step} begins`, `${step} ended`]));
  });

  test('the manifest lists what is there: all of it, by path, with true sizes', async () => {
    const dir = newPublication();
    await build(dir, { formats: ['html', 'epub'] });
    const { files } = manifest(join(dir, 'dist'));
    const content = contentOf(join(dir, 'dist'));
    expect(files.map(({ path }) => path)).toEqual(
      Object.keys(content)
        .filter((path) => path !== '.gitignore' && path !== 'manifest.json')
        .sort(),
    );
    for (const { path, bytes } of files) expect([path, (content[path] ?? '').length / 2]).toEqual([path, bytes]);
    expect(files.find(({ path }) => path === 'fr/welcome.html')).toMatchObject({
      format: 'html',
      edition: 'fr',
      languages: ['fr-CA'],
    });
  });

  test('makes only what is asked for', async () => {
    const dir = newPublication();
    await build(dir);
    await build(dir, { formats: ['epub'], editions: ['fr'] });
    expect(manifest(join(dir, 'dist')).files.map(({ path }) => path)).toEqual(['my-publication-fr.epub']);
  });

  test('in memory writes nothing', async () => {
    const dir = newPublication();
    const { files } = await build(dir, { formats: ['html'], to: 'memory' });
    expect(files.length).toBeGreaterThan(5);
    expect(existsSync(join(dir, 'dist'))).toBe(false);
  });

  test('a stage is run by whoever was given', async () => {
    const slots: string[] = [];
    await build(newPublication(), {
      formats: ['html'],
      run: async (slot, stage) => {
        slots.push(slot);
        return stage(() => {});
      },
    });
    expect(slots).toEqual([
      'read',
      'parity',
      'transform:welcome',
      'transform:borrowing',
      'assemble:en',
      'assemble:fr',
      'html',
    ]);
  });

  test('stops between stages when told to', async () => {
    const dir = newPublication();
    const stop = new AbortController();
    const running = build(dir, {
      signal: stop.signal,
      onStep: (step) => step === 'assemble' && stop.abort(new Error('stopped')),
    });
    await expect(running).rejects.toThrow('stopped');
    expect(existsSync(join(dir, 'dist'))).toBe(false);
  });
});

describe('a source with an error', () => {
  test('leaves the output folder as it was, and beside it nothing', async () => {
    const dir = newPublication();
    await build(dir, { formats: ['html'] });
    const before = contentOf(join(dir, 'dist'));
    breakIt(dir);
    const { outcome, diagnostics, sources, files } = await build(dir, { formats: ['html'] });
    expect([outcome, files]).toEqual(['refused', []]);
    expect(diagnostics.map(({ rule, path }) => [rule, path])).toContainEqual([
      'link-target-exists',
      'source/welcome.md',
    ]);
    expect(sources.get('source/welcome.md')).toContain('nowhere.md');
    expect(contentOf(join(dir, 'dist'))).toEqual(before);
    expect(readdirSync(dir).sort()).toEqual(['README.md', 'dist', 'source']);
  });

  test('is found by check too, which makes nothing; both languages’ same finding is told once', async () => {
    const dir = newPublication();
    breakIt(dir);
    const { diagnostics } = await check(dir);
    expect(new Set(diagnostics.map((found) => JSON.stringify(found))).size).toBe(diagnostics.length);
    expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect(existsSync(join(dir, 'dist'))).toBe(false);
  });

  test('configuration that cannot be used is a finding with a frame, not a throw', async () => {
    const dir = newPublication();
    writeFileSync(join(dir, 'source/publication.yaml'), 'id: [\n');
    const { outcome, diagnostics, sources } = await build(dir);
    expect(outcome).toBe('refused');
    expect(diagnostics.map(({ path }) => path)).toContain('source/publication.yaml');
    expect(sources.get('source/publication.yaml')).toBe('id: [\n');
  });
});

describe('where a build may write', () => {
  test('a folder that is not ours is left alone', async () => {
    const dir = newPublication();
    mkdirSync(join(dir, 'site'));
    writeFileSync(join(dir, 'site/keep.txt'), 'mine');
    await expect(build(dir, { out: join(dir, 'site'), formats: ['html'] })).rejects.toMatchObject({
      key: 'out-not-ours',
    });
    expect(contentOf(join(dir, 'site'))).toEqual({ 'keep.txt': Buffer.from('mine').toString('hex') });
  });

  test.each(['.', 'source', 'source/out', 'templates/out'])('nor the publication’s own folders: %s', async (path) => {
    const dir = newPublication();
    mkdirSync(join(dir, 'templates'));
    await expect(build(dir, { out: join(dir, path), formats: ['html'] })).rejects.toMatchObject({
      key: 'out-holds-source',
    });
  });

  test('a folder without source/ is no publication', async () => {
    const dir = newPublication();
    rmSync(join(dir, 'source'), { recursive: true });
    await expect(build(dir)).rejects.toMatchObject({ key: 'no-publication' });
    await expect(check(dir)).rejects.toMatchObject({ key: 'no-publication' });
  });
});

describe('a build after an edit equals a fresh build of the edited source', () => {
  const edits: readonly (readonly [string, string, string])[] = [
    ['source/welcome.md', 'belongs to everyone', 'belongs to all of us'],
    ['source/borrowing.md', 'La carte est gratuite', 'Cette carte est gratuite'],
    ['source/glossary.yaml', 'abbr: ILL', 'abbr: IL'],
    ['source/publication.yaml', 'documents: [welcome, borrowing]', 'documents: [borrowing, welcome]'],
  ];
  test.each(edits)('%s: %s', async (path, before, after) => {
    const [edited, fresh] = [newPublication(), newPublication()];
    await build(edited, { formats: ['html', 'epub'] });
    for (const dir of [edited, fresh]) edit(dir, path, [before, after]);
    await build(edited, { formats: ['html', 'epub'] });
    await build(fresh, { formats: ['html', 'epub'] });
    expect(contentOf(join(edited, 'dist'))).toEqual(contentOf(join(fresh, 'dist')));
  });
});

describe('dates', () => {
  afterEach(() => {
    delete process.env.SOURCE_DATE_EPOCH;
  });
  const undated = (): string => {
    const dir = newPublication();
    edit(dir, 'source/publication.yaml', ['dates:\n  issued: 2026-01-15\n', '']);
    return dir;
  };
  const epub = async (dir: string): Promise<string> => {
    const { files } = await build(dir, { formats: ['epub'], editions: ['en'], to: 'memory' });
    return Buffer.from(files[0]?.bytes ?? []).toString('hex');
  };

  test('the environment dates only what the publication does not', async () => {
    const [plain, dated] = [await epub(undated()), await epub(newPublication())];
    process.env.SOURCE_DATE_EPOCH = '1000000000';
    expect(await epub(undated())).not.toBe(plain);
    expect(await epub(newPublication())).toBe(dated);
  });

  test('a book is as new as the document that was modified last', async () => {
    const dir = newPublication();
    edit(dir, 'source/borrowing.md', ['---\n', '---\nmodified: 2026-07-31\n']);
    const { files } = await build(dir, { formats: ['epub'], to: 'memory' });
    expect(files.length).toBeGreaterThan(1);
    for (const { bytes } of files) {
      const opf = readBook(bytes).text('OEBPS/content.opf');
      expect(opf).toContain('<meta property="dcterms:modified">2026-07-31T00:00:00Z</meta>');
    }
  });

  test.each(['yesterday', '-1', '1e3', '99999999999999'])('%s is no number of seconds', async (epoch) => {
    process.env.SOURCE_DATE_EPOCH = epoch;
    await expect(epub(undated())).rejects.toMatchObject({ key: 'epoch-invalid' });
  });
});
