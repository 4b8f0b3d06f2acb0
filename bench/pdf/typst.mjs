/** Sets the text with Typst in the same faces, on the same measure: `node bench/pdf/typst.mjs <text> <file>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { escaped, preamble } from './preamble.mjs';
import { sayUsage } from './usage.mjs';

const [words, file] = process.argv.slice(2);
const root = process.cwd();
const body = JSON.parse(readFileSync(words, 'utf8')).sections.map(
  ({ title, paragraphs }) => `== ${escaped(title)}\n\n${paragraphs.map(escaped).join('\n\n')}`,
);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [path.join(root, 'templates/fonts')] }] });
const pdf = compiler.pdf({ mainFileContent: [preamble({ title: 'Bench', language: 'en' }), ...body].join('\n\n') });
writeFileSync(file, pdf);
sayUsage(file);
