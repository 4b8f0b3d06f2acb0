import type { Concept, Language, LanguageMap, Places, Publication, Settings, SourceDocument } from '../model/index.ts';
import { type DraftUnit, type Side, textSide } from './unit.ts';

/** The texts of `publication.yaml`: `publication.yaml#title`, `publication.yaml#contact.name` … */
export function settingsUnits({ settings }: Publication): readonly DraftUnit[] {
  const { title, subtitle, description, publisher, authors = [], contact, notices, rights, subjects } = settings;
  const texts: readonly (readonly [key: string, text: LanguageMap | undefined])[] = [
    ['title', title],
    ['subtitle', subtitle],
    ['description', description],
    ['publisher', publisher],
    ...authors.map((author, at) => [authors.length > 1 ? `authors.${at + 1}` : 'authors', author] as const),
    ['contact.name', contact?.name],
    ['notices', notices],
    ['rights', rights],
    ['subjects', subjects && { en: subjects.en.join('; '), fr: subjects.fr.join('; ') }],
  ];
  const path = 'source/publication.yaml';
  return texts.flatMap(([key, text]) =>
    entry(`publication.yaml#${key}`, text, { path, key, places: settings.places, settings }),
  );
}

/** The texts of a document's front matter: `overview.title`. */
export function frontMatterUnits(document: SourceDocument, settings: Settings): readonly DraftUnit[] {
  const { id, path, places } = document;
  return (['title', 'description'] as const).flatMap((key) =>
    entry(`${id}.${key}`, document[key], { path, key, places, settings }).map((unit) => ({ ...unit, document: id })),
  );
}

/** An entry of the glossary is one unit: `glossary.yaml#ibet`. */
export function conceptUnits({ concepts, settings }: Publication): readonly DraftUnit[] {
  const path = 'source/glossary.yaml';
  return concepts.map((concept) => {
    const sides = settings.order.map((language): Side => {
      const position = concept.places?.[`${language}.term`] ?? concept.places?.[language];
      return textSide(designationText(concept, language), { language, path, position });
    });
    return { name: `glossary.yaml#${concept.id}`, sides, place: 'file' };
  });
}

function designationText(concept: Concept, language: Language): string {
  const { term, abbr, plural, def, note } = concept[language];
  return [term, abbr, plural, def, note].filter((part) => part !== undefined).join('\n');
}

/** None where both languages share one text. */
function entry(
  name: string,
  text: LanguageMap | undefined,
  at: { path: string; key: string; places: Places | undefined; settings: Settings },
): readonly DraftUnit[] {
  if (!text || text.en === text.fr) return [];
  const { path, key, places, settings } = at;
  const sides = settings.order.map((language) => {
    const position = places?.[`${key}.${language}`] ?? places?.[key];
    return textSide(text[language], { language, path, position });
  });
  return [{ name, sides, place: 'file' }];
}
