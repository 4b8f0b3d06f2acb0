import { type Diagnostic, type Language, type Position, rules, type Severity, type Strings } from '../model/index.ts';
import { byWorst } from './order.ts';
import { sentencesOf } from './sentences.ts';
import type { Waived } from './waived.ts';

export interface SarifOptions {
  readonly strings: Strings;
  readonly language: Language;
  /** `0.1.0`. */
  readonly version: string;
  readonly waived?: Waived | undefined;
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/**
 * SARIF 2.1.0 (OASIS Standard), as code hosts show findings on a change. Addresses are relative to the publication's
 * folder; columns count UTF-16 code units. What is waived is a result that its author suppressed, with the reason.
 */
export function renderSarif(
  diagnostics: readonly Diagnostic[],
  { strings, language, version, waived = [] }: SarifOptions,
): string {
  const reasons = new Map(waived.map(({ finding, reason }) => [finding, reason]));
  const findings = byWorst([...diagnostics, ...reasons.keys()]).flatMap((file) => file.findings);
  const named = [...new Set(findings.map(({ rule }) => rule))].sort();
  const run = {
    tool: {
      driver: {
        name: 'Diptych',
        version,
        rules: named.map((id) => ({
          id,
          name: id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
          defaultConfiguration: { level: levels[rules[id]] },
        })),
      },
    },
    language: `${language}-CA`,
    columnKind: 'utf16CodeUnits',
    results: findings.map((found) => {
      const { message, hint } = sentencesOf(found, strings);
      const reason = reasons.get(found);
      return {
        ruleId: found.rule,
        ruleIndex: named.indexOf(found.rule),
        level: levels[found.severity],
        message: { text: hint ? `${message}\n${hint}` : message },
        locations: [locationOf(found)],
        ...(reason !== undefined && { suppressions: [{ kind: 'inSource', justification: reason }] }),
        ...(found.related && { relatedLocations: [locationOf(found.related)] }),
      };
    }),
  };
  const log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function locationOf({ path, position }: { readonly path: string; readonly position?: Position }) {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return { physicalLocation: { artifactLocation: { uri }, ...(position && { region: regionOf(position) }) } };
}

function regionOf({ start, end }: Position) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
