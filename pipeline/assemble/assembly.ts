import type { FootnoteDefinition, Heading, Root } from 'mdast';
import {
  type Diagnostic,
  diagnose,
  type Finding,
  type Language,
  type LanguageMap,
  type LanguageTag,
  type Publication,
  type RuleId,
  type SourceDocument,
  type Strings,
  type TypographyOptions,
} from '../model/index.ts';

/** What every step of one assembly knows. */
export interface Assembly {
  readonly publication: Publication;
  readonly language: Language;
  readonly tag: LanguageTag;
  readonly typography: TypographyOptions | undefined;
  readonly strings: Strings;
  readonly diagnostics: Diagnostic[];
}

/** A document on its way into the edition: its tree is a copy, and the steps change it. */
export interface Draft {
  readonly id: string;
  /** Absent on the glossary. */
  readonly source?: SourceDocument;
  readonly tree: Root;
  notes: FootnoteDefinition[];
  /** Ids whose own element is gone, and the id that stands for them. */
  readonly aliases: Map<string, string>;
}

export function beginAssembly(publication: Publication, id: Language, strings: LanguageMap<Strings>): Assembly {
  const { tags, typography } = publication.settings;
  return {
    publication,
    language: id,
    tag: tags[id],
    typography: typography?.[id],
    strings: strings[id],
    diagnostics: [],
  };
}

export function report(assembly: Assembly, rule: RuleId, finding: Finding): void {
  assembly.diagnostics.push(diagnose(rule, finding));
}

/** The heading of depth 1 that begins every settled tree. */
export function titleOf({ tree }: Draft): Heading {
  const [first] = tree.children;
  if (first?.type !== 'heading') throw new Error('A settled tree begins with its heading');
  return first;
}

/** Makes a value when it is first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
