import { describe, expect, test } from 'vitest';
import { layoutEdition, type TextFragment } from '../../pipeline/layout/index.ts';
import { languages } from '../../pipeline/model/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { squeeze, textOfFragment } from './reading.ts';

const long = {
  en: 'Annual report of the commission on bridges, ferries, wharves and inland navigation for the fiscal year ending March 31, 2024, together with the accounts',
  fr: 'Rapport annuel de la commission des ponts, des traversiers, des quais et de la navigation intérieure pour l’exercice terminé le 31 mars 2024, accompagné des comptes',
} as const;

/** Of the title page: its lines, from the top. */
function linesOn(edition: Parameters<typeof layoutEdition>[0]): { text: string; size: number }[] {
  const [page] = layoutEdition(edition, { fonts: fakeFonts() }).value.pages;
  const lines = new Map<number, TextFragment[]>();
  for (const fragment of page?.fragments ?? []) {
    if (fragment.kind === 'text') lines.set(fragment.baseline, [...(lines.get(fragment.baseline) ?? []), fragment]);
  }
  return [...lines]
    .sort(([one], [other]) => one - other)
    .map(([, line]) => ({ text: squeeze(line.map(textOfFragment).join(' ')), size: line[0]?.size ?? 0 }));
}

describe.each(languages)('the title page in %s', (language) => {
  const otherTitle = long[language === 'en' ? 'fr' : 'en'];

  test('holds two titles of any length that publications have', () => {
    const subtitle = long[language];
    const lines = linesOn(sampleEdition(language, {}, { title: long[language], subtitle, otherTitle }));
    const text = squeeze(lines.map((line) => line.text).join(' '));
    for (const words of [long[language], subtitle, otherTitle]) expect(text).toContain(squeeze(words));
  });

  test('has a short title as large as the theme says, in lines of about one length', () => {
    const title = { en: 'Services at the border cooperation', fr: 'Services à la frontière canadienne' }[language];
    const lines = linesOn(sampleEdition(language, {}, { title, otherTitle: '' })).filter(({ size }) => size > 30);
    expect(lines.map(({ text }) => text).join(' ')).toBe(title);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.at(-1)?.text).toContain(' ');
  });

  test('does not part a word at its hyphen to that end', () => {
    const title = { en: 'Services cross-border agreement', fr: 'Accords États-Unis frontières' }[language];
    const lines = linesOn(sampleEdition(language, {}, { title, otherTitle: '' })).filter(({ size }) => size > 30);
    expect(lines.map(({ text }) => text).join(' ')).toBe(title);
  });
});
