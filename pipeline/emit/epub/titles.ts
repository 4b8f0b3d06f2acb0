import type { ElementContent } from 'hast';
import type { BilingualEdition, BilingualEntry, ContentsEntry, Edition, LanguageTag } from '../../model/index.ts';
import { phrasingToHast } from '../markup/index.ts';
import { wordsOf } from './hast.ts';
import { type BookSources, markupOptions } from './markup.ts';
import { type Said, sidesOf } from './said.ts';

/** A title of the contents, as words and as phrasing. */
export interface Title extends Said {
  readonly tag: LanguageTag;
  readonly nodes: readonly ElementContent[];
}

/** What an entry of the contents is called, in each language; once where both write the same. */
export function titlesIn(
  edition: Edition | BilingualEdition,
  { formulae }: Pick<BookSources, 'formulae'>,
): (entry: ContentsEntry | BilingualEntry) => Title[] {
  const sides = sidesOf(edition).map((side) => ({ side, options: markupOptions(side, { asset: () => '', formulae }) }));
  return (entry) => {
    const written = sides.flatMap(({ side: { language, tag }, options }) => {
      const own = 'titles' in entry ? entry.titles[language] : entry;
      return own ? [{ tag, own, options }] : [];
    });
    const distinct = written.filter(
      ({ own }, index) => written.findIndex((other) => other.own.text === own.text) === index,
    );
    return distinct.map(({ tag, own, options }) => {
      const nodes = phrasingToHast(own.title, options);
      return {
        tag,
        nodes,
        text: nodes
          .map(wordsOf)
          .join('')
          .replace(/\s*\n\s*/g, ' ')
          .trim(),
      };
    });
  };
}
