import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { blocksOf } from '../../pipeline/watch/source/blocks.ts';
import { editorFor, Origins } from '../../pipeline/watch/source/index.ts';
import { newPublication } from '../helpers/publication.ts';

const at = { path: '/tmp/a b/é.md', line: 12, column: 3 };

describe('a place in the source is opened', () => {
  test.each([
    ['vscode:', 'vscode://file/tmp/a%20b/%C3%A9.md:12:3'],
    ['vscode://file/', 'vscode://file/tmp/a%20b/%C3%A9.md:12:3'],
    ['idea:', 'idea://open?file=%2Ftmp%2Fa%20b%2F%C3%A9.md&line=12&column=3'],
  ])('by the address that %s has', async (editor, address) => {
    expect(await editorFor(editor)(at)).toEqual({ how: 'address', address });
  });

  test.each([
    undefined,
    '',
    'vim',
    '/usr/bin/nano',
    'emacs -nw',
    'nvim -u NONE',
    'no-such-program-here',
    'javascript:alert(1)',
  ])('not by %s: the person is told it', async (editor) => {
    expect(await editorFor(editor)(at)).toEqual({ how: 'told' });
  });

  test('by a program, whose arguments no shell reads', async () => {
    const out = join(mkdtempSync(join(tmpdir(), 'diptych-')), 'it’s "here"; $(x)');
    const script = 'require("fs").writeFileSync(process.argv[1], JSON.stringify(process.argv.slice(2)))';
    const editor = `"${process.execPath}" -e '${script}' {path} {line}:{column} plain`;
    expect(await editorFor(editor)({ ...at, path: out })).toEqual({ how: 'started' });
    await vi.waitFor(() => expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(['12:3', 'plain']), 10_000);
  });
});

describe('what is shown comes from', () => {
  const of = async (dir: string): Promise<Origins> => {
    const { documents = [] } = await build(dir, { to: 'memory', formats: ['html'] });
    expect(documents.length).toBeGreaterThan(0);
    return new Origins(documents);
  };

  test('the side of a pair that is in the language; the pages of a document', async () => {
    const dir = newPublication();
    const origins = await of(dir);
    const lines = readFileSync(join(dir, 'source/welcome.md'), 'utf8').split('\n');
    const line = (start: string): number => lines.findIndex((text) => text.startsWith(start)) + 1;
    const path = 'source/welcome.md';
    const en = { path, line: line('The library'), column: 1 };
    const fr = { path, line: line('La bibliothèque'), column: 1 };
    expect(origins.pointOf('en/welcome.html', ['intro'], 'en')).toEqual(en);
    expect(origins.pointOf('fr/welcome.html', ['intro'], 'fr')).toEqual(fr);
    expect(origins.pointOf('bilingual/welcome.html', ['intro--fr', 'intro'], 'en')).toEqual(fr);
    expect(origins.pointOf('fr/welcome.html', ['none', 'offer'], 'fr')?.line).toBe(line('## :en[What you'));
    expect(origins.pointOf('fr/welcome.html', ['none'], 'fr')?.line).toBe(1);
    expect(origins.pointOf('fr/none.html', ['intro'], 'fr')).toBeUndefined();
    expect(origins.pages('fr')[0]).toMatchObject({ title: 'Bienvenue', pages: { fr: 'fr/welcome.html' } });
    expect(origins.blockAt(path, fr.line + 1)).toEqual({ document: 'welcome', id: 'intro', language: 'fr' });
    expect(origins.blockAt('source/none.md', 1)).toBeUndefined();
  });

  test('a place that is there: every block of the specimen begins with words in its file', async () => {
    const dir = 'tests/publications/specimen';
    const { documents = [] } = await build(dir, { to: 'memory', formats: ['html'], draft: true });
    const blocks = documents.flatMap(blocksOf);
    expect(blocks.length).toBeGreaterThan(50);
    const texts = new Map<string, readonly string[]>();
    for (const { path } of blocks) texts.set(path, readFileSync(join(dir, path), 'utf8').split('\n'));
    const wrong = blocks.filter(
      ({ path, line, column }) =>
        !texts
          .get(path)
          ?.[line - 1]?.slice(column - 1)
          .trim(),
    );
    expect(wrong).toEqual([]);
  });
});
