import { type Concept, type LanguageMap, type LanguageTag, languages } from '../../model/index.ts';
import { sourceText } from './entries.ts';

const context = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  owl: 'http://www.w3.org/2002/07/owl#',
};

interface SkosAbout {
  readonly title: LanguageMap;
  readonly tags: LanguageMap<LanguageTag>;
  /** Of the publication, if it has an address; the concepts' are made from it. */
  readonly url?: string;
  readonly id: string;
}

interface Literal {
  readonly '@value': string;
  readonly '@language': string;
}

/**
 * A termbase as a SKOS concept scheme in JSON-LD 1.1: acronyms and other approved terms are alternative labels, forbidden
 * forms are hidden ones.
 */
export function writeSkos(concepts: readonly Concept[], about: SkosAbout): string {
  const base = about.url ? `${about.url.replace(/\/$/, '')}/glossary#` : `urn:diptych:${about.id}:glossary:`;
  const scheme = `${base}scheme`;
  const literals = (textOf: (concept: 'en' | 'fr') => readonly (string | undefined)[]): readonly Literal[] =>
    languages.flatMap((language) =>
      textOf(language).flatMap((text) =>
        text === undefined ? [] : [{ '@value': text, '@language': about.tags[language] }],
      ),
    );
  const graph = concepts.map((concept) => ({
    '@id': base + concept.id,
    '@type': 'skos:Concept',
    'skos:inScheme': { '@id': scheme },
    'skos:topConceptOf': { '@id': scheme },
    'skos:notation': concept.id,
    ...some(
      'skos:prefLabel',
      literals((language) => [concept[language].term]),
    ),
    ...some(
      'skos:altLabel',
      literals((language) => [concept[language].abbr, ...(concept[language].admitted ?? [])]),
    ),
    ...some(
      'skos:hiddenLabel',
      literals((language) => concept[language].forbidden ?? []),
    ),
    ...some(
      'skos:definition',
      literals((language) => [concept[language].def]),
    ),
    ...some(
      'skos:scopeNote',
      literals((language) => [concept[language].note]),
    ),
    ...(concept.source !== undefined && { 'dct:source': sourceText(concept.source) }),
    ...(concept.evidence !== undefined && { 'skos:editorialNote': concept.evidence }),
    ...(concept.domain !== undefined && { 'dct:subject': concept.domain }),
    ...(concept.status === 'deprecated' && { 'owl:deprecated': true }),
  }));
  const top = {
    '@id': scheme,
    '@type': 'skos:ConceptScheme',
    ...some(
      'dct:title',
      literals((language) => [about.title[language]]),
    ),
    'skos:hasTopConcept': concepts.map(({ id }) => ({ '@id': base + id })),
  };
  return `${JSON.stringify({ '@context': context, '@graph': [top, ...graph] }, undefined, 2)}\n`;
}

function some(key: string, values: readonly Literal[]): Record<string, readonly Literal[]> {
  return values.length > 0 ? { [key]: values } : {};
}
