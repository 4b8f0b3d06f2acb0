import type { Element } from 'hast';
import { fill, type Language, languages, type Strings, type Unit } from '../../model/index.ts';
import { harmless } from '../width.ts';
import { findingList } from './findings.ts';
import { element } from './markup.ts';
import type { Row } from './rows.ts';

/**
 * EN | FR | findings, a group of rows for each unit: its name and state, then its two sides.
 *
 * Roles are written out: on a narrow window the cells stand below one another, and browsers then forget that they are
 * a table's.
 */
export function unitTable(rows: readonly Row[], caption: string, strings: Strings): Element {
  const word = (key: string): string => fill(strings, `tool.html.${key}`);
  const heads = [...languages.map((language) => fill(strings, `tool.language.${language}`)), word('findings')];
  const head = element(
    'tr',
    { role: 'row' },
    heads.map((title) => element('th', { scope: 'col', role: 'columnheader' }, title)),
  );
  return element(
    'table',
    { className: ['units'], role: 'table' },
    element('caption', {}, caption),
    element('thead', { role: 'rowgroup' }, head),
    rows.map((row) => unitRows(row, strings)),
  );
}

function unitRows({ unit, findings }: Row, strings: Strings): Element {
  const cell = { role: 'cell', dataTitle: fill(strings, 'tool.html.findings') };
  const none = element('td', { ...cell, className: ['none'] }, fill(strings, 'tool.html.no-finding'));
  const state = fill(strings, `tool.html.state.${unit.state}`);
  const name = element(
    'th',
    { scope: 'rowgroup', colSpan: 3, role: 'rowheader' },
    element('code', {}, harmless(unit.name)),
    ' ',
    element('span', { className: ['state', unit.state] }, state),
  );
  return element(
    'tbody',
    { role: 'rowgroup', id: anchorOf(unit) },
    element('tr', { role: 'row' }, name),
    element(
      'tr',
      { role: 'row' },
      languages.map((language) => sideCell(unit, language, strings)),
      findings.length > 0 ? element('td', cell, findingList(findings, strings)) : none,
    ),
  );
}

/** Where a unit stands in the page. */
function anchorOf({ name }: Pick<Unit, 'name'>): string {
  return `unit-${name.replace(/\s/g, '_')}`;
}

function sideCell(unit: Unit, language: Language, strings: Strings): Element {
  const side = unit.sides[language];
  const dataTitle = fill(strings, `tool.language.${language}`);
  if (!side) {
    const absent = fill(strings, `tool.html.absent.${language}`);
    return element('td', { role: 'cell', className: ['absent'], dataTitle }, absent);
  }
  const paragraphs = linesIn(side.source).map((line) => element('p', {}, harmless(line)));
  return element('td', { role: 'cell', lang: language, dataTitle }, paragraphs);
}

/** As written, without the line ends within a paragraph: columns here are narrower than a source. */
function linesIn(source: string): readonly string[] {
  return source
    .trim()
    .replace(/\r\n?/g, '\n')
    .replace(/\n(?![ \t]*(?:\n|[-*+] |\d+[.)] |[>|#:]|`{3}|~{3}|\[\^))[ \t]*/g, (end, at: number, text: string) =>
      text[at - 1] === '\n' ? end : ' ',
    )
    .split(/\n+/)
    .filter((line) => line.trim() !== '');
}
