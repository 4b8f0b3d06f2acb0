import type { Diagnostic, Strings } from '../model/index.ts';
import { byWorst } from './order.ts';
import { sentencesOf } from './sentences.ts';

/** `{"diagnostics": […]}` for programs, in the order of the text; message and hint in the reader's language. */
export function renderJson(diagnostics: readonly Diagnostic[], { strings }: { readonly strings: Strings }): string {
  const listed = byWorst(diagnostics).flatMap(({ findings }) =>
    findings.map((found) => {
      const { rule, severity, path, position, details, related } = found;
      return { rule, severity, path, position, ...sentencesOf(found, strings), details, related };
    }),
  );
  return `${JSON.stringify({ diagnostics: listed }, null, 2)}\n`;
}
