import { describe, expect, test } from 'vitest';
import { layoutEdition, type StructureElement, type TextFragment } from '../../pipeline/layout/index.ts';
import type { Language } from '../../pipeline/model/index.ts';
import { assembled } from '../helpers/assembled.ts';
import { sampleEdition } from '../helpers/edition.ts';
import { fakeFonts } from '../helpers/fonts.ts';
import { elementsOf, fragmentsOf, textOfFragment, textOfStructure } from './reading.ts';

const fonts = fakeFonts();

/** The lines of an element, a hyphen shown where one is painted; `/` ends a line inside a word without one. */
function linesOf(element: StructureElement): string[] {
  const lines = new Map<number, TextFragment[]>();
  for (const fragment of fragmentsOf(element)) {
    if (fragment.kind !== 'text') continue;
    lines.set(fragment.baseline, [...(lines.get(fragment.baseline) ?? []), fragment]);
  }
  return [...lines.values()].map((line, index) => {
    const text = line.map(textOfFragment).join('');
    if (line.at(-1)?.hyphen) return `${text}-`;
    return text.endsWith(' ') || index === lines.size - 1 ? text.trimEnd() : `${text}/`;
  });
}

function cellsOf(language: Language, markdown: string): { lines: Map<string, string[]>; said: string[] } {
  const { value, diagnostics } = layoutEdition(sampleEdition(language, { one: markdown }), { fonts });
  const cells = elementsOf(value.structure).filter(({ tag }) => tag === 'TD' || tag === 'TH');
  return {
    lines: new Map(cells.map((cell) => [textOfStructure(cell), linesOf(cell)])),
    said: diagnostics.map(({ rule }) => rule),
  };
}

function table(...cells: string[]): string {
  const row = `| ${cells.join(' | ')} |`;
  return `# A table\n\n${row}\n${'| --- '.repeat(cells.length)}|\n${row}\n`;
}

const eight = {
  en: table(
    'Interdepartmental responsibilities',
    'Implementation schedule',
    'Intergovernmental coordination',
    'Accountability',
    'Environmental considerations',
    'Recommendations',
    'Telecommunications',
    'Notes',
  ),
  fr: table(
    'Responsabilités interministérielles',
    'Échéancier d’implantation',
    'Coordination intergouvernementale',
    'Imputabilité',
    'Considérations environnementales',
    'Recommandations',
    'Télécommunications',
    'Remarques',
  ),
} as const;

describe.each(['en', 'fr'] as const)('eight narrow columns in %s', (language) => {
  const { lines, said } = cellsOf(language, eight[language]);

  test('no word is cut between letters: those too long are hyphenated', () => {
    const all = [...lines.values()].flat();
    expect(lines.size).toBe(8);
    expect(all.filter((line) => line.endsWith('/'))).toEqual([]);
    expect(all.filter((line) => line.endsWith('-')).length).toBeGreaterThan(0);
    expect(said).toEqual(['table-fits']);
  });
});

test('a word is hyphenated where its author put soft hyphens, in a cell and in a heading', () => {
  const word = 'Xq7ztrm\u00adnpvkxq7\u00adztrmnpv\u00adkxq7ztrm';
  const { lines } = cellsOf('en', table(...Array.from({ length: 8 }, () => word)));
  expect([...lines.values()].flat().every((line) => line.endsWith('-') || line === 'kxq7ztrm')).toBe(true);
  const heading = `# Title\n\n## ${'Xq7ztrm\u00ad'.repeat(12)}end\n`;
  const { value, diagnostics } = layoutEdition(sampleEdition('en', { one: heading }), { fonts });
  const set = elementsOf(value.structure).filter(({ tag }) => tag === 'H2');
  expect(set.map(linesOf).map(([first]) => first?.endsWith('m-'))).toEqual([true]);
  expect(diagnostics).toEqual([]);
});

test('columns keep their longest words whole where there is room for them', () => {
  const { lines } = cellsOf('fr', table('Responsabilités', 'Interministérielles', 'un mot '.repeat(30)));
  expect(lines.get('Responsabilités')).toEqual(['Responsabilités']);
  expect(lines.get('Interministérielles')).toEqual(['Interministérielles']);
});

test.each([1, 2, 3, 4, 5, 6])('code in a heading of depth %i is set in the code face', (depth) => {
  const markdown = `# Title\n\n${'#'.repeat(depth)} The \`build\` command\n`;
  const { value } = layoutEdition(sampleEdition('en', { one: markdown }), { fonts });
  const codes = elementsOf(value.structure).filter(({ tag }) => tag === 'Code');
  const faces = codes.flatMap(fragmentsOf).map((fragment) => (fragment.kind === 'text' ? fragment.face : ''));
  expect(faces.length).toBeGreaterThan(0);
  for (const face of faces) expect(face).toMatch(/^code/);
});

test('a link into the other edition that leads nowhere in the book keeps the language of its words', () => {
  const markdown = '# One\n\nSee :ref[le texte français]{#one lang=fr}.';
  const { value } = layoutEdition(assembled({ one: markdown }).editions.en, { fonts });
  const marked = elementsOf(value.structure).filter(({ lang }) => lang === 'fr-CA');
  expect(marked.map((element) => [element.tag, textOfStructure(element)])).toContainEqual([
    'Span',
    'le texte français',
  ]);
});
