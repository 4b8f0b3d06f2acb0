/** Sets the text with Typst in the same faces, on the same measure: `node bench/pdf/typst.mjs <text> <file>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { sayUsage } from './usage.mjs';

const [words, file] = process.argv.slice(2);
const root = process.cwd();
/** The page, the type and the spaces of `templates/pdf/theme.yaml`. */
const preamble = `
#set document(title: "Bench")
#set page(width: 612pt, height: 792pt, margin: (left: 108pt, right: 164pt, top: 80pt, bottom: 92pt), numbering: "1")
#set text(font: "Source Serif 4", size: 11pt, lang: "en", region: "CA", hyphenate: true, top-edge: 11.5pt, bottom-edge: -4pt)
#set par(justify: true, leading: 0pt, spacing: 7.75pt)
#show heading: it => block(above: 18pt, below: 9pt, text(font: "Source Sans 3", size: 16pt, weight: "regular", it.body))
#outline()
`;
const escaped = (value) => value.replace(/[\\#$@<>_*`[\]]/g, String.raw`\$&`);
const body = JSON.parse(readFileSync(words, 'utf8')).sections.map(
  ({ title, paragraphs }) => `== ${escaped(title)}\n\n${paragraphs.map(escaped).join('\n\n')}`,
);
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [path.join(root, 'templates/fonts')] }] });
const pdf = compiler.pdf({ mainFileContent: `${preamble}${body.join('\n\n')}` });
writeFileSync(file, pdf);
sayUsage(file);
