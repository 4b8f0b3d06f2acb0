import type { PhrasingContent, Table, TableRow } from 'mdast';
import { collator, typeset } from '../language/index.ts';
import { fill, type Language, otherLanguage } from '../model/index.ts';
import type { Assembly } from './assembly.ts';
import { designationOf } from './glossary.ts';

/** Every concept of the glossary, in the order of one language, with what the other calls it. Nothing without a concept. */
export function lexiconOf(assembly: Assembly): Table[] {
  const { publication, language, tag, typography, strings } = assembly;
  const compare = collator(tag);
  const concepts = [...publication.concepts].sort((one, two) => compare(one[language].term, two[language].term));
  if (concepts.length === 0) return [];
  const cellsOf = (contents: readonly PhrasingContent[][]): TableRow => ({
    type: 'tableRow',
    children: contents.map((children) => ({ type: 'tableCell', children })),
  });
  const nameOf = (each: Language): PhrasingContent[] => [
    { type: 'text', value: typeset(fill(strings, `edition.lexicon.${each}`), tag, typography) },
  ];
  const other = otherLanguage(language);
  const rows = concepts.map((concept) =>
    cellsOf([
      designationOf(concept, language, assembly),
      [
        {
          type: 'span',
          data: { lang: publication.settings.tags[other] },
          children: designationOf(concept, other, assembly),
        },
      ],
    ]),
  );
  return [{ type: 'table', align: [null, null], children: [cellsOf([nameOf(language), nameOf(other)]), ...rows] }];
}
