import type { Concept, Designation } from '../../model/index.ts';
import { conceptsOf, designationOf, type ImportedTerms, type RawEntry, sourceIn, sourceText } from './entries.ts';

const lists = ['forms', 'admitted', 'forbidden'] as const;
const facts = ['term', 'abbr', 'plural', 'forms', 'admitted', 'gender', 'def', 'note', 'forbidden'] as const;

/** Names of our columns, in their order. */
export const csvColumns: readonly string[] = [
  ...['id', 'status', 'domain', 'source', 'evidence', 'caseSensitive'],
  ...facts.map((fact) => `en.${fact}`),
  ...facts.map((fact) => `fr.${fact}`),
];

/** Our name of a column → the name that a file has for it. */
export type ColumnMap = ReadonlyMap<string, string>;

/** A termbase as CSV (RFC 4180), a row for each concept; several forms in one cell stand with ` | ` between them. */
export function writeCsv(concepts: readonly Concept[]): string {
  const rows = [csvColumns, ...concepts.map((concept) => csvColumns.map((column) => cellOf(concept, column)))];
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function cellOf(concept: Concept, column: string): string {
  const [language, fact] = column.split('.');
  if (language !== 'en' && language !== 'fr') {
    if (column === 'source') return concept.source === undefined ? '' : sourceText(concept.source);
    const value = concept[column as 'id' | 'status' | 'domain' | 'evidence' | 'caseSensitive'];
    return value === undefined ? '' : String(value);
  }
  const value = concept[language][fact as keyof Designation];
  return typeof value === 'string' ? value : (value ?? []).map((each) => each.replace(/[\\|]/g, '\\$&')).join(' | ');
}

function quoted(cell: string): string {
  return /[",\r\n;\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** What other termbases call their columns. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  id: ['concept', 'conceptid', 'concept id', 'identifiant', 'entry id'],
  domain: ['subject', 'subject field', 'domaine'],
  status: ['statut'],
  'en.term': ['en', 'english', 'anglais', 'english term', 'terme anglais', 'term (en)', 'term_en'],
  'fr.term': ['fr', 'french', 'français', 'francais', 'french term', 'terme français', 'term (fr)', 'term_fr'],
  'en.abbr': ['english abbreviation', 'english acronym', 'abbr (en)', 'abbr_en'],
  'fr.abbr': [
    'french abbreviation',
    'french acronym',
    'abréviation française',
    'sigle français',
    'abbr (fr)',
    'abbr_fr',
  ],
  'en.def': ['english definition', 'definition (en)', 'definition_en', 'définition anglaise'],
  'fr.def': ['french definition', 'definition (fr)', 'definition_fr', 'définition française'],
};

/**
 * Reads a termbase in CSV, with commas, semicolons or tabs.
 *
 * @param columns - How the file names our columns, where it does so in its own way.
 * @returns Undefined when it has no column of English terms or none of French ones.
 */
export function readCsv(text: string, columns: ColumnMap = new Map()): ImportedTerms | undefined {
  const [header = [], ...rows] = parseCsv(text.replace(/^\uFEFF/, ''));
  const places = placesOf(header, columns);
  if (!places.has('en.term') || !places.has('fr.term')) return undefined;
  return conceptsOf(rows.filter((row) => row.some((cell) => cell !== '')).map((row) => entryOf(row, places)));
}

function placesOf(header: readonly string[], columns: ColumnMap): ReadonlyMap<string, number> {
  const plain = header.map((name) => name.trim().toLowerCase());
  const places = new Map<string, number>();
  for (const column of csvColumns) {
    const wanted = columns.get(column);
    const names = wanted === undefined ? [column, ...(synonyms[column] ?? [])] : [wanted];
    const candidates = names.map((name) => name.toLowerCase());
    const place = plain.findIndex((name) => candidates.includes(name));
    if (place >= 0) places.set(column, place);
  }
  return places;
}

function entryOf(row: readonly string[], places: ReadonlyMap<string, number>): RawEntry {
  const cell = (column: string): string | undefined => row[places.get(column) ?? -1]?.trim() || undefined;
  const [status, domain, source, evidence] = ['status', 'domain', 'source', 'evidence'].map(cell);
  const sideOf = (language: 'en' | 'fr'): Designation | undefined => {
    const values = facts.map((fact) => {
      const value = cell(`${language}.${fact}`);
      return [fact, value !== undefined && isList(fact) ? listOf(value) : value];
    });
    const { gender, ...designation } = Object.fromEntries(values) as Partial<Designation>;
    return designationOf({ ...designation, gender: gender === 'm' || gender === 'f' ? gender : undefined });
  };
  const [en, fr] = [sideOf('en'), sideOf('fr')];
  return {
    id: cell('id') ?? '',
    ...(status !== undefined && { status: isStatus(status) ? status : 'preferred' }),
    ...(domain !== undefined && { domain }),
    ...(source !== undefined && { source: sourceIn(source) }),
    ...(evidence !== undefined && { evidence }),
    caseSensitive: /^(?:true|yes|1|oui|vrai)$/i.test(cell('caseSensitive') ?? ''),
    designations: { ...(en && { en }), ...(fr && { fr }) },
  };
}

function isList(fact: string): boolean {
  return (lists as readonly string[]).includes(fact);
}

function isStatus(value: string): value is Concept['status'] {
  return value === 'preferred' || value === 'admitted' || value === 'deprecated';
}

/** Cut at `|`, but for `\|`. */
function listOf(cell: string): readonly string[] {
  const parts = [...cell.matchAll(/(?:\\[\\|]|[^|])+/g)].map(([part]) => part.trim().replace(/\\([\\|])/g, '$1'));
  return parts.filter((part) => part !== '');
}

/** Cells by row; quoted ones may hold separators, quotes and lines. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const separator = separatorOf(text);
  const rows: string[][] = [[]];
  const cell = new RegExp(
    `("(?:[^"]|"")*"|[^"${separator}\\r\\n][^${separator}\\r\\n]*|)(${separator}|\\r\\n|\\n|\\r|$)`,
    'y',
  );
  for (;;) {
    const match = cell.exec(text);
    if (!match) return rows;
    const [whole, written = '', end = ''] = match;
    rows.at(-1)?.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written);
    if (whole === '' || cell.lastIndex >= text.length) return rows;
    if (end !== separator) rows.push([]);
  }
}

/** The one that stands most often in the first line. */
function separatorOf(text: string): string {
  const line = text.split(/[\r\n]/, 1)[0] ?? '';
  const count = (separator: string): number => line.split(separator).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}
