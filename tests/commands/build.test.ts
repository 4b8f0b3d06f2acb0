import { describe, expect, test } from 'vitest';
import { newPublication } from '../helpers/publication.ts';
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
