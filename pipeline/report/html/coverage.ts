import type { Element } from 'hast';
import { type Coverage, fill, type Language, type LanguageMap, languages, type Strings } from '../../model/index.ts';
import { element } from './markup.ts';

const columns = ['units', 'approved', 'stale', 'unreviewed', 'missing'] as const;

/** A row for each language: units, and how they stand in it. */
export function coverageTable(
  coverage: LanguageMap<Coverage>,
  { strings, language }: { readonly strings: Strings; readonly language: Language },
): Element {
  const number = new Intl.NumberFormat(`${language}-CA`);
  const title = (key: string): string => fill(strings, `tool.status.column.${key}`);
  const rows = languages.map((each) => {
    const { units, approved, stale, missing } = coverage[each];
    const counts = { units, approved, stale, unreviewed: units - approved - stale - missing, missing };
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, fill(strings, `tool.language.${each}`)),
      columns.map((column) => element('td', { className: [column] }, number.format(counts[column]))),
    );
  });
  const heads = ['language', ...columns].map((column) => element('th', { scope: 'col' }, title(column)));
  return element(
    'table',
    { className: ['coverage'] },
    element('caption', {}, fill(strings, 'tool.html.coverage-caption')),
    element('thead', {}, element('tr', {}, heads)),
    element('tbody', {}, rows),
  );
}
