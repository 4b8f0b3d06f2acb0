import type { Diagnostic, Position, Related, Severity } from './diagnostic.ts';

/**
 * Every rule a finding can name, with its own severity. Each has a page `docs/rules/<id>.md`, its sentences in
 * `templates/strings/{en,fr}.json`, and a fixture that makes it speak; a test holds all three against this table.
 */
export const rules = {
  'config-is-valid': 'error',
  'file-is-readable': 'error',
  'front-matter-is-valid': 'error',
  'glossary-is-valid': 'error',
  'fence-is-recognised': 'error',
  'fence-is-closed': 'error',
  'directive-is-known': 'error',
  'inline-is-recognised': 'error',
  'variant-present': 'error',
  'files-correspond': 'warning',
  'include-resolves': 'error',
  'pair-is-adjacent': 'error',
  'id-is-unique': 'error',
  'id-is-valid': 'error',
  'link-target-exists': 'error',
  'external-link-answers': 'error',
  'asset-exists': 'error',
  'picture-is-safe': 'warning',
  'footnotes-match': 'error',
  'translation-is-fresh': 'warning',
  'translation-is-approved': 'warning',
  'structure-matches': 'warning',
  'list-shape-matches': 'warning',
  'table-shape-matches': 'error',
  'link-targets-match': 'warning',
  'numbers-match': 'error',
  'billion-is-milliard': 'error',
  'images-match': 'warning',
  'placeholders-match': 'error',
  'text-is-translated': 'warning',
  'language-is-right': 'error',
  'length-is-plausible': 'warning',
  'punctuation-matches': 'warning',
  'term-is-translated': 'warning',
  'term-is-consistent': 'warning',
  'typography-is-set': 'info',
  'waiver-is-used': 'warning',
  'heading-depth-follows': 'warning',
  'html-is-known': 'warning',
  'address-is-safe': 'error',
  'value-is-valid': 'error',
  'term-is-known': 'error',
  'acronym-is-expanded': 'warning',
  'acronym-is-expanded-once': 'warning',
  'acronym-is-used': 'info',
  'plugin-runs': 'error',
  'plugin-has-no-remark': 'warning',
  'date-is-stated': 'info',
  'url-is-stated': 'info',
  'overfull-line': 'warning',
  'loose-line': 'info',
  'table-fits': 'info',
  'pages-settle': 'warning',
  'glyph-is-available': 'error',
  'picture-is-readable': 'error',
  'formula-is-valid': 'warning',
  'formula-fits': 'info',
  'svg-is-supported': 'warning',
  'block-fits': 'warning',
} as const satisfies Record<string, Severity>;

export type RuleId = keyof typeof rules;

/**
 * Rules that hold one language against the other. They are a judgement, so a publication may set their severity under
 * `rules:`, and an author may waive what they find, with a reason.
 */
export const comparisonRules = [
  'translation-is-fresh',
  'translation-is-approved',
  'structure-matches',
  'list-shape-matches',
  'table-shape-matches',
  'link-targets-match',
  'numbers-match',
  'billion-is-milliard',
  'images-match',
  'footnotes-match',
  'placeholders-match',
  'text-is-translated',
  'language-is-right',
  'length-is-plausible',
  'punctuation-matches',
  'term-is-translated',
  'term-is-consistent',
  'typography-is-set',
  'waiver-is-used',
] as const satisfies readonly RuleId[];

export interface Finding {
  readonly path: string;
  readonly position?: Position | undefined;
  readonly details?: Diagnostic['details'];
  readonly severity?: Severity;
  readonly related?: Related;
}

/** Makes a diagnostic with the rule's own severity, unless the finding says otherwise. */
export function diagnose(rule: RuleId, finding: Finding): Diagnostic {
  return {
    rule,
    severity: finding.severity ?? rules[rule],
    details: finding.details ?? {},
    ...placeOf(finding),
    ...(finding.related && { related: placeOf(finding.related) }),
  };
}

/** A position that says its file stands in that one. */
function placeOf({ path, position }: { path: string; position?: Position | undefined }): Related {
  if (position?.path === undefined) return { path, ...(position && { position }) };
  const { start, end } = position;
  return { path: position.path, position: { start, end } };
}
