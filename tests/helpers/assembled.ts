import { assembleEdition } from '../../pipeline/assemble/index.ts';
import type {
  Concept,
  Diagnostic,
  Edition,
  Language,
  Publication,
  Settings,
  SourceDocument,
} from '../../pipeline/model/index.ts';
import { transformContext, transformDocument } from '../../pipeline/plugins/index.ts';
import { parseDocument } from '../../pipeline/read/index.ts';
import { sampleSettings } from './edition.ts';
import { strings } from './strings.ts';

export interface PublicationParts {
  readonly settings?: Partial<Settings>;
  readonly concepts?: readonly Concept[];
  /** Front matter and the like, by document. */
  readonly documents?: Readonly<Record<string, Partial<SourceDocument>>>;
}

/** A publication as `read` would give it, from the Markdown of its documents by their names. */
export function samplePublication(
  markdown: Readonly<Record<string, string>>,
  parts: PublicationParts = {},
): Publication {
  const documents = Object.entries(markdown).map(([name, text]): SourceDocument => {
    const path = `source/${name}.md`;
    const { value: tree, diagnostics } = parseDocument(text, path);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`The sample does not parse: ${JSON.stringify(errors)}`);
    return { id: name, slug: { en: name, fr: name }, path, text, tree, ...parts.documents?.[name] };
  });
  const settings = { ...sampleSettings, ...parts.settings };
  return { settings, documents, concepts: parts.concepts ?? [], assets: new Map() };
}

/** The documents after all plugins, and what the plugins said. */
export function transformed(publication: Publication): {
  publication: Publication;
  diagnostics: readonly Diagnostic[];
} {
  const context = transformContext(publication.settings, publication.concepts);
  const staged = publication.documents.map((document) => transformDocument(document, context));
  return {
    publication: { ...publication, documents: staged.map(({ value }) => value) },
    diagnostics: staged.flatMap(({ diagnostics }) => diagnostics),
  };
}

export interface Assembled {
  readonly editions: Readonly<Record<Language, Edition>>;
  /** Of plugins and both editions; the same finding once, as a build tells them. */
  readonly diagnostics: readonly Diagnostic[];
  /** After the plugins. */
  readonly publication: Publication;
}

export function assembled(markdown: Readonly<Record<string, string>>, parts: PublicationParts = {}): Assembled {
  const { publication, diagnostics } = transformed(samplePublication(markdown, parts));
  const tables = { en: strings('en'), fr: strings('fr') };
  const en = assembleEdition(publication, 'en', { strings: tables });
  const fr = assembleEdition(publication, 'fr', { strings: tables });
  const found = [...diagnostics, ...en.diagnostics, ...fr.diagnostics];
  const once = [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
  return { editions: { en: en.value, fr: fr.value }, diagnostics: once, publication };
}

export function concept(id: string, en: Concept['en'], fr: Concept['fr']): Concept {
  return { id, en, fr, status: 'preferred', caseSensitive: false };
}
