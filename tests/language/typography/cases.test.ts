import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { typeset } from '../../../pipeline/language/index.ts';

const visible = (text: string): string => text.replaceAll('\u00A0', '⍽').replaceAll('\u202F', '⌴');
const invisible = (text: string): string => text.replaceAll('⍽', '\u00A0').replaceAll('⌴', '\u202F');

/** Sections of a fixture: its rule, and the lines `as typed → as printed`. */
function readCases(tag: string): { rule: string; cases: [typed: string, printed: string][] }[] {
  const text = readFileSync(new URL(`../../fixtures/typography/${tag}.txt`, import.meta.url), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [rule = '', ...lines] = section.split('\n');
      const cases = lines.filter((line) => line.includes(' → '));
      return { rule, cases: cases.map((line) => line.split(' → ') as [string, string]) };
    });
}

describe.each(['fr-CA', 'fr-FR', 'en-CA'])('typography of %s', (tag) => {
  const sections = readCases(tag);

  it('is described by many cases', () => {
    expect(sections.flatMap(({ cases }) => cases).length).toBeGreaterThan(20);
  });

  describe.each(sections)('$rule', ({ cases }) => {
    it.each(cases)('%s → %s', (typed, printed) => {
      expect(visible(typeset(invisible(typed), tag))).toBe(printed);
    });

    it.each(cases)('leaves what is right alone: %2$s', (_, printed) => {
      expect(visible(typeset(invisible(printed), tag))).toBe(printed);
    });
  });
});
