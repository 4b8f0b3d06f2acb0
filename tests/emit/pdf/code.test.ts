import { expect, it } from 'vitest';
import { emitPdf } from '../../../pipeline/emit/pdf/index.ts';
import { assembled } from '../../helpers/assembled.ts';
import { readPdf } from '../../helpers/pdf.ts';
import { allElements, markedText, structureOf, textUnder } from '../../helpers/pdf-tree.ts';
import { templates } from '../../helpers/templates.ts';

const long = `return "${'a long text that is cut somewhere, '.repeat(5)}"`;
const program = ['def f(a):', '    if a:  # twice', '', '', `        ${long}`, '', 'print(f(2))'].join('\n');

it('keeps the ends of the lines of a program, and none where a line is wrapped, over pages too', async () => {
  const source = `# :en[A]:fr[A]\n\n\`\`\`py\n${Array.from({ length: 12 }, () => program).join('\n')}\n\`\`\``;
  const { value } = await emitPdf(assembled({ one: source }).editions.fr, templates(), {
    instant: '2005-04-19T00:00:00Z',
    generator: 'Diptych 0.0.0',
  });
  const pdf = readPdf(value[0]?.bytes ?? new Uint8Array());
  const marked = markedText(pdf);
  const code = allElements(structureOf(pdf)).filter(({ tag }) => tag === 'Code');
  const said = code.map((element) => textUnder(element, marked));
  expect(said).toEqual([Array.from({ length: 12 }, () => program).join('\n')]);
});
