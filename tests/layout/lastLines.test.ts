import { describe, expect, test } from 'vitest';
import { layoutEdition, type StructureElement, type TextFragment } from '../../pipeline/layout/index.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { elementsOf, fragmentsOf, textOfFragment } from './reading.ts';

const fonts = fakeFonts();
const indent = 40;

const words =
  'Précisez la langue de vérification pour chaque diapositive et passez en revue les résultats dans le volet du vérificateur d’accessibilité avant de recueillir les commentaires des participantes aux fins d’amélioration'.split(
    ' ',
  );

/** Paragraphs of nine words and more, beginning at every word, one for each way to end. */
const paragraphs = words.flatMap((_, from) =>
  [9, 10, 11, 12, 13, 19, 20, 21, 22].map((count) =>
    Array.from({ length: count }, (_, at) => words[(from + at) % words.length]).join(' '),
  ),
);

interface Line {
  readonly text: string;
  readonly hyphen: boolean;
  readonly width: number;
}

function linesOf(element: StructureElement): Line[] {
  const lines = new Map<number, TextFragment[]>();
  for (const fragment of fragmentsOf(element)) {
    if (fragment.kind === 'text') lines.set(fragment.baseline, [...(lines.get(fragment.baseline) ?? []), fragment]);
  }
  return [...lines.values()].map((line) => {
    const text = line.map(textOfFragment).join('').trim();
    const width = line.reduce((sum, { face, size }) => sum + (fonts(face).width(text) * size) / 1000, 0);
    return { text, hyphen: line.at(-1)?.hyphen === true, width };
  });
}

const { value } = layoutEdition(sampleEdition('fr', { one: `# Un\n\n${paragraphs.join('\n\n')}\n` }), { fonts });
const broken = elementsOf(value.structure)
  .filter(({ tag }) => tag === 'P')
  .map(linesOf)
  .filter(({ length }) => length > 1);

describe('the last line of a paragraph', () => {
  test('is never the rest of a word', () => {
    expect(broken.length).toBeGreaterThan(200);
    const rests = broken.filter((lines) => lines.at(-2)?.hyphen && !lines.at(-1)?.text.includes(' '));
    expect(rests.map((lines) => lines.map(({ text }) => text))).toEqual([]);
  });

  test('is longer than an indent but where the lines before had holes', () => {
    const short = broken.filter((lines) => (lines.at(-1)?.width ?? 0) < indent);
    expect(short.length / broken.length).toBeLessThan(0.1); // by chance, of lines of 340 pt: 0.12
    expect(short.length).toBeGreaterThan(0);
  });
});
