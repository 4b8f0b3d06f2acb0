import { describe, expect, test } from 'vitest';
import { newPublication } from '../helpers/publication.ts';
import { run } from '../helpers/terminal.ts';

describe('an edition that a format does not have', () => {
  test.each([
    ['en', 'pdf,html', 'has no PDF'],
    ['fr', 'pdf,html', 'n’a pas de PDF'],
    ['en', 'html', undefined],
  ])('is told where it was asked for: %s, %s', async (language, formats, sentence) => {
    const dir = newPublication();
    const { code, out } = await run(['build', dir, '--edition', 'stacked', '--format', formats, '--ui', language]);
    expect(code).toBe(0);
    if (sentence) expect(out).toContain(sentence);
    else expect(out).not.toContain('PDF');
  });
});
