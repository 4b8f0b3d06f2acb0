import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import { type Concept, type Designation, languages } from '../../model/index.ts';

/** What an import does to a glossary. */
export interface Merged {
  readonly text: string;
  readonly added: number;
  readonly changed: number;
}

/**
 * Puts concepts into a glossary: new ones at its end, those that it has in their place, with its comments kept. A fact
 * that the import does not state stays.
 *
 * @param text - Of `glossary.yaml`; valid.
 */
export function mergeTerms(text: string, concepts: readonly Concept[]): Merged {
  const document = parseDocument(text);
  if (!isSeq(document.contents)) document.contents = document.createNode([]) as unknown as typeof document.contents;
  const places = placesOf(document);
  const counts = { added: 0, changed: 0 };
  for (const concept of concepts) {
    const place = places.get(concept.id);
    if (place === undefined) {
      document.add(document.createNode(writtenOf(concept)));
      counts.added += 1;
    } else if (update(document, place, concept)) counts.changed += 1;
  }
  if (counts.added + counts.changed === 0) return { text, ...counts };
  return { text: document.toString({ lineWidth: 0, flowCollectionPadding: false }), ...counts };
}

function placesOf({ contents }: Document.Parsed | Document): ReadonlyMap<string, number> {
  const items = isSeq(contents) ? contents.items : [];
  return new Map(items.flatMap((item, index) => (isMap(item) ? [[String(item.get('id')), index] as const] : [])));
}

/** As an author writes it: without what holds when nothing is said. */
function writtenOf({ id, en, fr, status, domain, source, evidence, caseSensitive }: Concept): object {
  return {
    id,
    en: { ...en },
    fr: { ...fr },
    ...(status !== 'preferred' && { status }),
    ...(domain !== undefined && { domain }),
    ...(source !== undefined && { source }),
    ...(evidence !== undefined && { evidence }),
    ...(caseSensitive && { caseSensitive }),
  };
}

function update(document: Document, place: number, concept: Concept): boolean {
  let isChanged = false;
  const set = (path: readonly (string | number)[], value: unknown): void => {
    const before = document.getIn(path);
    const plain = isSeq(before) || isMap(before) ? before.toJSON() : before;
    if (JSON.stringify(plain) === JSON.stringify(value)) return;
    document.setIn(path, document.createNode(value));
    isChanged = true;
  };
  for (const language of languages) {
    const side = document.getIn([place, language]);
    const isPlain = !isMap(side); // a term alone stands for a map that has nothing else
    for (const [fact, value] of Object.entries(concept[language]) as [keyof Designation, unknown][]) {
      if (isPlain && fact === 'term' && side === value) continue;
      if (isPlain && !isMap(document.getIn([place, language]))) {
        document.setIn([place, language], document.createNode({ term: side }));
      }
      set([place, language, fact], value);
    }
  }
  if (concept.status !== (document.getIn([place, 'status']) ?? 'preferred')) set([place, 'status'], concept.status);
  if (concept.domain !== undefined) set([place, 'domain'], concept.domain);
  if (concept.source !== undefined) set([place, 'source'], concept.source);
  if (concept.evidence !== undefined) set([place, 'evidence'], concept.evidence);
  if (concept.caseSensitive) set([place, 'caseSensitive'], true);
  return isChanged;
}
