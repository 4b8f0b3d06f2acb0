/**
 * What comes before packaging, remembered on disk: `node bench/epub/remember.mjs <folder> <file>` reads the publication in
 * the folder, assembles its English edition and lays it out for the list of pages, whose places are nodes of its trees: both go into
 * one file. Says what each took: JSON on its last line.
 */
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
import { assembleEdition } from '../../.build/assemble/index.js';
import { printedOf } from '../../.build/emit/pdf/index.js';
import { transformContext, transformDocument } from '../../.build/plugins/index.js';
import { readPublication, readTemplates } from '../../.build/read/index.js';
import { spent } from '../sample.mjs';

const [folder, file] = process.argv.slice(2);
const begun = process.cpuUsage();
const { value: publication } = await readPublication(folder);
const templates = readTemplates(folder);
const context = transformContext(publication.settings, publication.concepts);
const documents = publication.documents.map((document) => transformDocument(document, context).value);
const { value: edition } = assembleEdition({ ...publication, documents }, 'en', templates);
const parsing = spent(begun);

const from = process.cpuUsage();
const { starts: pages } = await printedOf(edition, templates);
writeFileSync(file, serialize({ edition, pages }));
console.log(JSON.stringify({ parsing, layout: spent(from) }));
