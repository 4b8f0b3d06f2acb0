/** Sets the text with this project and writes the PDF: `node bench/pdf/diptych.mjs <text> <file> [ua-1|ua-2]`, after `npm run compile`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keepMemoryLow } from '../../.build/commands/thrift.js';
import { emitPdf } from '../../.build/emit/pdf/index.js';
import { sampleEdition } from '../sample.mjs';
import { sayUsage } from './usage.mjs';

const [words, file, pdfStandard] = process.argv.slice(2);
const root = process.cwd();
const { sections, strings, theme } = JSON.parse(readFileSync(words, 'utf8'));
const bytes = (name) => readFileSync(path.join(root, 'templates', name));
const templates = { bytes, text: (name) => bytes(name).toString('utf8'), strings: { en: strings, fr: strings } };

const text = (value) => ({ type: 'text', value });
const children = sections.flatMap(({ title, paragraphs }, index) => [
  { type: 'heading', depth: 2, data: { id: `section-${index}` }, children: [text(title)] },
  ...paragraphs.map((value) => ({ type: 'paragraph', children: [text(value)] })),
]);
const contents = sections.map(({ title }, index) => ({
  target: { document: 'bench', id: `section-${index}` },
  depth: 2,
  title: [text(title)],
  text: title,
  children: [],
}));
const edition = sampleEdition('en', children, { strings, theme, contents });

keepMemoryLow(); // as the command line does
const { value } = await emitPdf(edition, templates, {
  instant: '2005-04-19T00:00:00Z',
  generator: 'Diptych',
  pdfStandard,
});
writeFileSync(file, value[0].bytes);
sayUsage(file);
