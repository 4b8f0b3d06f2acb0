import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { edit, newPublication } from '../helpers/publication.ts';
import { run } from '../helpers/terminal.ts';

describe('an edition that a format does not have', () => {
  test.each([
    ['en', 'epub,html', 'have no EPUB'],
    ['fr', 'epub,html', 'n’ont pas d’EPUB'],
    ['en', 'html', undefined],
  ])('is told where it was asked for: %s, %s', async (language, formats, sentence) => {
    const dir = newPublication();
    const { code, out } = await run(['build', dir, '--edition', 'facing', '--format', formats, '--ui', language]);
    expect(code).toBe(0);
    if (sentence) expect(out).toContain(sentence);
    else expect(out).not.toContain('EPUB');
  });
});

describe('the standard of PDFs', () => {
  test('is the one that the command names, before that of the publication', async () => {
    const dir = newPublication();
    edit(dir, 'source/publication.yaml', ['publisher:', 'pdf: {standard: ua-1}\npublisher:']);
    const { code } = await run(['build', dir, '--edition', 'en', '--format', 'pdf', '--pdf-standard', 'ua-2']);
    expect(code).toBe(0);
    const [file = ''] = readdirSync(join(dir, 'dist')).filter((name) => name.endsWith('.pdf'));
    expect(readFileSync(join(dir, 'dist', file), 'latin1').slice(0, 8)).toBe('%PDF-2.0');
  });

  test.each([
    ['en', 'Not a value for --pdf-standard <standard>: “ua-3”\nIt may be: ua-1, ua-2'],
    ['fr', 'ua-1, ua-2'],
  ])('is one of two: %s', async (language, sentence) => {
    const { code, err } = await run(['build', '.', '--pdf-standard', 'ua-3', '--ui', language]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
