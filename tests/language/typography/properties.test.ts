import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Run, typeset, typesetRuns } from '../../../pipeline/language/index.ts';

const pieces = [
  ...[
    'mot',
    'l',
    'd',
    'aujourd',
    "l'ami",
    'État',
    'M.',
    'Mme',
    'no',
    'p.',
    'etc.',
    'h',
    'siècle',
    'XIXe',
    '1er',
    'août',
  ],
  ...['word', 'teams', 'don', 't', 's', 'Dr.', 'No.', 'May', 'pages', 'million', 'km', 'm', '°C', 'a.m.', 'GRC', 'n'],
  ...['1', '5', '12', '13h30', '000', '350', '1995', '2001', '12,5', '7.45', '0', '92250', '10 500', '24 350 255,72'],
  ...['"', "'", '’', '«', '»', '“', '”', '‘', '(', ')', '[', ']', '…', '...', '.', ',', ';', ':', '!', '?', '::', '?!'],
  ...['%', '$', '€', '°', '-', '--', '---', '–', '—', '/', '\\', '@', '_', '=', '&', '#', '*', '<', '>', '{', '}', '+'],
  ...['http://a.ca/b?c=1;d', 'a@b.ca', ':smile:', '3:1', '12:30', '613-555-1234', '2001-12-12', 'C:\\x', 'a::b', '😀'],
  ...[
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    ' ',
    '  ',
    '\n',
    '\u00A0',
    '\u00A0',
    '\u202F',
    '\u00AD',
    '\u2011',
    '"',
    "'",
    ' : ',
    ' ! ',
  ],
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
const anyText = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) });
const tag = fc.constantFrom('fr-CA', 'fr-FR', 'en-CA');
const run = fc.record({ text, frozen: fc.boolean() });
const runs = fc.array(run, { maxLength: 6 });
const settings = { numRuns: 3000 };

const withoutSigns = (value: string): string => value.replace(/[^\p{L}\p{M}\p{N}]/gu, '');

describe('typography', () => {
  // each piece begins a mask, or a quotation, and never ends it: work that grew as the square would take minutes
  it.each(['1-', '{', 'x:', '@a', '<a', 'a=', '&', 'a|', '1/', '“a ', '“» ', '"a ', "'a ", '((1', 'a_', ':a'])(
    'is as quick in a long row of %j',
    (piece) => {
      const long = piece.repeat(Math.ceil(200_000 / piece.length));
      expect(withoutSigns(typeset(long, 'fr-CA'))).toBe(withoutSigns(long));
    },
    60_000,
  );

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, tag, (source, language) => {
        const once = typeset(source, language);
        expect(typeset(once, language)).toBe(once);
      }),
      settings,
    );
  });

  it('loses, adds and moves no letter and no digit', () => {
    fc.assert(
      fc.property(anyText, tag, (source, language) => {
        expect(withoutSigns(typeset(source, language))).toBe(withoutSigns(source));
      }),
      settings,
    );
  });

  it('gives as many runs as it took, each with its own letters, frozen ones unchanged', () => {
    fc.assert(
      fc.property(runs, tag, (given, language) => {
        const printed = typesetRuns(given, language);
        expect(printed.map(withoutSigns)).toEqual(given.map((piece) => withoutSigns(piece.text)));
        given.forEach((piece, index) => {
          if (piece.frozen) expect(printed[index]).toBe(piece.text);
        });
      }),
      settings,
    );
  });

  it('changes nothing the second time across the joins', () => {
    fc.assert(
      fc.property(runs, tag, (given, language) => {
        const once = typesetRuns(given, language);
        const again = given.map((piece, index): Run => ({ ...piece, text: once[index] ?? '' }));
        expect(typesetRuns(again, language)).toEqual(once);
      }),
      settings,
    );
  });

  it('prints the same whether a text is in one run or cut in two', () => {
    fc.assert(
      fc.property(text, fc.nat(), tag, (source, at, language) => {
        const cut = source.length ? at % source.length : 0;
        const halves = [{ text: source.slice(0, cut) }, { text: source.slice(cut) }];
        expect(typesetRuns(halves, language).join('')).toBe(typeset(source, language));
      }),
      settings,
    );
  });
});
