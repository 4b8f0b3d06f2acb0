import type { Diagnostic, Strings } from '../model/index.ts';
import { byWorst } from './order.ts';
import { sentencesOf } from './sentences.ts';
import type { Waived } from './waived.ts';

/**
 * JUnit XML, as build servers show results: a suite for each file, a case for each finding. An error fails its case;
 * a warning or a note is written under a case that passes; what is waived is a case that was skipped, with the reason. A file without findings has one case that passes.
 *
 * @param paths - Files that were looked at.
 */
export function renderJUnit(
  diagnostics: readonly Diagnostic[],
  options: { readonly strings: Strings; readonly paths: readonly string[]; readonly waived?: Waived | undefined },
): string {
  const { strings, paths, waived = [] } = options;
  const reasons: Reasons = new Map(waived.map(({ finding, reason }) => [finding, reason]));
  const files = byWorst([...diagnostics, ...reasons.keys()]);
  const quiet = paths.filter((path) => !files.some((file) => file.path === path)).sort();
  const suites = [
    ...files.map(({ path, findings }) => suite(path, findings, { strings, reasons })),
    ...quiet.map((path) => suite(path, [], { strings, reasons })),
  ];
  const failures = diagnostics.filter(({ severity }) => severity === 'error').length;
  const tests = diagnostics.length + waived.length + quiet.length;
  const head = `<testsuites name="Diptych" tests="${tests}" failures="${failures}" errors="0"${skipped(waived.length)}>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${[head, ...suites].join('\n')}\n</testsuites>\n`;
}

type Reasons = ReadonlyMap<Diagnostic, string>;

interface Telling {
  readonly strings: Strings;
  /** Why what is waived is. */
  readonly reasons: Reasons;
}

function skipped(count: number): string {
  return count > 0 ? ` skipped="${count}"` : '';
}

function suite(path: string, findings: readonly Diagnostic[], telling: Telling): string {
  const waived = findings.filter((found) => telling.reasons.has(found)).length;
  const failures = findings.filter((found) => found.severity === 'error' && !telling.reasons.has(found)).length;
  const cases = findings.map((found) => testCase(found, telling));
  const none = `    <testcase classname="${attribute(path)}" name="${attribute(path)}"/>`;
  const counts = `tests="${Math.max(1, cases.length)}" failures="${failures}" errors="0"${skipped(waived)}`;
  return [
    `  <testsuite name="${attribute(path)}" ${counts}>`,
    ...(cases.length > 0 ? cases : [none]),
    '  </testsuite>',
  ].join('\n');
}

function testCase(found: Diagnostic, { strings, reasons }: Telling): string {
  const { rule, severity, path, position, related } = found;
  const { message, hint } = sentencesOf(found, strings);
  const place = placeOf({ path, ...(position && { position }) });
  const body = [place, message, ...(hint ? [hint] : []), ...(related ? [placeOf(related)] : [])].join('\n');
  const head = `    <testcase classname="${attribute(path)}" name="${attribute(`${rule} ${place}`)}">`;
  const reason = reasons.get(found);
  if (reason !== undefined) {
    return `${head}\n      <skipped message="${attribute(reason)}">${content(body)}</skipped>\n    </testcase>`;
  }
  const outcome =
    severity === 'error'
      ? `<failure type="${rule}" message="${attribute(message)}">${content(body)}</failure>`
      : `<system-out>${content(`${severity}\n${body}`)}</system-out>`;
  return `${head}\n      ${outcome}\n    </testcase>`;
}

function placeOf({ path, position }: Pick<Diagnostic, 'path' | 'position'>): string {
  return position ? `${path}:${position.start.line}:${position.start.column}` : path;
}

/** Characters that XML 1.0 cannot have (section 2.2), lone surrogates among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function content(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

function attribute(text: string): string {
  return content(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, ' ');
}
