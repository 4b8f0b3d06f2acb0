import type { Yaml } from 'mdast';
import { z } from 'zod';
import type { Announcement, Language, LanguageMap, Places, Waiver } from '../model/index.ts';
import { isSafeName } from './ids.ts';
import { editDistance } from './nearest.ts';
import { isoDate, isPlainObject, languageMap, mapMessage, text, textMap } from './schema.ts';
import { pointsIn, report, type Source } from './source.ts';
import { placesOf, waiveList, waiversOf } from './waivers.ts';
import { checkYaml, parseYaml, type YamlSource, type YamlValue } from './yaml.ts';

/** What a document says of itself. */
export interface FrontMatter {
  readonly id?: string;
  readonly title?: LanguageMap;
  readonly description?: LanguageMap;
  readonly slug?: LanguageMap;
  readonly modified?: string;
  /** Newest first. */
  readonly changes?: readonly Announcement[];
  /** Place among the documents that `publication.yaml` does not list; smaller first. */
  readonly order?: number;
  /** Of a file in one language, where it says so. */
  readonly language?: Language;
  /** `translationKey`: a word that a file and its other side share. */
  readonly shared?: string;
  /** `altLangPage`, `toggle`: what it calls its other side. */
  readonly other?: string;
  /** What another file may call it, besides its name. */
  readonly names: readonly string[];
  readonly waivers?: readonly Waiver[];
  /** Where its title and description stand. */
  readonly places?: Places;
}

const name = text.refine(isSafeName, { error: 'file-name' });

/** `{date, en, fr}`, in any order. */
const changes = z
  .array(z.strictObject({ date: isoDate, en: text, fr: text }, { error: mapMessage }), { error: 'list' })
  .transform((list): readonly Announcement[] =>
    list
      .map(({ date, ...words }) => ({ date, text: words }))
      .sort((one, other) => (one.date < other.date ? 1 : one.date > other.date ? -1 : 0)),
  );

const shape = {
  id: name.optional(),
  title: textMap.optional(),
  description: textMap.optional(),
  slug: languageMap(name).optional(),
  modified: isoDate.optional(),
  changes: changes.optional(),
  order: z.number({ error: 'number' }).optional(),
  waive: waiveList.optional(),
};

/** Publishers keep keys of their own beside ours. */
const schema = z.looseObject(shape, { error: 'map' });

const known = Object.keys(shape);

/** Read the block that the parser found; positions are those of the file. Each key that is right is used. */
export function readFrontMatter(block: Yaml | undefined, source: Source): FrontMatter {
  const range = block?.position;
  if (range?.start.offset === undefined || range.end.offset === undefined) return { names: [] };
  const written = source.text.slice(range.start.offset, range.end.offset);
  const opening = /^---[ \t]*(?:\r\n|\n|\r)?/.exec(written)?.[0].length ?? 0;
  const closing = /---[ \t]*$/.exec(written)?.[0].length ?? 0;
  const yamlSource: YamlSource = {
    ...source,
    rule: 'front-matter-is-valid',
    start: range.start.offset + opening,
    end: range.end.offset - closing,
    pointAt: pointsIn(source.text),
  };
  const yaml = parseYaml(yamlSource);
  if (!yaml) return { names: [] };
  warnOfSlips(yaml, yamlSource);
  checkYaml(yaml, schema, { source: yamlSource, known });
  const { waive, ...front } = usable(yaml.value);
  const places = placesOf(yaml, [['title'], ['description']]);
  return { ...front, places, ...(waive && { waivers: waiversOf(yaml, waive) }) };
}

function usable(value: unknown): FrontMatter & { waive?: z.output<typeof waiveList> } {
  if (!isPlainObject(value)) return { names: [] };
  const entries = Object.entries(shape).flatMap(([key, each]) => {
    const checked = each.safeParse(value[key]);
    return checked.success && checked.data !== undefined ? [[key, checked.data]] : [];
  });
  return { ...Object.fromEntries(entries), ...correspondence(value) };
}

/** What the front matter of other people's repositories says of a file's language and its other side. */
function correspondence(
  written: Record<string, unknown>,
): Pick<FrontMatter, 'language' | 'shared' | 'other' | 'names'> {
  const first = (...keys: readonly string[]): string | undefined =>
    keys.map((key) => written[key]).find((value) => typeof value === 'string' && value.trim() !== '') as
      | string
      | undefined;
  const [, code] = /^(en|fr)(?:[-_][a-z]{2})?$/i.exec(first('lang', 'language', 'locale') ?? '') ?? [];
  const shared = first('translationKey');
  const other = first('altLangPage', 'toggle');
  const names = ['title', 'slug', 'permalink', 'id'].flatMap((key) => first(key) ?? []);
  return {
    ...(code && { language: code.toLowerCase() === 'fr' ? 'fr' : 'en' }),
    ...(shared && { shared }),
    ...(other && { other }),
    names,
  };
}

/** A key one letter away from one of ours was hardly meant as the publisher's own. */
function warnOfSlips(yaml: YamlValue, source: YamlSource): void {
  if (!isPlainObject(yaml.value)) return;
  for (const key of Object.keys(yaml.value)) {
    if (known.includes(key)) continue;
    const near = known.find((each) => editDistance(key.toLowerCase(), each) <= (each.length > 2 ? 1 : 0));
    if (!near) continue;
    const details = { variant: 'unknown-near', key, nearest: near };
    report(source, 'front-matter-is-valid', { position: yaml.keyPosition([key]), details, severity: 'warning' });
  }
}
