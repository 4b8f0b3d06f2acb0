import {
  type Diagnostic,
  diagnose,
  fileOf,
  languages,
  type Position,
  pointsIn,
  type Settings,
  type SourceDocument,
} from '../model/index.ts';
import { typographyChanges } from '../typography/index.ts';

const rule = 'typography-is-set';

/** `typography-is-set`, for each block that the typographer would change: at the first of its places. */
export function checkTypography(document: SourceDocument, settings: Settings): readonly Diagnostic[] {
  const files = new Map<string, Source>();
  return typographyChanges(document, settings).flatMap(({ path, language, changes }): Diagnostic[] => {
    const source = files.get(path) ?? sourceOf(fileOf(document, { ...nowhere, path }).text);
    files.set(path, source);
    const [first] = changes;
    if (!first) return [];
    const position = { start: source.pointAt(first.start), end: source.pointAt(first.end) };
    const details = { variant: language, count: changes.length, files: 1, ...shown(source.text, first) };
    return [diagnose(rule, { path, position, details })];
  });
}

/** One finding for each language, at its first place: a publication may be typed plainly from end to end. */
export function gatherTypography(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const own = found.filter((each) => each.rule === rule);
  const gathered = languages.flatMap((language): Diagnostic[] => {
    const [first, ...rest] = own.filter(({ details }) => details.variant === language);
    if (!first) return [];
    const count = [first, ...rest].reduce((sum, { details }) => sum + Number(details.count), 0);
    const files = new Set([first, ...rest].map(({ path }) => path)).size;
    return [{ ...first, details: { ...first.details, count, files } }];
  });
  return [...found.filter((each) => each.rule !== rule), ...gathered];
}

const nowhere: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

interface Source {
  readonly text: string;
  readonly pointAt: ReturnType<typeof pointsIn>;
}

function sourceOf(text: string): Source {
  return { text, pointAt: pointsIn(text) };
}

/** The change with the letters around it, its no-break spaces to be seen. */
function shown(source: string, { start, end, text }: { start: number; end: number; text: string }) {
  const before = /\S{0,12}$/u.exec(source.slice(Math.max(0, start - 12), start))?.[0] ?? '';
  const after = /^\S{0,12}/u.exec(source.slice(end, end + 12))?.[0] ?? '';
  const visible = (words: string): string => words.replaceAll('\u00A0', '⍽').replaceAll('\u202F', '⌴');
  return {
    before: visible(before + source.slice(start, end) + after),
    after: visible(before + text + after),
  };
}
