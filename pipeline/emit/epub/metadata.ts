import type { BilingualEdition, Edition, EmitOptions, PublicationNumbers } from '../../model/index.ts';
import { titled } from './draft.ts';
import { uuidOf } from './identifiers.ts';
import type { EpubAccessibility, EpubMetadata, EpubTitle } from './publication.ts';
import { type Said, said, sidesOf } from './said.ts';

/** The articles that libraries pass over when they file a title; French ones with an apostrophe stand without space. */
const articles = { en: /^(The|An|A)\s+(?=\S)/, fr: /^(Les?\s+|La\s+|L[’'])(?=\S)/ } as const;

export function metadataOf(
  edition: Edition | BilingualEdition,
  accessibility: EpubAccessibility,
  options: EmitOptions & { readonly listsPages: boolean },
): EpubMetadata {
  const sides = sidesOf(edition);
  const [first] = sides;
  const { isbn } = numbersOf(edition, 'epub');
  const date = first.issued?.iso ?? first.modified?.iso;
  return {
    identifier: identifierOf(edition),
    ...(isbn && { isbn: urnOf(isbn) }),
    languages: sides.map(({ tag }) => tag),
    titles: sides.map(titleOf),
    creators: listed(sides, ({ authors }) => authors),
    publishers: said(sides, ({ publisher }) => publisher),
    descriptions: said(sides, ({ description }) => description),
    rights: said(sides, ({ rights }) => rights),
    subjects: listed(sides, ({ subjects }) => subjects),
    ...(date !== undefined && { date }),
    ...(options.listsPages && { pageSource: printedSource(edition) }),
    modified: options.instant,
    generator: options.generator,
    accessibility: { ...accessibility, ...conformanceOf(sides) },
  };
}

/** Only by setting, and never of a draft. The words are those that EPUB Accessibility 1.1, §4.2, asks for. */
function conformanceOf(sides: readonly [Edition, ...Edition[]]): Pick<EpubAccessibility, 'conformance'> {
  const { settings, draft } = sides[0];
  const [, version, level] = /^WCAG (\S+) (A+)$/.exec(settings.epub?.conformsTo ?? '') ?? [];
  if (version === undefined || draft) return {};
  const certifiedBy = said(sides, ({ language, publisher }) => settings.epub?.certifiedBy?.[language] ?? publisher);
  return { conformance: { standard: `EPUB Accessibility 1.1 - WCAG ${version} Level ${level}`, certifiedBy } };
}

function titleOf(side: Edition): EpubTitle {
  const text = titled(side, side.title);
  const filedAs = filedTitle(text, side.language);
  const { tag, subtitle } = side;
  return { text, tag, ...(filedAs !== text && { filedAs }), ...(subtitle !== undefined && { subtitle }) };
}

/** Each of several, in every language that has it; once where it is the same. */
function listed(sides: readonly Edition[], items: (side: Edition) => readonly string[]): readonly Said[] {
  const most = Math.max(...sides.map((side) => items(side).length));
  return Array.from({ length: most }, (_, index) => said(sides, (side) => items(side)[index])).flat();
}

/** The same in every build of this edition: a reader knows a newer copy by `modified`, not by another identifier. */
export function identifierOf({ settings, id }: Edition | BilingualEdition): string {
  return uuidOf(`${settings.url ?? 'urn:diptych'}/${settings.id}/${id}`);
}

/** The PDF whose pages are listed: by its ISBN, or by the name of its file. Lists of pages that name none are refused by Ace. */
function printedSource(edition: Edition | BilingualEdition): string {
  const { isbn } = numbersOf(edition, 'pdf');
  return isbn ? urnOf(isbn) : `${edition.settings.id}-${edition.id}.pdf`;
}

function urnOf(isbn: string): string {
  return `urn:isbn:${isbn.replace(/[\s-]/g, '')}`;
}

/** What agencies gave to this very product: a book in both languages is another than those in one. */
export function numbersOf(edition: Edition | BilingualEdition, format: 'epub' | 'pdf'): PublicationNumbers {
  const own = 'sides' in edition ? edition.settings.identifiers?.[edition.id] : edition.numbers?.own;
  return own?.[format] ?? {};
}

/** "Border, The"; « frontière, La ». */
function filedTitle(title: string, language: Edition['language']): string {
  const article = articles[language].exec(title)?.[0];
  if (article === undefined) return title;
  const rest = title.slice(article.length);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}, ${article.trim()}`;
}
