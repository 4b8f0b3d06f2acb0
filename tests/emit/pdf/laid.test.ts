import { expect, it, vi } from 'vitest';
import { emitPdf, printedOf } from '../../../pipeline/emit/pdf/index.ts';
import * as layout from '../../../pipeline/layout/index.ts';
import type { Edition } from '../../../pipeline/model/index.ts';
import { sampleEdition } from '../../helpers/edition.ts';
import { templates } from '../../helpers/templates.ts';

vi.mock('../../../pipeline/layout/index.ts', { spy: true });

const options = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych 0.0.0' };
const shipped = templates();
const startsOf = async (edition: Edition) => (await printedOf(edition, shipped)).starts;
const markdown = { one: '# One\n\n## A section\n\nWords.', two: '# Two' };

it('gives the same beginnings of pages whether they are asked for alone, before the PDF is made, or after it', async () => {
  const [alone, painted] = [sampleEdition('en', markdown), sampleEdition('en', markdown)];
  const before = await startsOf(alone);
  expect(before.map(({ label, part, document }) => [label, part, document])).toEqual([
    ['ii', 'contents', undefined],
    ['1', 'text', 'one'],
    ['2', 'text', 'two'],
    ['3', 'colophon', undefined],
  ]);
  await emitPdf(alone, shipped, options);
  await emitPdf(painted, shipped, options);
  expect(await startsOf(painted)).toEqual(before);
  expect(await startsOf(alone)).toEqual(before);
  expect(layout.layoutEdition).toHaveBeenCalledTimes(3); // never for what was known
});

it('tells whoever asks, and nobody else, that faces cannot be read', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const broken = { ...shipped, text: (name: string) => (name === 'pdf/faces.json' ? '{}' : shipped.text(name)) };
  await expect(emitPdf(sampleEdition('en', markdown), broken, options)).rejects.toThrow('faces.json');
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});
