import { formatDate, typeset } from '../language/index.ts';
import {
  type Contact,
  type Edition,
  type EditionDate,
  type LanguageTag,
  otherLanguage,
  type Resolved,
} from '../model/index.ts';
import type { Assembly } from './assembly.ts';

type Metadata = Omit<Edition, 'documents' | 'contents'>;

/** What an edition says of itself, in its language's words and typography. */
export function metadataOf({ publication, language, tag, typography, strings }: Assembly): Metadata {
  const { settings, assets } = publication;
  const { title, subtitle, description, publisher, authors, contact, notices, rights, subjects, dates } = settings;
  const other = otherLanguage(language);
  const say = (text: string): string => typeset(text, tag, typography);
  return {
    id: language,
    language,
    tag,
    title: say(title[language]),
    otherTitle: typeset(title[other], settings.tags[other], settings.typography?.[other]),
    ...(subtitle && { subtitle: say(subtitle[language]) }),
    ...(description && { description: say(description[language]) }),
    ...(publisher && { publisher: say(publisher[language]) }),
    authors: (authors ?? []).map((author) => say(author[language])),
    ...(contact && { contact: contactOf(contact, language, say) }),
    ...(notices && { notices: say(notices[language]) }),
    ...(rights && { rights: say(rights[language]) }),
    subjects: (subjects?.[language] ?? []).map(say),
    ...(dates.issued !== undefined && { issued: dateOf(dates.issued, tag) }),
    ...(dates.modified !== undefined && { modified: dateOf(dates.modified, tag) }),
    ...(settings.identifiers && {
      numbers: { own: settings.identifiers[language], other: settings.identifiers[other] },
    }),
    settings,
    assets,
    strings,
    ...(publication.draft && { draft: true }),
  };
}

/** Addresses are not words. */
function contactOf(
  { name, email, url }: Contact,
  language: Assembly['language'],
  say: (text: string) => string,
): Resolved<Contact> {
  return {
    name: say(name[language]),
    ...(email && { email: email[language] }),
    ...(url && { url: url[language] }),
  };
}

export function dateOf(iso: string, tag: LanguageTag): EditionDate {
  return { iso, formatted: formatDate(iso, tag) };
}
