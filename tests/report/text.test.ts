import { describe, expect, test } from 'vitest';
import { type Diagnostic, diagnose, type Language, type Position } from '../../pipeline/model/index.ts';
import { renderJson, renderText, renderWaived, tellAll } from '../../pipeline/report/index.ts';
import { strings } from '../helpers/strings.ts';

/** Sentences for the rules used here, so that their own wording may change. */
const table = (language: Language): Record<string, string> => ({
  ...Object.fromEntries(Object.entries(strings(language)).filter(([key]) => key.startsWith('tool.'))),
  'rules.variant-present.message': language === 'en' ? 'No {language} side.' : 'Il manque le côté {language}.',
  'rules.variant-present.hint': language === 'en' ? 'Write it below.' : 'Écrivez-le dessous.',
  'rules.id-is-unique.message': 'The id “{id}” stands twice.',
  'rules.date-is-stated.message': 'No date.',
  'rules.url-is-stated.message': 'No address.',
  'rules.html-is-known.odd.message': 'Odd: {name}',
});
const at = (line: number, column: number, endColumn = column, endLine = line): Position => ({
  start: { line, column },
  end: { line: endLine, column: endColumn },
});
const side = (path: string, position?: Position): Diagnostic =>
  diagnose('variant-present', { path, position, details: { language: 'fr' } });

function text(
  found: readonly Diagnostic[],
  sources: Readonly<Record<string, string>> = {},
  options: { language?: Language; colour?: boolean; width?: number } = {},
): string {
  const { language = 'en', colour = false, width = 80 } = options;
  return renderText(found, {
    strings: table(language),
    language,
    colour,
    width,
    sources: new Map(Object.entries(sources)),
  });
}

test('all is well: no noise', () => {
  expect(text([])).toBe('');
});

test('a finding has its place, severity, rule, sentence, frame, other side and hint', () => {
  const found = { ...side('source/a.md', at(2, 1, 6)), related: { path: 'source/a.md', position: at(4, 1) } };
  expect(text([found], { 'source/a.md': 'one\n:::en\nthree\n:::' })).toBe(`source/a.md:2:1  error  variant-present
  No fr side.
  1 │ one
  2 │ :::en
    │ ^^^^^
  3 │ three
  See: source/a.md:4:1
  Hint: Write it below.

1 error in 1 file.
`);
});

test('the same in French, typeset as French is', () => {
  const found = { ...side('source/a.md', at(1, 1, 4)), related: { path: 'source/a.md', position: at(4, 1) } };
  expect(text([found], { 'source/a.md': 'one' }, { language: 'fr' })).toBe(`source/a.md:1:1  erreur  variant-present
  Il manque le côté fr.
  1 │ one
    │ ^^^
  Voir\u00a0: source/a.md:4:1
  Conseil\u00a0: Écrivez-le dessous.

1 erreur dans 1 fichier.
`);
});

test('the file with the worst finding comes first, and in a file the worst, then the first', () => {
  const info = (path: string): Diagnostic => diagnose('date-is-stated', { path });
  const twice = (line: number): Diagnostic =>
    diagnose('id-is-unique', { path: 'z.md', position: at(line, 1), details: { id: 'x' } });
  const warning = diagnose('html-is-known', { path: 'b.md', details: { variant: 'odd', name: 'blink' } });
  const places = tellAll([info('a.md'), info('z.md'), warning, twice(9), twice(10), twice(2)], {
    strings: table('en'),
    sources: new Map(),
    width: 80,
  }).map(({ place, severity }) => `${place} ${severity}`);
  expect(places).toEqual([
    'z.md:2:1 error',
    'z.md:9:1 error',
    'z.md:10:1 error',
    'z.md info',
    'b.md warning',
    'a.md info',
  ]);
  expect(text([info('a.md'), info('b.md'), warning, twice(1)])).toMatch(
    /\n1 error, 1 warning and 2 notes in 3 files\.\n$/,
  );
});

test('a rule may have several sentences', () => {
  expect(text([diagnose('html-is-known', { path: 'b.md', details: { variant: 'odd', name: 'blink' } })])).toContain(
    'Odd: blink',
  );
});

test('colour only when asked', () => {
  const found = [side('a.md', at(1, 1, 3))];
  expect(text(found, { 'a.md': 'ab' })).not.toContain('\u001b');
  const coloured = text(found, { 'a.md': 'ab' }, { colour: true });
  expect(coloured).toContain('\u001b[31merror\u001b[39m');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours are what is taken out
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(text(found, { 'a.md': 'ab' }));
});

describe('frames', () => {
  const frameOf = (source: string, position: Position, width = 80): readonly string[] => {
    const options = { strings: table('en'), sources: new Map([['a.md', source]]), width };
    return tellAll([side('a.md', position)], options)[0]?.frame ?? [];
  };

  test('tabs and wide characters keep the caret under its place', () => {
    expect(frameOf('\tab', at(1, 2, 3))).toEqual(['1 │     ab', '  │     ^']);
    expect(frameOf('漢字x', at(1, 3, 4))).toEqual(['1 │ 漢字x', '  │     ^']);
    expect(frameOf('漢字x', at(1, 2, 3))).toEqual(['1 │ 漢字x', '  │   ^^']);
    expect(frameOf('🍁 x', at(1, 4, 5))).toEqual(['1 │ 🍁 x', '  │    ^']);
    expect(frameOf('e\u0301 x', at(1, 4, 5))).toEqual(['1 │ e\u0301 x', '  │   ^']);
  });

  test('a paragraph in one line is shown about the place only, and never wider than asked', () => {
    const long = `${'mot '.repeat(100)}ICI ${'mot '.repeat(100)}`;
    const start = long.indexOf('ICI') + 1;
    const [line = '', carets = ''] = frameOf(long, at(1, start, start + 3), 60);
    expect([...line].length).toBeLessThanOrEqual(60);
    expect(line.startsWith('1 │ …')).toBe(true);
    expect(line.endsWith('…')).toBe(true);
    expect([...line].slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1).join('')).toBe('ICI');
  });

  test('a place longer than the line is marked as far as it is seen', () => {
    const [line = '', carets = ''] = frameOf('x'.repeat(500), at(1, 1, 500), 60);
    expect([...line].length).toBeLessThanOrEqual(60);
    expect(carets.length).toBeLessThanOrEqual(60);
  });

  test('several lines: the first is marked to its end', () => {
    expect(frameOf('ab\ncd\nef', at(1, 2, 2, 3))).toEqual(['1 │ ab', '  │  ^', '2 │ cd']);
  });

  test('a source cannot give orders to the terminal, nor turn its writing about', () => {
    expect(frameOf('a\u001b[2J\u202eb', at(1, 1, 2)).join('\n')).toBe('1 │ a␛[2J‹202E›b\n  │ ^');
    const [told] = tellAll([diagnose('id-is-unique', { path: 'a.md', details: { id: '\u001b[31m' } })], {
      strings: table('en'),
      sources: new Map(),
      width: 80,
    });
    expect(told?.message).toBe('The id “␛[31m” stands twice.');
  });

  test('a place that is not in the text any more has no frame; an empty line and the end of the file have one', () => {
    expect(frameOf('one', at(9, 1))).toEqual([]);
    expect(frameOf('', at(1, 1))).toEqual(['1 │', '  │ ^']);
    expect(frameOf('ab', at(1, 3))).toEqual(['1 │ ab', '  │   ^']);
  });
});

test('sentences are broken at the width asked for', () => {
  const found = { ...side('a.md'), details: { language: 'word '.repeat(40).trim() } };
  for (const line of text([found], {}, { width: 50 }).split('\n')) expect(line.length).toBeLessThanOrEqual(50);
});

test('what is waived is told with its reason, and nothing where nothing is', () => {
  const waived = [{ finding: side('a.md', at(2, 3)), reason: 'the plan is cited' }];
  const options = { strings: strings('fr'), language: 'fr', colour: false } as const;
  expect(renderWaived(waived, options).replaceAll('\u00a0', ' ')).toBe(
    '1 constat fait l’objet d’une dispense :\n  a.md:2:3 variant-present : « the plan is cited »\n',
  );
  expect(renderWaived([], options)).toBe('');
  const coverage = { en: nothing, fr: nothing };
  const { waived: listed, diagnostics } = JSON.parse(renderJson([], { strings: table('en'), coverage, waived }));
  expect(diagnostics).toEqual([]);
  expect(listed).toMatchObject([{ rule: 'variant-present', path: 'a.md', reason: 'the plan is cited' }]);
});

const nothing = { units: 0, approved: 0, stale: 0, missing: 0 };

test('JSON has all of it, in order', () => {
  const counts = { units: 4, approved: 2, stale: 1, missing: 0 };
  const coverage = { en: counts, fr: { ...counts, missing: 1 } };
  const found = [diagnose('date-is-stated', { path: 'a.md' }), side('source/a.md', at(2, 1, 6))];
  expect(JSON.parse(renderJson(found, { strings: table('fr'), coverage }))).toEqual({
    diagnostics: [
      {
        rule: 'variant-present',
        severity: 'error',
        path: 'source/a.md',
        position: at(2, 1, 6),
        message: 'Il manque le côté fr.',
        hint: 'Écrivez-le dessous.',
      },
      { rule: 'date-is-stated', severity: 'info', path: 'a.md', message: 'No date.' },
    ],
    waived: [],
    coverage,
  });
});
