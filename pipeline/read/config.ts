import { z } from 'zod';
import {
  bilingualKinds,
  isLanguage,
  type Language,
  type LanguageMap,
  type LanguageTag,
  languages,
  pdfStandards,
  type Settings,
  type Staged,
  type Theme,
} from '../model/index.ts';
import { book, bookKeys, bookOf } from './bookSettings.ts';
import { identifierKeys, identifiers, identifiersOf } from './identifiers.ts';
import { plugins, pluginsOf } from './pluginSettings.ts';
import { numbering, referenceKeys, references } from './referenceSettings.ts';
import { ruleKeys, ruleSettings, ruleSettingsOf } from './ruleSettings.ts';
import {
  defined,
  isoDate,
  isPlainObject,
  languageMap,
  listOf,
  mapMessage,
  text,
  textMap,
  transposed,
} from './schema.ts';
import { inOrder, report } from './source.ts';
import { typographyKeys, typographyOf, typographySettings } from './typographySettings.ts';
import { placesOf, waiveList, waiversOf } from './waivers.ts';
import { checkYaml, parseYaml, yamlFile } from './yaml.ts';

/** A tag of one of our languages, with its region: `fr-CA`; written `fr-ca`, it is set right. */
const languageTag = z
  .string({ error: 'language-tag' })
  .regex(/^(?:en|fr)(?:-[a-z0-9]{2,8})*$/i, { error: 'language-tag' })
  .transform((tag) =>
    tag
      .split('-')
      .map((part, index) => (index > 0 && part.length === 2 ? part.toUpperCase() : part.toLowerCase()))
      .join('-'),
  );

const contact = z.preprocess(
  contactWritten,
  z.strictObject(
    {
      name: textMap,
      email: languageMap(text.refine((value) => /^[^\s@]+@[^\s@]+$/.test(value), { error: 'email' })).optional(),
      url: languageMap(text.refine(isWebAddress, { error: 'url' })).optional(),
    },
    { error: mapMessage },
  ),
);

const subjects = z.preprocess(
  (value) => (isPlainObject(value) ? value : undefined) ?? { list: value },
  z.union([
    z.strictObject({ en: listOf(text), fr: listOf(text) }),
    z.strictObject({ list: listOf(textMap) }).transform(({ list }) => transposed(list)),
  ]),
);

const glossaryShape = {
  link: z.enum(['first-in-section', 'first-in-document', 'all', 'none'], { error: 'glossary-link' }).optional(),
  forms: z.enum(['one', 'any'], { error: 'glossary-forms' }).optional(),
  acronyms: z.enum(['expand', 'check', 'none'], { error: 'glossary-acronyms' }).optional(),
};

const shape = {
  id: z
    .string({ error: 'file-name' })
    .regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z0-9][a-z0-9_-]{0,79}$/i, { error: 'file-name' }),
  title: textMap,
  subtitle: textMap.optional(),
  description: textMap.optional(),
  languages: z
    .array(languageTag, { error: 'languages' })
    .refine((tags) => tags.map(languageOf).sort().join() === 'en,fr', { error: 'languages' }),
  editions: z
    .array(z.enum([...languages, ...bilingualKinds], { error: 'editions' }), { error: 'list' })
    .min(1, { error: 'editions' })
    .optional(),
  documents: z.array(text, { error: 'list' }).optional(),
  order: z.array(text, { error: 'list' }).optional(),
  date: isoDate.optional(),
  modified: isoDate.optional(),
  dates: z.strictObject({ issued: isoDate.optional(), modified: isoDate.optional() }, { error: mapMessage }).optional(),
  publisher: textMap.optional(),
  authors: listOf(textMap).optional(),
  contact: contact.optional(),
  notices: textMap.optional(),
  rights: textMap.optional(),
  subjects: subjects.optional(),
  identifiers: identifiers.optional(),
  url: text.refine((url) => url === 'none' || isWebAddress(url), { error: 'url' }).optional(),
  pdf: z
    .strictObject(
      {
        paper: z.enum(['letter', 'a4'], { error: 'paper' }).optional(),
        standard: z.enum(pdfStandards, { error: 'pdf-standard' }).optional(),
      },
      { error: mapMessage },
    )
    .optional(),
  epub: book.optional(),
  policy: z
    .strictObject(
      { approval: z.enum(['required', 'optional'], { error: 'approval-policy' }).optional() },
      { error: mapMessage },
    )
    .optional(),
  html: z.enum(['pass', 'words'], { error: 'html' }).optional(),
  typography: typographySettings.optional(),
  rules: ruleSettings.optional(),
  waive: waiveList.optional(),
  glossary: z.strictObject(glossaryShape, { error: mapMessage }).optional(),
  numbering: numbering.optional(),
  references: references.optional(),
  plugins: plugins.optional(),
};

const schema = z.strictObject(shape, { error: mapMessage });

type Written = z.output<typeof schema>;

const known = [
  ...Object.keys(shape),
  'approval',
  'issued',
  'paper',
  'standard',
  ...Object.keys(glossaryShape),
  ...ruleKeys,
  ...typographyKeys,
  ...referenceKeys,
  ...identifierKeys,
  ...bookKeys,
  'name',
  'email',
  'en',
  'fr',
];

const textKeys = [
  ...['title', 'subtitle', 'description', 'publisher', 'authors', 'notices', 'rights', 'subjects'].map((key) => [key]),
  ['contact', 'name'],
];

/** `publication.yaml` → settings; undefined when it cannot be used. */
export function readConfig(content: string, path: string, theme: Theme): Staged<Settings | undefined> {
  const source = yamlFile('config-is-valid', path, content);
  const yaml = parseYaml(source);
  const written = yaml && checkYaml(yaml, schema, { source, known });
  if (!yaml || !written) return { value: undefined, diagnostics: inOrder(source.diagnostics) };
  if (written.order && !isLanguageOrder(written.order) && written.documents) {
    const details = { variant: 'twice', key: 'order', other: 'documents' };
    report(source, 'config-is-valid', { position: yaml.keyPosition(['order']), details });
  }
  const { waive, plugins: named, ...rest } = written;
  const settings: Settings = {
    ...settingsOf(rest, theme),
    ...(waive && { waivers: waiversOf(yaml, waive) }),
    ...(named && { plugins: pluginsOf(named, yaml) }),
    places: placesOf(yaml, textKeys),
  };
  if (settings.epub?.conformsTo && !settings.epub.certifiedBy && !settings.publisher) {
    const details = { variant: 'certified-by', key: 'epub.conformsTo' };
    report(source, 'config-is-valid', { position: yaml.keyPosition(['epub', 'conformsTo']), details });
  }
  if (!settings.dates.issued && !settings.dates.modified) report(source, 'date-is-stated', {});
  if (rest.url === undefined) report(source, 'url-is-stated', {});
  return { value: settings, diagnostics: inOrder(source.diagnostics) };
}

function settingsOf(written: Omit<Written, 'waive' | 'plugins'>, theme: Theme): Settings {
  const {
    id,
    title,
    languages: tags,
    dates,
    pdf,
    epub,
    glossary,
    date,
    modified,
    order,
    documents,
    contact: to,
    url: address,
    policy,
    rules,
    typography,
    identifiers: numbers,
    ...rest
  } = written;
  const issued = dates?.issued ?? date;
  const changed = dates?.modified ?? modified;
  const listed = order && isLanguageOrder(order) ? order : tags;
  const { name, email, url } = to ?? {};
  return {
    id,
    title,
    tags: tagsOf(tags),
    order: listed.map(languageOf) as [Language, Language],
    documents: (documents ?? (order && !isLanguageOrder(order) ? order : [])).map((each) => each.replace(/\.md$/i, '')),
    dates: { ...(issued && { issued }), ...(changed && { modified: changed }) },
    pdf: { ...defined(pdf ?? {}), paper: pdf?.paper ?? 'letter', theme },
    glossary: { ...defined(glossary ?? {}), link: glossary?.link ?? 'first-in-section' },
    ...(epub && { epub: bookOf(epub) }),
    ...(policy?.approval && { policy: { approval: policy.approval } }),
    ...(typography && { typography: typographyOf(typography, tagsOf(tags)) }),
    ...(rules && { rules: ruleSettingsOf(rules) }),
    ...(numbers && { identifiers: identifiersOf(numbers) }),
    ...defined(rest),
    ...(address !== undefined && address !== 'none' && { url: address }),
    ...(name && { contact: { name, ...(email && { email }), ...(url && { url }) } }),
  };
}

function tagsOf(tags: readonly LanguageTag[]): LanguageMap<LanguageTag> {
  const of = (language: Language): LanguageTag => tags.find((tag) => languageOf(tag) === language) ?? language;
  return { en: of('en'), fr: of('fr') };
}

function languageOf(tag: LanguageTag): string {
  return tag.slice(0, 2).toLowerCase();
}

/** `order: [fr, en]` says which language stands first; `order: [overview, plan]` lists documents. */
function isLanguageOrder(order: readonly string[]): boolean {
  return (
    order.length === 2 &&
    new Set(order.map(languageOf)).size === 2 &&
    order.every((each) => isLanguage(languageOf(each)) && /^..(?:-..)?$/.test(each))
  );
}

/** A name alone, `{en, fr}` of names, or `{en: {name, email}, fr: {…}}`, as `{name, email, url}` of maps. */
function contactWritten(value: unknown): unknown {
  if (typeof value === 'string') return { name: value };
  if (!isPlainObject(value) || !('en' in value || 'fr' in value)) return value;
  if (!isPlainObject(value.en) && !isPlainObject(value.fr)) return { name: value };
  const turned: Record<string, Record<string, unknown>> = {};
  for (const [language, side] of Object.entries(value)) {
    for (const [key, each] of Object.entries(isPlainObject(side) ? side : { name: side })) {
      turned[key] = { ...turned[key], [language]: each };
    }
  }
  return turned;
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]+(?:\/\S*)?$/i.test(value) && URL.canParse(value);
}
