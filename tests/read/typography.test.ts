import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { typeset } from '../../pipeline/language/index.ts';
import type { LanguageMap } from '../../pipeline/model/index.ts';
import { readConfig } from '../../pipeline/read/config.ts';
import { readTheme } from '../../pipeline/read/theme.ts';

const head = 'id: sample\ntitle: {en: Sample, fr: Exemple}\nlanguages: [en-CA, fr-CA]\n';
const theme = readTheme(undefined, readFileSync('templates/pdf/theme.yaml', 'utf8')).value;
const visible = (text: string): string => text.replaceAll('\u00A0', '⍽').replaceAll('\u202F', '⌴');

function printed(typography: string, text: string): LanguageMap {
  const { value, diagnostics } = readConfig(head + typography, 'publication.yaml', theme);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const set = (language: 'en' | 'fr'): string =>
    visible(typeset(text, value?.tags[language] ?? '', value?.typography?.[language]));
  return { en: set('en'), fr: set('fr') };
}

test.each([
  ['', 'Oui ! 10 500 mots : 5 %', { en: 'Oui! 10⍽500 mots: 5%', fr: 'Oui! 10⍽500 mots⍽: 5⍽%' }],
  ['typography: gc-web', 'Oui ! non ?', { en: 'Oui! non?', fr: 'Oui! non?' }],
  ['typography: oqlf', 'Oui ! non ; 5 %', { en: 'Oui! non; 5%', fr: 'Oui⌴! non⌴; 5⍽%' }],
  ['typography: imprimerie-nationale', '10 500 !', { en: '10⍽500!', fr: '10⌴500⌴!' }],
  ['typography: {fr: {thin: true}}', 'Oui ! non : ?', { en: 'Oui! non: ?', fr: 'Oui⌴! non⍽: ?' }],
  ['typography: {fr: {thin: true, question: none}}', 'Oui ! non ?', { en: 'Oui! non?', fr: 'Oui⌴! non?' }],
  [
    'typography: {profile: oqlf, en: {groups: comma, dashes: spaced}}',
    '10 500 words -- all !',
    { en: '10,500 words – all!', fr: '10⍽500 words – all⌴!' },
  ],
  [
    'typography: {fr: {guillemets: narrow, ellipsis: false, percent: narrow}}',
    '«a»... 5 %',
    { en: '«a»… 5%', fr: '«⌴a⌴»... 5⌴%' },
  ],
])('%s', (settings, text, expected) => {
  expect(printed(settings, text)).toEqual(expected);
});

test.each([
  ['typography: chicago', 'house'],
  ['typography: {fr: {colon: wide}}', 'space'],
  ['typography: {fr: {thin: 1}}', 'truth'],
  ['typography: {en: {groups: dot}}', 'groups'],
  ['typography: {en: {dashes: long}}', 'dashes'],
  ['typography: {de: {}}', 'unknown'],
  ['typography: {fr: {semicolons: none}}', 'unknown-near'],
])('%s is told', (settings, variant) => {
  const { diagnostics } = readConfig(head + settings, 'publication.yaml', theme);
  expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ details }) => details.variant)).toEqual([
    variant,
  ]);
});
