import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { mergeTerms, readCsv, readTbx, writeCsv, writeSkos, writeTbx } from '../../../pipeline/exchange/index.ts';
import type { Concept, Designation } from '../../../pipeline/model/index.ts';
import { readGlossary } from '../../../pipeline/read/index.ts';
import { elementsIn, parseXml, textIn } from '../../helpers/xml.ts';

const about = { title: { en: 'Terms & more', fr: 'Termes <et plus>' }, tags: { en: 'en-CA', fr: 'fr-CA' } };

/** As a glossary gives a text: no white space at its ends or in double, nothing that XML cannot hold. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((each) =>
    each
      .replace(/\p{Control}|\p{Surrogate}|[\ufffe\uffff]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((each) => each !== '' && !each.startsWith('diptych: '));
const several = fc.uniqueArray(text, { minLength: 1, maxLength: 3 });

/** Texts of a YAML block, with their line breaks. */
const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map((each) => each.join('\n'));
const source = fc.oneof(
  lines,
  text.map((each) => `{${each}`),
  fc.dictionary(fc.stringMatching(/^[a-z]{1,4}$/), fc.oneof(lines, several), { minKeys: 1, maxKeys: 3 }),
);

const designation: fc.Arbitrary<Designation> = fc.record(
  {
    term: text,
    abbr: text,
    plural: text,
    forms: several,
    admitted: several,
    gender: fc.constantFrom('m' as const, 'f' as const),
    def: lines,
    note: lines,
    forbidden: several,
  },
  { requiredKeys: ['term'] },
);
const status: fc.Arbitrary<Concept['status']> = fc.constantFrom('preferred', 'admitted', 'deprecated');
const concepts = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/), { minLength: 1, maxLength: 4 })
  .chain((ids) =>
    fc.tuple(
      ...ids.map((id) =>
        fc
          .record(
            {
              en: designation,
              fr: designation,
              status,
              caseSensitive: fc.boolean(),
              domain: text,
              source,
              evidence: lines,
            },
            { requiredKeys: ['en', 'fr', 'status', 'caseSensitive'] },
          )
          .map((rest): Concept => ({ id, ...rest })),
      ),
    ),
  );

describe('round trips lose nothing', () => {
  test.each(['dca', 'dct'] as const)('TBX, %s', (style) => {
    fc.assert(
      fc.property(concepts, (made) => {
        expect(readTbx(writeTbx(made, { ...about, style }))).toEqual({ concepts: made, incomplete: [] });
      }),
    );
  });

  test('CSV', () => {
    fc.assert(
      fc.property(concepts, (made) => {
        expect(readCsv(writeCsv(made))).toEqual({ concepts: made, incomplete: [] });
      }),
    );
  });

  test('into a glossary, which reads them as they were; a second import changes nothing', () => {
    fc.assert(
      fc.property(concepts, (made) => {
        const { text: yaml, added } = mergeTerms('# Terms\n', made);
        expect(added).toBe(made.length);
        const { value } = readGlossary(yaml, 'source/glossary.yaml');
        const isPlaceholder = value.length === 0; // a text such as “TBD” is none
        if (!isPlaceholder) expect(value.map(({ places: _, ...concept }) => concept)).toEqual(made);
        expect(mergeTerms(yaml, made)).toEqual({ text: yaml, added: 0, changed: 0 });
      }),
    );
  });
});

describe('TBX that is written', () => {
  const schema = new RelaxNGSchema(readFileSync('tests/exchange/termbase/tbx.rng', 'utf8'));
  const own = readGlossary(readFileSync('source/glossary.yaml', 'utf8'), 'source/glossary.yaml').value;

  test.each(['dca', 'dct'] as const)('is as its grammar asks, %s', (style) => {
    schema.check(writeTbx(own, { ...about, style }));
    fc.assert(fc.property(concepts, (made) => schema.check(writeTbx(made, { ...about, style }))));
  });

  test('and a grammar that has seen nothing would not have said so', () => {
    const right = writeTbx(own, { ...about, style: 'dca' });
    for (const wrong of [
      right.replace('type="TBX-Basic"', 'type="TBX"'),
      right.replace('fullForm', 'full form'),
      right.replace(/<term>.*<\/term>/, ''),
      right.replace('langSec xml:lang="en-CA"', 'langSec'),
      right.replace('style="dca"', 'style="dct"'),
    ]) {
      expect(wrong).not.toBe(right);
      expect(() => schema.check(wrong)).toThrow();
    }
  });

  test('another reader finds every term in it, under its language', () => {
    const root = parseXml(writeTbx(own, { ...about, style: 'dca' }));
    const found = [...elementsIn(root)].flatMap(({ element, around }) => {
      const language = around.find(({ name }) => name === 'langSec')?.attributes['xml:lang'];
      const entry = around.find(({ name }) => name === 'conceptEntry')?.attributes.id;
      return element.name === 'term' ? [`${entry} ${language} ${textIn(element)}`] : [];
    });
    const wanted = own.flatMap(({ id, en, fr }) =>
      [en, fr].flatMap((each, index) =>
        formsOf(each).map((form) => `${/^\d/.test(id) ? '_' : ''}${id} ${['en-CA', 'fr-CA'][index]} ${form}`),
      ),
    );
    expect(own.length).toBeGreaterThan(20);
    expect(found).toEqual(wanted);
  });
});

function formsOf({ term, abbr, plural, forms = [], admitted = [], forbidden = [] }: Designation): readonly string[] {
  return [term, ...(abbr ? [abbr] : []), ...(plural ? [plural] : []), ...forms, ...admitted, ...forbidden];
}

test('SKOS has every label under its language, and one identifier for each concept', () => {
  fc.assert(
    fc.property(concepts, (made) => {
      const read = JSON.parse(writeSkos(made, { ...about, id: 'x' }));
      const [scheme, ...graph] = read['@graph'];
      expect(new Set(graph.map((each: { '@id': string }) => each['@id'])).size).toBe(made.length);
      expect(scheme['skos:hasTopConcept']).toEqual(graph.map((each: { '@id': string }) => ({ '@id': each['@id'] })));
      for (const [index, { en, fr }] of made.entries()) {
        expect(graph[index]['skos:prefLabel']).toEqual([
          { '@value': en.term, '@language': 'en-CA' },
          { '@value': fr.term, '@language': 'fr-CA' },
        ]);
        const hidden = (graph[index]['skos:hiddenLabel'] ?? []).map((each: { '@value': string }) => each['@value']);
        expect(graph[index]['skos:editorialNote']).toBe(made[index]?.evidence);
        expect('dct:source' in graph[index]).toBe(made[index]?.source !== undefined);
        expect(hidden).toEqual([...(en.forbidden ?? []), ...(fr.forbidden ?? [])]);
      }
    }),
  );
});

/** A RELAX NG grammar, in the hands of libxml2. */
class RelaxNGSchema {
  readonly #grammar: string;

  constructor(grammar: string) {
    this.#grammar = grammar;
  }

  /** @throws when the document is not valid. */
  check(source: string): void {
    using grammar = XmlDocument.fromString(this.#grammar);
    using validator = RelaxNGValidator.fromDoc(grammar);
    using document = XmlDocument.fromString(source);
    validator.validate(document);
  }
}
