import type { Coverage, Diagnostic, LanguageMap, Review, Strings, Unit } from '../model/index.ts';
import { byWorst } from './order.ts';
import { sentencesOf } from './sentences.ts';
import { type Waived, waivedJson } from './waived.ts';

/**
 * `{"diagnostics": […], "waived": […], "coverage": {…}}` for programs, in the order of the text; sentences in the
 * reader's language. What is waived has its reason.
 */
export function renderJson(
  diagnostics: readonly Diagnostic[],
  options: {
    readonly strings: Strings;
    readonly coverage: LanguageMap<Coverage>;
    readonly waived?: Waived | undefined;
  },
): string {
  const { strings, coverage, waived = [] } = options;
  const listed = byWorst(diagnostics).flatMap(({ findings }) =>
    findings.map((found) => {
      const { rule, severity, path, position, related } = found;
      return { rule, severity, ...sentencesOf(found, strings), path, position, related };
    }),
  );
  return `${JSON.stringify({ diagnostics: listed, waived: waivedJson(waived, strings), coverage }, null, 2)}\n`;
}

/** `{"units": […], "coverage": {…}}`: how every unit stands. */
export function renderStatusJson({ units, coverage }: Review): string {
  return `${JSON.stringify({ units: units.map(unitJson), coverage }, null, 2)}\n`;
}

function unitJson({ name, document, state, change, language, sides }: Unit) {
  const side = (each: Unit['sides']['en']) => each && { path: each.path, position: each.position };
  return { unit: name, document, state, change, language, en: side(sides.en), fr: side(sides.fr) };
}
