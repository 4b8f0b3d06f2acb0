import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { ZodType, z } from 'zod';
import { languages, type Position, type RuleId } from '../model/index.ts';
import { nearest } from './nearest.ts';
import { pointsIn, report, type Source } from './source.ts';

/** YAML in a source file: the whole file, or its front matter. */
export interface YamlSource extends Source {
  readonly rule: RuleId;
  /** Where the YAML lies in `text`. */
  readonly start: number;
  readonly end: number;
  readonly pointAt: (offset: number) => Position['start'];
}

/** A file that is YAML from end to end. */
export function yamlFile(rule: RuleId, path: string, text: string): YamlSource {
  return { rule, path, text, diagnostics: [], start: 0, end: text.length, pointAt: pointsIn(text) };
}

/** Parsed YAML that still knows where each value stands. */
export interface YamlValue {
  readonly value: unknown;
  /** Of the value at the path, or of the nearest thing above it that exists. */
  position(path: readonly PropertyKey[]): Position;
  /** Of a key. */
  keyPosition(path: readonly PropertyKey[]): Position;
}

/** Faults of YAML itself that have a sentence of their own; the others share one. */
const namedFaults: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: 'syntax-duplicate',
  TAB_AS_INDENT: 'syntax-tab',
  BAD_INDENT: 'syntax-indent',
  MISSING_CHAR: 'syntax-mark',
  BLOCK_AS_IMPLICIT_KEY: 'syntax-colon',
  MULTILINE_IMPLICIT_KEY: 'syntax-colon',
};

/** Parse YAML; undefined after a syntax fault, which is reported. An empty text is an empty map. */
export function parseYaml(source: YamlSource): YamlValue | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(source.text.slice(source.start, source.end), {
    lineCounter,
    prettyErrors: false,
    keepSourceTokens: true,
  });
  const placeOf = (start: number, end: number): Position => {
    const [from, to] = [source.start + start, source.start + Math.max(start, end)];
    return { start: source.pointAt(from), end: source.pointAt(Math.min(to, source.end)) };
  };
  const [error] = document.errors;
  const opening = error && unclosed(document);
  if (opening && opening.offset <= error.pos[0]) {
    const details = { variant: 'syntax-unclosed', mark: opening.mark, closing: opening.mark === '{' ? '}' : ']' };
    report(source, source.rule, { position: placeOf(opening.offset, opening.offset + 1), details });
    return undefined;
  }
  if (error) {
    const details = { variant: namedFaults[error.code] ?? 'syntax' };
    report(source, source.rule, { position: placeOf(error.pos[0], error.pos[1]), details });
    return undefined;
  }
  const rangeOf = (node: Node | null | undefined): Position => {
    const range = node?.range ?? [0, 0];
    return placeOf(range[0], range[1]);
  };
  const position = (path: readonly PropertyKey[]): Position => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return rangeOf(node);
    }
    return rangeOf(document.contents);
  };
  const keyPosition = (path: readonly PropertyKey[]): Position => {
    const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)));
      if (pair && isNode(pair.key)) return rangeOf(pair.key);
    }
    return position(path);
  };
  try {
    return { value: document.toJS({ maxAliasCount: 100 }) ?? {}, position, keyPosition };
  } catch {
    report(source, source.rule, { position: rangeOf(document.contents), details: { variant: 'syntax' } });
    return undefined;
  }
}

/** The innermost `{` or `[` that is not closed by its like. The library itself blames the line after it. */
function unclosed(document: Document.Parsed): { readonly mark: '{' | '['; readonly offset: number } | undefined {
  let found: { readonly mark: '{' | '['; readonly offset: number } | undefined;
  visit(document, {
    Collection: (_, { srcToken }) => {
      if (srcToken?.type !== 'flow-collection') return;
      const isMapping = srcToken.start.type === 'flow-map-start';
      const closing = isMapping ? 'flow-map-end' : 'flow-seq-end';
      if (!srcToken.end.some(({ type }) => type === closing))
        found = { mark: isMapping ? '{' : '[', offset: srcToken.start.offset };
    },
  });
  return found;
}

/**
 * Check a value against a schema whose messages are the sentences' variants (`text`, `date`, `file-name` …).
 *
 * Keys that are not known are reported and left out, so that the rest can still be used.
 *
 * @returns undefined when anything but such a key is wrong.
 */
export function checkYaml<Schema extends ZodType>(
  yaml: YamlValue,
  schema: Schema,
  options: { source: YamlSource; known: readonly string[] },
): z.output<Schema> | undefined {
  const { source, known } = options;
  const first = schema.safeParse(yaml.value);
  if (first.success) return first.data;
  const pruned = structuredClone(yaml.value);
  for (const issue of first.error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) {
        const path = [...issue.path, key];
        const near = nearest(
          key,
          known.filter((each) => each !== key), // known elsewhere
        );
        const details = {
          variant: near ? 'unknown-near' : 'unknown',
          key: named(yaml.value, path),
          ...(near && { nearest: near }),
        };
        report(source, source.rule, { position: yaml.keyPosition(path), details });
        deleteIn(pruned, path);
      }
    } else reportIssue(issue, yaml, source);
  }
  const second = schema.safeParse(pruned);
  return second.success ? second.data : undefined;
}

function reportIssue(issue: z.core.$ZodIssue, yaml: YamlValue, source: YamlSource): void {
  const { path } = issue;
  const value = valueAt(yaml.value, path);
  const language = languages.find((each) => each === path.at(-1));
  const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  const key = named(yaml.value, path);
  if (language && (absent || issue.message === 'placeholder')) {
    const details = {
      variant: absent ? 'side' : 'placeholder-side',
      language,
      key: named(yaml.value, path.slice(0, -1)),
    };
    report(source, 'variant-present', { position: yaml.position(path), details });
    return;
  }
  const details = { variant: absent ? 'missing' : sentenceOf(issue), key, value: shown(value) };
  report(source, source.rule, { position: yaml.position(path), details });
}

/** Our schemas' messages name a sentence; what comes from the library itself shares one. */
function sentenceOf({ message }: z.core.$ZodIssue): string {
  return /^[a-z-]+$/.test(message) ? message : 'value';
}

/** A path as a writer would say it; an entry of a list goes by its id. */
function named(value: unknown, path: readonly PropertyKey[]): string {
  const [first, ...rest] = path;
  if (first === undefined) return '';
  const id =
    typeof first === 'number' && Array.isArray(value) ? (value[first] as { id?: unknown } | null)?.id : undefined;
  return [typeof id === 'string' ? id : first, ...rest]
    .map((key) => (typeof key === 'number' ? key + 1 : String(key)))
    .join('.');
}

/** A value as a sentence can repeat it. */
function shown(value: unknown): string {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((at, key) => {
    const isScalar = typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean';
    if (isScalar && languages.some((language) => language === key)) return at; // one value for both languages
    return (at as Record<PropertyKey, unknown> | undefined | null)?.[key];
  }, value);
}

function deleteIn(value: unknown, path: readonly PropertyKey[]): void {
  const parent = valueAt(value, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof parent === 'object' && parent !== null && key !== undefined)
    delete (parent as Record<PropertyKey, unknown>)[key];
}
