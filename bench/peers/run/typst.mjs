/** Typst, in the faces of our pages: `node bench/peers/run/typst.mjs <folder> <file in it> <out.pdf>`. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

const [source, main, out] = process.argv.slice(2);
const fonts = fileURLToPath(new URL('../../../templates/fonts', import.meta.url));
const compiler = NodeCompiler.create({ workspace: source, fontArgs: [{ fontPaths: [fonts] }] });
writeFileSync(out, compiler.pdf({ mainFilePath: path.join(source, main) }));
