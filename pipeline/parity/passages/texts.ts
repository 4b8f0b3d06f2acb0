import type {
  Concept,
  LanguageMap,
  Memory,
  Places,
  Position,
  Publication,
  Settings,
  SourceDocument,
} from '../../model/index.ts';
import type { Passage, PassageContext, Role } from './passage.ts';
import { textSide } from './side.ts';

const settingsPath = 'source/publication.yaml';
const glossaryPath = 'source/glossary.yaml';

/** Texts that stand in YAML: of the publication, of each document's front matter, of the glossary. */
export function textsOf({ settings, documents, concepts }: Publication, memory: Memory): readonly Passage[] {
  return [
    ...memory.recall('settings texts', [settings], () => settingsTexts(settings)),
    ...documents.flatMap((document) => {
      const own = memory.part(document.path);
      return own.recall('texts', [document], () => own.same('texts', documentTexts(document)));
    }),
    ...memory.recall('concept texts', [concepts], () => concepts.flatMap(conceptTexts)),
  ];
}

function settingsTexts(settings: Settings): readonly Passage[] {
  const of = entriesOf(settingsPath, settings.places);
  return [
    ...of('title', settings.title, 'title'),
    ...of('subtitle', settings.subtitle, 'title'),
    ...of('description', settings.description, 'text'),
    ...of('publisher', settings.publisher, 'name'),
    ...of('contact.name', settings.contact?.name, 'name'),
    ...of('notices', settings.notices, 'text'),
    ...of('rights', settings.rights, 'text'),
  ];
}

function documentTexts({ path, places, title, description }: SourceDocument): readonly Passage[] {
  const of = entriesOf(path, places);
  return [...of('title', title, 'title'), ...of('description', description, 'text')];
}

function conceptTexts({ id, en, fr, places }: Concept): readonly Passage[] {
  const of = entriesOf(glossaryPath, places, id);
  const both = (key: 'term' | 'def' | 'note'): LanguageMap | undefined => {
    const [one, two] = [en[key], fr[key]];
    return one !== undefined && two !== undefined ? { en: one, fr: two } : undefined;
  };
  return [...of('term', both('term'), 'name'), ...of('def', both('def'), 'text'), ...of('note', both('note'), 'text')];
}

type Entries = (key: string, text: LanguageMap | undefined, role: Role) => readonly Passage[];

/** @param owner - Unit that all of them belong to; the key itself unless told. */
function entriesOf(path: string, places: Places = {}, owner?: string): Entries {
  return (key, text, role) => {
    if (!text) return [];
    const placeOf = (language: 'en' | 'fr'): Position => {
      const own = owner === undefined ? `${key}.${language}` : `${language}.${key}`;
      return places[own] ?? places[key] ?? beginning;
    };
    const sides = {
      en: textSide(text.en, placeOf('en'), 'en'),
      fr: textSide(text.fr, placeOf('fr'), 'fr'),
    };
    if (text.en === text.fr && samePlace(sides.en.position, sides.fr.position)) return []; // one value for both
    const position = { start: sides.en.position.start, end: sides.fr.position.end };
    const part = { role, ...sides };
    return [{ path, unit: owner ?? key, position, first: 'en', parts: [part], differences: [], context: plainContext }];
  };
}

const beginning: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** A scalar of YAML is pointed at as a whole. */
const plainContext: PassageContext = {
  spot: (side) => side.position,
  quote: () => '',
  target: (url) => url,
  called: { en: new Set(), fr: new Set() },
  defined: { en: new Set(), fr: new Set() },
  shown: { en: new Set(), fr: new Set() },
};

function samePlace(one: Position, two: Position): boolean {
  return one.start.line === two.start.line && one.start.column === two.start.column;
}
