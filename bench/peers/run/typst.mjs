/** Typst, in the faces of our pages: `node bench/peers/run/typst.mjs <file.typ> <out.pdf>`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [file, out] = process.argv.slice(2);
const fonts = fileURLToPath(new URL('../../../templates/fonts', import.meta.url));
const compiler = NodeCompiler.create({ workspace: path.dirname(file), fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(out, compiler.pdf({ mainFilePath: file }));
