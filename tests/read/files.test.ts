import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readPublication, readTemplates } from '../../pipeline/read/index.ts';

const config = 'id: x\ntitle: {en: T, fr: T}\nlanguages: [en-CA, fr-CA]\n';

describe('the publication’s folder', () => {
  let top = '';
  const write = (path: string, content: string): void => {
    mkdirSync(join(top, path, '..'), { recursive: true });
    writeFileSync(join(top, path), content);
  };
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'diptych-read-'));
    write('book/source/publication.yaml', config);
    write('book/source/a.md', '# A\n');
  });
  afterEach(() => rmSync(top, { recursive: true }));

  test('links that lead outside are not followed', async () => {
    write('outside/secret.md', '# Secret\n');
    write('outside/secret.svg', '<svg width="1" height="1"/>');
    write('book/source/a.md', '# A\n\n![x](secret.svg)\n');
    symlinkSync(join(top, 'outside/secret.md'), join(top, 'book/source/secret.md'));
    symlinkSync(join(top, 'outside'), join(top, 'book/source/folder'));
    symlinkSync(join(top, 'outside/secret.svg'), join(top, 'book/source/secret.svg'));
    const { value, diagnostics } = await readPublication(join(top, 'book'));
    expect(value?.documents.map(({ id }) => id)).toEqual(['a']);
    expect(value?.assets.size).toBe(0);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(({ path, rule, details }) => [path, rule, details.variant])).toEqual([
      ['source/folder', 'file-is-readable', 'outside'],
      ['source/secret.md', 'file-is-readable', 'outside'],
      ['source/a.md', 'asset-exists', 'outside'],
    ]);
  });

  test('a link to a folder above within the publication ends', async () => {
    symlinkSync('..', join(top, 'book/source/round'));
    const { value } = await readPublication(join(top, 'book'));
    expect(value?.documents.map(({ id }) => id)).toEqual(['a']);
  });

  test('folders, a byte-order mark and hidden files', async () => {
    write('book/source/z/b.md', '\ufeff# B\n');
    write('book/source/.c.md', '# C\n');
    const { value } = await readPublication(join(top, 'book'));
    expect(value?.documents.map(({ id, path }) => [id, path])).toEqual([
      ['a', 'source/a.md'],
      ['b', 'source/z/b.md'],
    ]);
    expect(value?.documents[1]?.text.startsWith('#')).toBe(true);
  });

  test('the publication’s templates come before ours, file by file and key by key', () => {
    write('book/templates/strings/en.json', '{"edition": {"contents": "Inside"}}');
    write('book/templates/html/own.css', 'p {}');
    const templates = readTemplates(join(top, 'book'));
    expect(templates.strings.en['edition.contents']).toBe('Inside');
    expect(templates.strings.en['edition.glossary']).toBe('Glossary');
    expect(templates.strings.fr['edition.contents']).toBe('Table des matières');
    expect(templates.text('html/own.css')).toBe('p {}');
    expect(templates.text('strings/fr.json')).toContain('Glossaire');
    expect(() => templates.text('html/none.css')).toThrow('none.css');
    expect(() => templates.bytes('../package.json')).toThrow('outside');
  });
});
