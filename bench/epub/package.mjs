/** Packages a remembered edition: `node bench/epub/package.mjs <file> <book.epub>`, after `npm run compile`. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deserialize } from 'node:v8';
import { keepMemoryLow } from '../../.build/commands/thrift.js';
import { emitEpub } from '../../.build/emit/epub/index.js';

const [file, book] = process.argv.slice(2);
keepMemoryLow(); // as the command line does
const { edition, pages } = deserialize(readFileSync(file));
const { strings } = edition;
const bytes = (name) => readFileSync(path.join('templates', name));
const templates = { bytes, text: (name) => bytes(name).toString('utf8'), strings: { en: strings, fr: strings } };
const options = { instant: '2005-04-19T00:00:00Z', generator: 'Diptych', pages };
const { value } = await emitEpub(edition, templates, options);
writeFileSync(book, value[0].bytes);
