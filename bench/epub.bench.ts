/**
 * How long a book takes from a ready edition: chapters, links, metadata, packaging, and the cover, painted once.
 * Repeat with `npm run bench:epub`. Parsing is not in it: that is measured where it is done.
 */
import { bench, describe } from 'vitest';
import { emitEpub } from '../pipeline/emit/epub/index.ts';
import { sampleEdition } from '../tests/helpers/edition.ts';
import { templates } from '../tests/helpers/templates.ts';

const words = 'Both countries share information in good time and in a consistent way, within and between them. ';

/** About 1,750 words, with lists, a table, links and notes. */
function document(number: number): string {
  const sections = Array.from({ length: 8 }, (_, index) => {
    const list = Array.from(
      { length: 4 },
      (_, item) => `- item ${item} with [a link](https://example.org/${item})`,
    ).join('\n');
    const table = '| Item | Amount |\n| --- | ---: |\n| One | 1.50 |\n| Two | 2.75 |';
    return `## Section ${index}\n\n${words.repeat(10)}[^${index}]\n\n${list}\n\n${table}\n\n[^${index}]: Note ${index}.`;
  });
  return [`# Document ${number}`, ...sections].join('\n\n');
}

describe.each([10, 100])('a book of %d documents', (count) => {
  const names = Array.from({ length: count }, (_, index) => [`document-${index}`, document(index)] as const);
  const edition = sampleEdition('en', Object.fromEntries(names));
  const shipped = templates();
  bench(
    'emitEpub',
    async () => {
      await emitEpub(edition, shipped, { instant: '2005-04-19T00:00:00Z', generator: 'Diptych' });
    },
    { iterations: 3, warmupIterations: 1, time: 0 },
  );
});
