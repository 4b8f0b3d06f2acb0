/**
 * How long a PDF takes from a ready edition: faces, layout, painting, structure tree, compression. Pages per second
 * are printed first; then each part alone. Repeat with `npm run bench:pdf-parts`.
 */
import { bench, describe } from 'vitest';
import { closeDocument, openDocument } from '../../pipeline/emit/pdf/file/index.ts';
import { loadFonts } from '../../pipeline/emit/pdf/fonts/index.ts';
import { emitPdf } from '../../pipeline/emit/pdf/index.ts';
import { paintEdition } from '../../pipeline/emit/pdf/paint/index.ts';
import { layoutEdition } from '../../pipeline/layout/index.ts';
import { sampleEdition } from '../../tests/helpers/edition.ts';
import { templates } from '../../tests/helpers/templates.ts';

const options = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych' };

const stems =
  'agree border biometric container declare enforcement frontier goods highway information joint knowledge law measure'.split(
    ' ',
  );
const links = 'the of and to in a is for on with by at from as'.split(' ');

/** Words that vary as those of a text do: a few thousand different ones, every third a small one. */
function sentence(seed: number): string {
  const words = Array.from({ length: 19 }, (_, at) => {
    const number = Math.imul(seed * 31 + at, 2654435761) >>> 8;
    const stem = stems[number % stems.length] ?? '';
    return at % 3 === 2
      ? links[number % links.length]
      : `${stem}${['', 's', 'ing', 'ation', 'ed'][number % 5]}${number % 97 === 0 ? number % 1000 : ''}`;
  });
  return `${words.join(' ')}.`;
}

/** About 2,300 words, with headings, a list, a table and a note. */
function document(number: number): string {
  const sections = Array.from({ length: 6 }, (_, index) => {
    const seed = number * 1000 + index * 50;
    const paragraphs = Array.from({ length: 3 }, (_, at) =>
      Array.from({ length: 6 }, (_, k) => sentence(seed + at * 7 + k)).join(' '),
    );
    return `## Section ${index}\n\n${paragraphs.join('\n\n')}[^${index}]\n\n- ${sentence(seed)}\n- ${sentence(seed + 1)}\n\n| N | Value |\n| - | -: |\n| 1 | 2.5 |\n\n[^${index}]: ${sentence(seed + 2)}`;
  });
  return [`# Document ${number}`, ...sections].join('\n\n');
}

const edition = sampleEdition(
  'en',
  Object.fromEntries(Array.from({ length: 80 }, (_, at) => [`document-${at}`, document(at)])),
);
const fonts = await loadFonts(templates());
const paged = layoutEdition(edition, { fonts }).value;

const begin = performance.now();
await emitPdf(edition, templates(), options);
const seconds = (performance.now() - begin) / 1000;
console.log(
  `${paged.pages.length} pages in ${seconds.toFixed(2)} s: ${Math.round(paged.pages.length / seconds)} pages a second`,
);

describe(`${paged.pages.length} pages`, () => {
  const repeat = { iterations: 3, warmupIterations: 1, time: 0 };
  bench('faces read', async () => void (await loadFonts(templates())), repeat);
  bench('layout', () => void layoutEdition(edition, { fonts }), repeat);
  bench(
    'paint',
    async () => {
      const doc = await openDocument(edition, options);
      paintEdition(doc, paged, { fonts, pictures: new Map() });
      closeDocument(doc);
    },
    repeat,
  );
});
