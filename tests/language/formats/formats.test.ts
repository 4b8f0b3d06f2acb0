import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatSize, formatValue, type NeutralValue, typeset } from '../../../pipeline/language/index.ts';

const visible = (text: string | undefined): string | undefined =>
  text?.replaceAll('\u00A0', '⍽').replaceAll('\u202F', '⌴');

type Kind = NeutralValue['kind'];
type Row = [kind: Kind, value: string, currency: string | undefined, english: string, french: string, france: string];

const rows: Row[] = [
  ['num', '24350255.72', undefined, '24,350,255.72', '24⍽350⍽255,72', '24⌴350⌴255,72'],
  ['num', '650', undefined, '650', '650', '650'],
  ['num', '-1234', undefined, '−1,234', '−1⍽234', '−1⌴234'],
  ['num', '0.10', undefined, '0.10', '0,10', '0,10'],
  [
    'num',
    '12345678901234567890.1',
    undefined,
    '12,345,678,901,234,567,890.1',
    '12⍽345⍽678⍽901⍽234⍽567⍽890,1',
    '12⌴345⌴678⌴901⌴234⌴567⌴890,1',
  ],
  ['money', '24350255.72', undefined, '$24,350,255.72', '24⍽350⍽255,72⍽$', '24⌴350⌴255,72⍽$⍽CA'],
  ['money', '75', 'CAD', '$75', '75⍽$', '75⍽$⍽CA'],
  ['money', '75.00', 'CAD', '$75', '75⍽$', '75⍽$⍽CA'],
  ['money', '-0.75', 'CAD', '−$0.75', '−0,75⍽$', '−0,75⍽$⍽CA'],
  ['money', '4.8', 'USD', 'US$4.80', '4,80⍽$⍽US', '4,80⍽$⍽US'],
  ['money', '1234.5', 'EUR', '€1,234.50', '1⍽234,50⍽€', '1⌴234,50⍽€'],
  ['money', '500', 'JPY', '¥500', '500⍽¥', '500⍽¥'],
  ['money', '12', 'CHF', 'CHF⍽12', '12⍽CHF', '12⍽CHF'],
  ['pct', '0.125', undefined, '12.5%', '12,5⍽%', '12,5⍽%'],
  ['pct', '0.5', undefined, '50%', '50⍽%', '50⍽%'],
  ['pct', '0.07', undefined, '7%', '7⍽%', '7⍽%'],
  ['pct', '-1', undefined, '−100%', '−100⍽%', '−100⍽%'],
  ['date', '2001-12-12', undefined, 'December⍽12, 2001', '12⍽décembre 2001', '12⍽décembre 2001'],
  ['date', '2009-08-01', undefined, 'August⍽1, 2009', '1er⍽août 2009', '1er⍽août 2009'],
  ['date', '2004-02-29', undefined, 'February⍽29, 2004', '29⍽février 2004', '29⍽février 2004'],
  ['time', '13:30', undefined, '1:30⍽p.m.', '13⍽h⍽30', '13⍽h⍽30'],
  ['time', '09:05', undefined, '9:05⍽a.m.', '9⍽h⍽05', '9⍽h⍽05'],
  ['time', '17:00', undefined, '5⍽p.m.', '17⍽h', '17⍽h'],
  ['time', '12:00', undefined, 'noon', '12⍽h', '12⍽h'],
  ['time', '00:00', undefined, 'midnight', '0⍽h', '0⍽h'],
  ['time', '00:10', undefined, '12:10⍽a.m.', '0⍽h⍽10', '0⍽h⍽10'],
];

describe('values', () => {
  it.each(rows)('prints %s %s %s', (kind, value, currency, ...expected) => {
    const neutral: NeutralValue = { kind, value, ...(currency && { currency }) };
    expect(['en-CA', 'fr-CA', 'fr-FR'].map((tag) => visible(formatValue(neutral, tag)))).toEqual(expected);
  });

  it.each<[Kind, string]>([
    ['num', ''],
    ['num', '1e3'],
    ['num', '1,5'],
    ['num', '+5'],
    ['num', '007'],
    ['num', '5.'],
    ['num', '−5'],
    ['num', '12 000'],
    ['money', '$5'],
    ['pct', '12%'],
    ['date', '2001-02-30'],
    ['date', '1900-02-29'],
    ['date', '2001-13-01'],
    ['date', '2001-04-31'],
    ['date', '2001-1-1'],
    ['date', '2001-12-12T00:00'],
    ['time', '24:00'],
    ['time', '9:05'],
    ['time', '13:60'],
    ['time', '13h30'],
  ])('does not take %s %s', (kind, value) => {
    expect(formatValue({ kind, value }, 'en-CA')).toBeUndefined();
    expect(formatValue({ kind, value }, 'fr-CA')).toBeUndefined();
  });

  it('does not take a currency that is no code', () => {
    expect(formatValue({ kind: 'money', value: '5', currency: 'euros' }, 'fr-CA')).toBeUndefined();
  });

  it('names the reader’s own dollar without its country', () => {
    const amount = { kind: 'money', value: '5', currency: 'USD' } as const;
    expect(formatValue(amount, 'en-US')).toBe('$5');
    expect(formatValue({ ...amount, currency: 'CAD' }, 'en-US')).toBe('CA$5');
  });

  it('loses no digit, whatever the size', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,30}(\.\d{1,30})?$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('en-CA', 'fr-CA', 'fr-FR'), (value, tag) => {
        expect(formatValue({ kind: 'num', value }, tag)?.replace(/\D/g, '')).toBe(value.replace('.', ''));
        const shifted = formatValue({ kind: 'pct', value }, tag)?.replace(/\D/g, '') ?? '';
        expect(shifted.startsWith(value.replace('.', ''))).toBe(true);
        expect(shifted.length - value.replace('.', '').length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it('prints what typography leaves as it is', () => {
    for (const [kind, value, currency] of rows) {
      for (const tag of ['en-CA', 'fr-CA', 'fr-FR']) {
        const text = formatValue({ kind, value, ...(currency && { currency }) }, tag) ?? '';
        expect(visible(typeset(text, tag))).toBe(visible(text));
      }
    }
  });

  it('throws on a date that was not checked', () => {
    expect(formatDate('2001-12-12', 'en-CA')).toBe('December\u00A012, 2001');
    expect(() => formatDate('2001-02-30', 'en-CA')).toThrow('2001-02-30');
  });
});

describe('the size of a file', () => {
  it.each([
    [0, '0⍽B', '0⍽o'],
    [999, '999⍽B', '999⍽o'],
    [1000, '1⍽kB', '1⍽ko'],
    [1250, '1.3⍽kB', '1,3⍽ko'],
    [9949, '9.9⍽kB', '9,9⍽ko'],
    [9951, '10⍽kB', '10⍽ko'],
    [112_400, '112⍽kB', '112⍽ko'],
    [999_499, '999⍽kB', '999⍽ko'],
    [999_500, '1⍽MB', '1⍽Mo'],
    [1_234_567, '1.2⍽MB', '1,2⍽Mo'],
    [2_500_000_000_000, '2,500⍽GB', '2⍽500⍽Go'],
  ])('%d bytes', (bytes, en, fr) => {
    expect([visible(formatSize(bytes, 'en-CA')), visible(formatSize(bytes, 'fr-CA'))]).toEqual([en, fr]);
  });
});
