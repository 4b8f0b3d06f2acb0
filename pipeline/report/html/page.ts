import type { Element, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { type Diagnostic, fill, fillCount, type Language, type Review, type Strings } from '../../model/index.ts';
import { summaryOf } from '../summary.ts';
import { coverageTable } from './coverage.ts';
import { findingList, waivedList } from './findings.ts';
import { element } from './markup.ts';
import { type Group, groupsOf, type Row } from './rows.ts';
import { unitTable } from './table.ts';

export interface HtmlOptions {
  readonly strings: Strings;
  readonly language: Language;
  /** The publication's, in the reader's language. */
  readonly title?: string | undefined;
  /** Style sheet, put into the page: it needs no other file. */
  readonly css: string;
}

/** The parity report as one page: EN | FR | findings, and how far each language is approved. */
export function renderHtml(
  { diagnostics, review }: { readonly diagnostics: readonly Diagnostic[]; readonly review: Review },
  options: HtmlOptions,
): string {
  const { strings, language, title, css } = options;
  const name = fill(strings, 'tool.html.title');
  const groups = groupsOf(review, diagnostics);
  const body = element(
    'body',
    {},
    element('header', {}, element('h1', {}, title ? `${name}${fill(strings, 'tool.html.colon')}${title}` : name)),
    element(
      'main',
      {},
      element(
        'section',
        { ariaLabelledBy: ['coverage'] },
        element('h2', { id: 'coverage' }, fill(strings, 'tool.html.coverage')),
        coverageTable(review.coverage, options),
        element('p', {}, diagnostics.length > 0 ? summaryOf(diagnostics, options) : fill(strings, 'tool.html.fine')),
      ),
      directory(groups, options),
      groups.map((group, at) => section(group, at, options)),
      waivedSection(review, options),
    ),
  );
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, title ? `${name} – ${title}` : name),
    element('style', {}, css),
  );
  const root: Root = {
    type: 'root',
    children: [{ type: 'doctype' }, element('html', { lang: `${language}-CA` }, head, body)],
  };
  return `${unified().use(rehypeStringify, { allowDangerousCharacters: false }).stringify(root)}\n`;
}

/** Where to go: each document, with how much there is to do in it. */
function directory(groups: readonly Group[], options: HtmlOptions): Element {
  const { strings, language } = options;
  const items = groups.map((group, at) => {
    const findings = group.others.length + group.rows.reduce((sum, row) => sum + row.findings.length, 0);
    const count = fillCount(strings, 'tool.html.count', findings, language);
    return element('li', {}, element('a', { href: `#part-${at + 1}` }, group.name), ` (${count})`);
  });
  return element(
    'nav',
    { ariaLabelledBy: ['documents'] },
    element('h2', { id: 'documents' }, fill(strings, 'tool.html.documents')),
    element('ul', {}, items),
  );
}

function section(group: Group, at: number, { strings, language }: HtmlOptions): Element {
  const id = `part-${at + 1}`;
  const caption = (key: string): string => fill(strings, `tool.html.${key}`, { document: group.name });
  const open = group.rows.filter(needsWork);
  const quiet = group.rows.filter((row) => !needsWork(row));
  return element(
    'section',
    { ariaLabelledBy: [id] },
    element('h2', { id }, group.name),
    group.others.length > 0
      ? [element('h3', {}, fill(strings, 'tool.html.others')), findingList(group.others, strings)]
      : undefined,
    open.length > 0 ? unitTable(open, caption('open-caption'), strings) : undefined,
    quiet.length > 0
      ? element(
          'details',
          {},
          element('summary', {}, fillCount(strings, 'tool.html.quiet', quiet.length, language)),
          unitTable(quiet, caption('quiet-caption'), strings),
        )
      : undefined,
  );
}

/** What authors let stand, at the end: why. */
function waivedSection({ waived = [] }: Review, { strings }: HtmlOptions): Element | undefined {
  if (waived.length === 0) return undefined;
  return element(
    'section',
    { ariaLabelledBy: ['waived'] },
    element('h2', { id: 'waived' }, fill(strings, 'tool.html.waived')),
    waivedList(waived, strings),
  );
}

function needsWork({ unit, findings }: Row): boolean {
  return findings.length > 0 || unit.state === 'stale' || unit.state === 'missing';
}
