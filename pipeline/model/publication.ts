import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import type { Position, Severity } from './diagnostic.ts';
import type { BilingualKind, EditionId } from './edition.ts';
import type { Language, LanguageMap, LanguageTag } from './language.ts';
import type { PdfStandard } from './pdfStandard.ts';
import type { Approvals } from './review.ts';
import type { RuleId } from './rules.ts';
import type { Strings } from './strings.ts';
import type { Theme } from './theme.ts';
import type { TypographyOptions } from './typography.ts';

/** `source/publication.yaml`, checked. */
export interface Settings {
  /** File names of the PDF and EPUB begin with it. */
  readonly id: string;
  readonly title: LanguageMap;
  readonly subtitle?: LanguageMap;
  readonly description?: LanguageMap;
  /** Region of each language: `{en: 'en-CA', fr: 'fr-CA'}`. */
  readonly tags: LanguageMap<LanguageTag>;
  /** Which language stands first where both stand together, as `languages:` lists them. */
  readonly order: readonly [Language, Language];
  /** Editions to publish, as `editions:` lists them; unless told, one in each language and `columns`. */
  readonly editions?: readonly EditionId[];
  /** Names of documents, without `.md`, in the order of the publication; those not named come after, by name. */
  readonly documents: readonly string[];
  readonly dates: {
    /** ISO dates, `2001-12-12`. */
    readonly issued?: string;
    readonly modified?: string;
  };
  readonly publisher?: LanguageMap;
  readonly authors?: readonly LanguageMap[];
  readonly contact?: Contact;
  readonly notices?: LanguageMap;
  readonly rights?: LanguageMap;
  readonly subjects?: LanguageMap<readonly string[]>;
  /** Each language and format has numbers of its own. */
  readonly identifiers?: LanguageMap<FormatNumbers> & { readonly [Kind in BilingualKind]?: FormatNumbers };
  /** Where the site will stand; what needs an address of its own is left out without it. */
  readonly url?: string;
  readonly pdf: {
    readonly paper: 'letter' | 'a4';
    /** `ua-1` unless told. */
    readonly standard?: PdfStandard;
    /** `templates/pdf/theme.yaml`. */
    readonly theme: Theme;
  };
  /** Of the books. */
  readonly epub?: {
    /** A claim in law, made by the publisher alone: `WCAG 2.2 AA`. None, unless told. */
    readonly conformsTo?: string;
    /** Who examined the books for it; the publisher, unless told. */
    readonly certifiedBy?: LanguageMap;
    /** Elements that notes are made of: `block` (they pop up and stay in the flow) unless told. */
    readonly notes?: 'block' | 'aside';
    /** `embedded`: the faces of the printed pages, cut down to what the book has; the reader's own, unless told. */
    readonly fonts?: 'embedded' | 'reader';
  };
  readonly glossary: {
    /** Which uses of a term lead to the glossary. */
    readonly link: 'first-in-section' | 'first-in-document' | 'all' | 'none';
    /** `one`: a document keeps to one approved form of each concept. */
    readonly forms?: 'one' | 'any';
    /**
     * `expand`: where an edition first uses an acronym, its long form stands before it; and so it is when nothing is said.
     * `check`: the author writes both, and is told where not.
     */
    readonly acronyms?: 'expand' | 'check' | 'none';
  };
  /** `pass`: raw HTML that says nothing to paper passes into HTML and EPUB, sanitised; only its words do, unless told. */
  readonly html?: 'pass' | 'words';
  /** How each language is set, where it is not as its region sets it. */
  readonly typography?: LanguageMap<TypographyOptions>;
  readonly numbering?: {
    /** Documents and sections have numbers, which headings show and references name. Not, unless told. */
    readonly sections?: boolean | undefined;
  };
  readonly references?: {
    /** Which links say in print on what page their target is; `all` unless told. */
    readonly pages?: 'all' | 'filled' | 'none' | undefined;
    /** What says from where it is referred to; `none` unless told. */
    readonly backlinks?: 'figures' | 'all' | 'none' | undefined;
  };
  /** unified plugins of the publication's own, in the order in which they run. */
  readonly plugins?: readonly PluginSetting[];
  /** What the publisher asks for before something is published. */
  readonly policy?: {
    /** `required`: each passage without approval is a finding. */
    readonly approval?: 'required' | 'optional';
  };
  /** How the rules between the languages are held here. */
  readonly rules?: RuleSettings;
  /** What the file itself waives, in any document. */
  readonly waivers?: readonly Waiver[];
  /** Where its texts stand in `source/publication.yaml`. */
  readonly places?: Places;
}

/** What agencies call one product: an ISBN, a number in a catalogue; as they are printed. */
export interface PublicationNumbers {
  readonly isbn?: string;
  readonly catalogue?: string;
}

export type FormatNumbers = { readonly [Format in 'pdf' | 'epub' | 'html']?: PublicationNumbers };

/** Of `plugins:`. */
export interface PluginSetting {
  /** A file, `./plugins/x.mjs` from the publication's folder, or a package. */
  readonly name: string;
  /** Handed to the plugin as they are written. */
  readonly options?: unknown;
  /** In `source/publication.yaml`. */
  readonly position: Position;
}

/** A plugin that was loaded. */
export interface OwnPlugin extends PluginSetting {
  readonly plugin: Plugin;
}

/** Of `rules:`; what is absent is as the rule's page says. */
export interface RuleSettings {
  readonly severities: { readonly [Rule in RuleId]?: Severity | 'off' };
  /** Of `length-is-plausible`: French characters for each English one. */
  readonly length?: { readonly min?: number; readonly max?: number };
  /** Of `link-targets-match`: how a part of an address is written in each language. */
  readonly addresses?: readonly LanguageMap[];
  /** Of `text-is-translated` and `language-is-right`: words that are the same in both languages. */
  readonly names?: readonly string[];
}

/** Findings that an author lets stand, and why. */
export interface Waiver {
  /** As written: it may name no rule. */
  readonly rule: string;
  /** Empty when none was written; such a waiver waives nothing. */
  readonly reason: string;
  /** Of what is waived, where the waiver does not stand beside it: an id, a document, `document#id`, a key of YAML. */
  readonly unit?: string;
  readonly position: Position;
}

/** Where texts of YAML stand in their file, by path: `title.en`. */
export type Places = Readonly<Record<string, Position>>;

export interface Contact {
  readonly name: LanguageMap;
  readonly email?: LanguageMap;
  readonly url?: LanguageMap;
}

/** A publication as `read` gives it and `transform` gives it back: bilingual, in document order. */
export interface Publication {
  readonly settings: Settings;
  readonly documents: readonly SourceDocument[];
  readonly concepts: readonly Concept[];
  /** Pictures and other files that documents use; the key is the path relative to `source/`. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** To be published in spite of its errors, marked as a draft. */
  readonly draft?: boolean;
  /** Those that the publication names, where they could be loaded. */
  readonly plugins?: readonly OwnPlugin[];
  /** What `source/approvals.yaml` says. */
  readonly approvals?: Approvals;
}

export interface SourceDocument {
  /** The authored `id`, else the file's name without `.md`; file names of outputs follow it. */
  readonly id: string;
  /** File name of its page in each language; `id` unless front matter says otherwise. */
  readonly slug: LanguageMap;
  /** For diagnostics: `source/overview.md`. */
  readonly path: string;
  readonly title?: LanguageMap;
  readonly description?: LanguageMap;
  /** ISO date. */
  readonly modified?: string;
  /** What `changes:` says, newest first. */
  readonly changes?: readonly Announcement[];
  /** The file's text, for code frames and offsets. */
  readonly text: string;
  /** Other files that it was read from: that of the other language, and those that it includes. Their nodes' positions say so. */
  readonly files?: readonly SourceFile[];
  /** Tree with variants; every node has `position`. */
  readonly tree: Root;
  /** What its front matter waives. */
  readonly waivers?: readonly Waiver[];
  /** Where the texts of its front matter stand. */
  readonly places?: Places;
}

/** What readers are told has changed. */
export interface Announcement {
  /** ISO date. */
  readonly date: string;
  readonly text: LanguageMap;
}

export interface SourceFile {
  /** Relative to the publication's folder: `source/fr/apercu.md`. */
  readonly path: string;
  readonly text: string;
}

/** A concept of the bilingual termbase, `source/glossary.yaml`. */
export interface Concept {
  readonly id: string;
  readonly en: Designation;
  readonly fr: Designation;
  readonly status: 'preferred' | 'admitted' | 'deprecated';
  readonly domain?: string;
  /** Where the names come from: as `glossary.yaml` has it, a text, one for each language, or keys of the author's. */
  readonly source?: string | Readonly<Record<string, unknown>>;
  /** What shows that the names are right. */
  readonly evidence?: string;
  readonly caseSensitive: boolean;
  /** Where its texts stand in `source/glossary.yaml`: `fr.def`. */
  readonly places?: Places;
}

/** What one language calls a concept. */
export interface Designation {
  readonly term: string;
  readonly abbr?: string;
  readonly plural?: string;
  /** Further inflected forms that count as the term. */
  readonly forms?: readonly string[];
  /** Other approved terms; `term` is the preferred one. */
  readonly admitted?: readonly string[];
  readonly gender?: 'm' | 'f';
  /** Definition: plain text, one paragraph. */
  readonly def?: string;
  /** A remark for readers of the glossary, such as an unconfirmed name. */
  readonly note?: string;
  readonly forbidden?: readonly string[];
}

export interface Asset {
  /** Relative to `source/`, with `/`. */
  readonly path: string;
  readonly mediaType: 'image/svg+xml' | 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** Intrinsic size in CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Files under `templates/`, the publication's own before ours. */
export interface Templates {
  /** Whether the publication's own templates have it, or ours. Where it cannot be asked, there is nothing besides ours. */
  has?(path: string): boolean;
  /** @throws when neither has it. */
  text(path: string): string;
  bytes(path: string): Uint8Array;
  readonly strings: LanguageMap<Strings>;
}
