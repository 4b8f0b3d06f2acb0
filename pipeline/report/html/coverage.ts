import type { Element } from 'hast';
import { type Coverage, fill, type Language, type LanguageMap, languages, type Strings } from '../../model/index.ts';
import { element } from './markup.ts';

const measures = ['units', 'approved', 'stale', 'unreviewed', 'missing'] as const;

/** A column for each language: its units, and how they stand in it. */
export function coverageTable(
  coverage: LanguageMap<Coverage>,
  { strings, language }: { readonly strings: Strings; readonly language: Language },
): Element {
  const number = new Intl.NumberFormat(`${language}-CA`);
  const heads = [
    fill(strings, 'tool.html.measure'),
    ...languages.map((each) => fill(strings, `tool.language.${each}`)),
  ].map((title) => element('th', { scope: 'col' }, title));
  const rows = measures.map((measure) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, fill(strings, `tool.status.column.${measure}`)),
      languages.map((each) => element('td', {}, number.format(countOf(coverage[each], measure)))),
    ),
  );
  return element(
    'table',
    { className: ['coverage'] },
    element('caption', {}, fill(strings, 'tool.html.coverage-caption')),
    element('thead', {}, element('tr', {}, heads)),
    element('tbody', {}, rows),
  );
}

function countOf({ units, approved, stale, missing }: Coverage, measure: (typeof measures)[number]): number {
  return { units, approved, stale, unreviewed: units - approved - stale - missing, missing }[measure];
}
