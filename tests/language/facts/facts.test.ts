import { expect, test } from 'vitest';
import { compareFacts, factsIn } from '../../../pipeline/language/facts/index.ts';

const short = (text: string, language: 'en' | 'fr'): string[] =>
  factsIn(text, language).map((fact) => `${fact.kind}:${fact.value}${fact.currency ?? ''}${fact.word ? ':word' : ''}`);

const agreeing: readonly [string, string][] = [
  [
    'A 32-point Action Plan, signed on December 12, 2001, includes 8 action items.',
    'Un Plan d’action en 32 points, signé le 12 décembre 2001, comprend huit mesures.',
  ],
  ['US$4.8 billion (C$7.7 billion)', '4,8 milliards de dollars américains (7,7 milliards de dollars canadiens)'],
  ['US$4.8 billion (C$7.7 billion)', '4,8 milliards $ US (7,7 milliards $)'],
  [
    '1,234.56 and 10 500 people at 8:30 a.m. and 1:30 p.m., up 12.5%',
    '1 234,56 et 10 500 personnes à 8 h 30 et 13 h 30, soit 12,5 %',
  ],
  ['since early November 2001', 'depuis le début de novembre 2001'],
  ['on both sides of the border', 'des deux côtés de la frontière'],
  ['on August 1, 2009', 'le 1er août 2009'],
  ['on May 3', 'le 3 mai'],
  ['the 21st century', 'le XXIe siècle'],
  ['$24,350,255.72', '24 350 255,72 $'],
  ['section 6.2.3', 'article 6.2.3'],
  ['within the first 30 days', 'dans les 30 premiers jours'],
  ['ITSP.50.104, AC-2(11) and http://example.org/2004/05', 'ITSP.50.104, AC-2(11) et http://example.org/2005/06'],
  ['call 613-555-1234', 'composez le 613-555-9999'],
  ['over 100 officials', 'plus de 100 hauts responsables'],
  ['1,000 words', '1,000 mots'],
  ['2001–2002', '2001-2002'],
  ['at noon, 12:00', 'à 12 h'],
  ['24/7 support', 'soutien 24 heures sur 24, 7 jours sur 7'],
  ['5 per cent', '5 p. 100'],
  ['12 million', '12 millions'],
  ['$5 million', '5 M$'],
];

test.each(agreeing)('agree: %s ↔ %s', (english, french) => {
  const { first, second } = compareFacts(factsIn(english, 'en'), factsIn(french, 'fr'));
  expect([...first, ...second]).toEqual([]);
});

const differing: readonly [string, string, string[], string[]][] = [
  [
    'On December 3, 2001, 24 teams',
    'Le 13 décembre 2001, 42 équipes',
    ['date:2001-12-03', 'number:24'],
    ['date:2001-12-13', 'number:42'],
  ],
  ['$1 billion', '1 billion de dollars', ['money:1000000000'], ['money:1000000000000']],
  ['8 action items', 'neuf mesures', ['number:8'], []],
  ['US$5', '5 $ CA', ['money:5USD'], ['money:5CAD']],
  ['1:30 p.m.', '14 h 30', ['time:13:30'], ['time:14:30']],
  ['10%', '10', ['percentage:10'], ['number:10']],
  ['1.5 million', '15 millions', ['number:1500000'], ['number:15000000']],
];

test.each(differing)('differ: %s ↔ %s', (english, french, first, second) => {
  const difference = compareFacts(factsIn(english, 'en'), factsIn(french, 'fr'));
  const name = (facts: typeof difference.first): string[] =>
    facts.map((fact) => `${fact.kind}:${fact.value}${fact.currency ?? ''}`);
  expect(name(difference.first)).toEqual(first);
  expect(name(difference.second)).toEqual(second);
});

test('offsets point at the figures', () => {
  const text = 'Budget: US$4.8 billion, 12.5% more.';
  expect(factsIn(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual(['US$4.8 billion', '12.5%']);
  expect(short('des deux côtés, 3 fois', 'fr')).toEqual(['number:2:word', 'number:3']);
});
