import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHighlight } from '../../../pipeline/emit/pdf/highlight.ts';
import { layoutEdition, type TextFragment } from '../../../pipeline/layout/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { fakeFonts } from '../../helpers/fonts.ts';
import { sampleTheme } from '../../helpers/theme.ts';

const program = '// half of it\nexport const half = (n: number) => "a" + n / 2;\n\n\tindented(true);';
const editionOf = (code: string, language = 'ts') =>
  sampleEdition('en', { one: `# One\n\n\`\`\`${language}\n${code}\n\`\`\`\n` });
const { colours } = sampleTheme();

async function fragmentsOf(code: string, language?: string): Promise<TextFragment[]> {
  const edition = editionOf(code, language);
  const { value } = layoutEdition(edition, { fonts: fakeFonts(), highlight: await makeHighlight([edition]) });
  return value.pages.flatMap(({ fragments }) =>
    fragments.filter(
      (one): one is TextFragment => one.kind === 'text' && 'tag' in one.owner && one.owner.tag === 'Code',
    ),
  );
}

const read = (fragments: readonly TextFragment[]) =>
  fragments.map(({ words }) => words.map(({ text, spaceAfter }) => text + (spaceAfter ? ' ' : '')).join('')).join('');
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('a program', () => {
  it('has its keywords in bold, comments quiet and values in colour, each stretch where the last one ends', async () => {
    const fragments = await fragmentsOf(program);
    const look = (text: string) => fragments.find(({ words }) => words.some((word) => word.text === text));
    expect(look('export')).toMatchObject({ face: 'code-bold', colour: colours.ink });
    expect(look('half')).toMatchObject({ colour: colours.quiet }); // the comment's
    expect(look('"a"')).toMatchObject({ face: 'code', colour: colours.link });
    expect(look('2')).toMatchObject({ colour: colours.link });
    const line = fragments.filter(({ baseline }) => baseline === look('export')?.baseline);
    for (const [at, { x, words, size }] of line.entries()) {
      const width = words.reduce((sum, { text, gap }) => sum + text.length * 0.6 * size + gap, 0);
      const next = line[at + 1];
      if (next) expect(next.x).toBeCloseTo(x + width, 6);
    }
  });

  it('keeps every sign, whatever its language', async () => {
    expect(plain(read(await fragmentsOf(program)))).toBe(plain(program));
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'const',
            ' ',
            '  ',
            '"a b"',
            '// no',
            '\n',
            '\t',
            '(x)',
            '12',
            'averyveryverylongnameindeed',
            '中',
          ),
          { maxLength: 60 },
        ),
        fc.constantFrom('ts', 'yaml', 'python', 'nothing'),
        async (parts, language) => {
          const code = parts.join('');
          fc.pre(!code.includes('```'));
          expect(plain(read(await fragmentsOf(code, language)).replaceAll(' ', ''))).toBe(code.replace(/\s+/g, ''));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('is of one colour where its language is not named or not known', async () => {
    for (const language of ['', 'nothing']) {
      for (const fragment of await fragmentsOf(program, language))
        expect(fragment).toMatchObject({ face: 'code', colour: colours.ink });
    }
  });
});
