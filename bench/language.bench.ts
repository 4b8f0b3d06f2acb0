/**
 * How fast the language room works: typography, terms and hyphenation over a text of 10,000 words in each language,
 * against a trivial pass over its words. Repeat with `npm run bench:language`; it prints words per second.
 */
import { bench, describe } from 'vitest';
import { hyphenator, termMatcher, typeset } from '../pipeline/language/index.ts';
import type { Concept, Language } from '../pipeline/model/index.ts';

const texts: Record<Language, string> = {
  en:
    'On December 12, 2001, the two countries\' officials said: "We\'ll share what we know -- in good time." The plan cost ' +
    '$7.45 million, 10 % more than the budget (pp. 84-95), and No. 5 of its measures began at 1:30 p.m. near the border. ' +
    'Integrated Border Enforcement Teams now work at more than twenty places, and IBETs report to both governments. ',
  fr:
    'Le 12 décembre 2001, les représentants des deux pays ont dit : "Nous mettrons en commun ce que nous savons..." Le plan ' +
    "a coûté 7 450 000 $, soit 10 % de plus que prévu (p. 84), et la mesure no 5 est entrée en vigueur à 13h30, l'été venu ! " +
    'Les Équipes intégrées de la police des frontières travaillent à plus de vingt endroits; les EIPF relèvent des deux pays. ',
};

const concepts: readonly Concept[] = [
  {
    id: 'ibet',
    status: 'preferred',
    caseSensitive: false,
    en: { term: 'Integrated Border Enforcement Team', abbr: 'IBET' },
    fr: { term: 'Équipe intégrée de la police des frontières', abbr: 'EIPF' },
  },
  ...Array.from({ length: 200 }, (_, index): Concept => {
    const en = { term: `border measure number ${index}` };
    return {
      id: `measure-${index}`,
      status: 'preferred',
      caseSensitive: false,
      en,
      fr: { term: `mesure frontalière ${index}` },
    };
  }),
];

describe.each<Language>(['en', 'fr'])('%s', (language) => {
  const tag = `${language}-CA`;
  const repeats = Math.ceil(10_000 / texts[language].split(' ').length);
  const paragraphs = Array.from({ length: repeats }, () => texts[language]);
  const words = paragraphs.join('').trim().split(/\s+/);
  const matcher = termMatcher(concepts, language);
  const best = new Map<string, number>();

  const report = (name: string, count: number): void => {
    const perWord = (best.get(name) ?? 0) / count;
    const trivial = (best.get('trivial pass') ?? 0) / words.length;
    const speed = Math.round(1000 / perWord).toLocaleString('en-CA');
    console.log(`${tag} ${name}: ${speed} words per second, ${(perWord / trivial).toFixed(1)} times a trivial pass`);
  };

  /** Counts the best of all passes, since the machine does other things too. */
  const measure = (name: string, pass: () => void, count = words.length): void => {
    const timed = (): void => {
      const start = performance.now();
      pass();
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - start));
    };
    bench(name, timed, { teardown: (_, mode) => (mode === 'run' ? report(name, count) : undefined) });
  };

  measure('trivial pass', () => {
    for (const paragraph of paragraphs) paragraph.replace(/\S+/g, (word) => word);
  });
  measure('typeset', () => {
    for (const paragraph of paragraphs) typeset(paragraph, tag);
  });
  measure('termMatcher', () => {
    for (const paragraph of paragraphs) matcher.find(paragraph);
  });
  measure('hyphenator, words known', () => {
    const hyphenate = hyphenator(tag);
    for (const word of words) hyphenate(word);
  });
  let made = 0;
  const fresh = (): void => {
    const hyphenate = hyphenator(tag);
    for (const word of words.slice(0, 1000)) {
      made += 1;
      hyphenate(word.replace(/\P{L}/gu, '') + [...String(made)].map((digit) => 'klmnoprstu'[Number(digit)]).join(''));
    }
  };
  measure('hyphenator, words new', fresh, 1000);
});
