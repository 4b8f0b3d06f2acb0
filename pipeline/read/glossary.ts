import { z } from 'zod';
import { type Concept, type Designation, languages, type Staged } from '../model/index.ts';
import { isSafeName } from './ids.ts';
import { isPlaceholder } from './placeholders.ts';
import { isPlainObject, listOf, mapMessage, text } from './schema.ts';
import { inOrder, report } from './source.ts';
import { parse } from './syntax.ts';
import { placesOf } from './waivers.ts';
import { checkYaml, parseYaml, type YamlSource, type YamlValue, yamlFile } from './yaml.ts';

const words = text.refine((value) => !isPlaceholder(value), { error: 'placeholder' });

const designationShape = {
  term: words,
  abbr: words.optional(),
  plural: words.optional(),
  forms: listOf(text).optional(),
  admitted: listOf(words).optional(),
  gender: z.enum(['m', 'f'], { error: 'gender' }).optional(),
  def: words.optional(),
  note: words.optional(),
  forbidden: listOf(text).optional(),
};

/** A term alone may stand for a map that has nothing else. */
const designation = z.preprocess(
  (value) => (isPlainObject(value) || value === undefined || value === null ? value : { term: value }),
  z.strictObject(designationShape, { error: mapMessage }),
);

const conceptShape = {
  id: z.string({ error: 'id' }).refine(isSafeName, { error: 'id' }),
  en: designation,
  fr: designation,
  status: z.enum(['preferred', 'admitted', 'deprecated'], { error: 'status' }).default('preferred'),
  domain: text.optional(),
  source: z.record(z.string(), z.unknown()).or(text).optional(),
  evidence: text.optional(),
  caseSensitive: z.boolean({ error: 'truth' }).default(false),
};

const schema = z.array(z.strictObject(conceptShape, { error: mapMessage }), { error: 'concepts' });

const known = [...Object.keys(conceptShape), ...Object.keys(designationShape)];

/** `glossary.yaml` → concepts; none when it cannot be used. An empty file has none. */
export function readGlossary(content: string, path: string): Staged<readonly Concept[]> {
  const source = yamlFile('glossary-is-valid', path, content);
  const yaml = parseYaml(source);
  if (!yaml || (isPlainObject(yaml.value) && Object.keys(yaml.value).length === 0)) {
    return { value: [], diagnostics: source.diagnostics };
  }
  const written = checkYaml(yaml, schema, { source, known }) ?? [];
  checkUnique(yaml, source);
  checkDefinitions(yaml, source);
  checkPlain(yaml, source);
  const keys = languages.flatMap((language) => ['term', 'def', 'note'].map((key) => [language, key]));
  const concepts = written.map((each, index) => ({
    ...conceptOf(each),
    places: placesOf(yaml, [...languages.map((language) => [language]), ...keys], [index]),
  }));
  return { value: concepts, diagnostics: inOrder(source.diagnostics) };
}

function conceptOf(written: z.output<typeof schema>[number]): Concept {
  const { id, en, fr, status, domain, source, evidence, caseSensitive } = written;
  return {
    id,
    en: designationOf(en),
    fr: designationOf(fr),
    status,
    ...(domain && { domain }),
    ...(source !== undefined && { source }),
    ...(evidence !== undefined && { evidence }),
    caseSensitive,
  };
}

function designationOf(written: z.output<typeof designation>): Designation {
  return Object.fromEntries(
    Object.entries(written).filter(([, value]) => value !== undefined),
  ) as unknown as Designation;
}

function entries(yaml: YamlValue): Record<string, unknown>[] {
  return Array.isArray(yaml.value) ? yaml.value.map((entry) => (isPlainObject(entry) ? entry : {})) : [];
}

function checkUnique(yaml: YamlValue, source: YamlSource): void {
  const first = new Map<unknown, number>();
  for (const [index, { id }] of entries(yaml).entries()) {
    const earlier = first.get(id);
    if (typeof id !== 'string') continue;
    if (earlier === undefined) first.set(id, index);
    else {
      const beside = { position: yaml.position([earlier, 'id']) };
      report(source, 'glossary-is-valid', {
        position: yaml.position([index, 'id']),
        beside,
        details: { variant: 'duplicate', id },
      });
    }
  }
}

/** A definition in one language needs its other side. */
function checkDefinitions(yaml: YamlValue, source: YamlSource): void {
  for (const [index, entry] of entries(yaml).entries()) {
    const sides = languages.map((language) => ({ language, side: entry[language] }));
    const defined = sides.filter(({ side }) => isPlainObject(side) && side.def !== undefined && side.def !== null);
    const [missing] = sides.filter((each) => !defined.includes(each));
    if (defined.length !== 1 || !missing) continue;
    const details = { variant: 'side', language: missing.language, key: `${entry.id}.def` };
    report(source, 'variant-present', { position: yaml.position([index, missing.language]), details });
  }
}

/** Definitions and notes are words: marks of Markdown in them would be printed as they stand. */
function checkPlain(yaml: YamlValue, source: YamlSource): void {
  for (const [index, entry] of entries(yaml).entries()) {
    for (const path of languages.flatMap((language) => ['def', 'note'].map((key) => [language, key] as const))) {
      const side = entry[path[0]];
      const value = isPlainObject(side) ? side[path[1]] : undefined;
      const marks = typeof value === 'string' ? marksIn(value) : undefined;
      if (marks === undefined) continue;
      const details = { variant: 'markdown', key: [entry.id, ...path].join('.'), marks: marks.slice(0, 60) };
      report(source, 'glossary-is-valid', { position: yaml.position([index, ...path]), details, severity: 'warning' });
    }
  }
}

const marked: ReadonlySet<string> = new Set([
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'link',
  'image',
  'textDirective',
]);

/** The first words that Markdown would set otherwise; an address that stands for itself has no marks. */
function marksIn(value: string): string | undefined {
  const [first] = parse(value).children;
  const node = first?.type === 'paragraph' ? first.children.find(({ type }) => marked.has(type)) : undefined;
  const written = value.slice(node?.position?.start.offset, node?.position?.end.offset);
  return node && (node.type !== 'link' || written.startsWith('[')) ? written : undefined;
}
