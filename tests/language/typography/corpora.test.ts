import { expect, test } from 'vitest';
import { faultsOfTypesetting, passagesBelow } from '../../helpers/typesetting.ts';

const written = [
  'Écrivez à a.b@x.gc.ca ou à jean-luc+x@gouv.qc.ca : 613-555-1234, 1-800-555-1234, (613) 555-1234.',
  'Voir "https://example.com:8080/a?b=c;d!e" ; aussi http://a.fr/?x=1;y!z, le 2001-12-12 à 12:30, rapport 3:1 !',
  'On December 12, 2001, at 1:30 p.m. see std::string and snake_case "https://x.ca/a" -- 2024-01-31.',
  'Le 1er août 2009 à 13h30, le 12 décembre 2001 à 9 h : "ici" !',
];

test.each(['fr-CA', 'fr-FR', 'en-CA'])(
  '%s: text that others wrote is set once and for all, its addresses and dates kept',
  (tag) => {
    const passages = [
      ...written,
      ...['12factor', 'cloud-guardrails', 'specimen'].flatMap((name) => passagesBelow(`tests/publications/${name}`)),
      ...passagesBelow('source'),
    ];
    const { faults, held } = faultsOfTypesetting(passages, tag);
    expect(passages.length).toBeGreaterThan(800);
    expect(held).toBeGreaterThan(60);
    expect(faults).toEqual([]);
  },
);

test('a typographer that touches an address is noticed', () => {
  const { held } = faultsOfTypesetting(written, 'fr-CA');
  expect(held).toBeGreaterThan(18);
});
