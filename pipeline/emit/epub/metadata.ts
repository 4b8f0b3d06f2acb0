import type { Edition, EmitOptions } from '../../model/index.ts';
import { titled } from './draft.ts';
import { uuidOf } from './identifiers.ts';
import type { EpubAccessibility, EpubMetadata } from './publication.ts';

/** The articles that libraries pass over when they file a title; French ones with an apostrophe stand without space. */
const articles = { en: /^(The|An|A)\s+(?=\S)/, fr: /^(Les?\s+|La\s+|L[’'])(?=\S)/ } as const;

export function metadataOf(edition: Edition, accessibility: EpubAccessibility, options: EmitOptions): EpubMetadata {
  const { tag, subtitle, publisher, description, rights } = edition;
  const title = titled(edition, edition.title);
  const filedAs = filedTitle(title, edition.language);
  const date = edition.issued?.iso ?? edition.modified?.iso;
  return {
    identifier: identifierOf(edition),
    tag,
    title,
    ...(filedAs !== title && { titleFiledAs: filedAs }),
    ...(subtitle !== undefined && { subtitle }),
    creators: edition.authors,
    ...(publisher !== undefined && { publisher }),
    ...(description !== undefined && { description }),
    ...(rights !== undefined && { rights }),
    subjects: edition.subjects,
    ...(date !== undefined && { date }),
    modified: options.instant,
    generator: options.generator,
    accessibility,
  };
}

/** The same in every build of this edition: a reader knows a newer copy by `modified`, not by another identifier. */
export function identifierOf({ settings, id }: Edition): string {
  return uuidOf(`${settings.url ?? 'urn:diptych'}/${settings.id}/${id}`);
}

/** "Border, The"; « frontière, La ». */
function filedTitle(title: string, language: Edition['language']): string {
  const article = articles[language].exec(title)?.[0];
  if (article === undefined) return title;
  const rest = title.slice(article.length);
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}, ${article.trim()}`;
}
