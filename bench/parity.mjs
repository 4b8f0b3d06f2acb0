/**
 * What the rules between the languages cost beyond parsing, and how it grows: pairs of about 150 words a side.
 *
 *   npm run bench:parity [-- pairs …]        1000 and 10000 pairs unless told
 *
 * Prints pairs, seconds of processor time for parsing and for the rules, milliseconds a pair; the last must stay level,
 * and 1,000 pairs are to take less than 5 seconds.
 */
import { readFileSync } from 'node:fs';
import { checkParity } from '../.build/parity/index.js';
import { parseDocument } from '../.build/read/index.js';
import { sampleSettings, spent } from './sample.mjs';

/** Sentences of each language that say the same: some two hundred, with figures, and five with links and code. */
const pairs = [
  ...readFileSync(new URL('../tests/parity/figures.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(' | ')),
  [
    'The forum brings together over 100 officials who work on both sides of the border.',
    'Le forum réunit plus de 100 fonctionnaires qui travaillent des deux côtés de la frontière.',
  ],
  [
    'Its members share what they know of new threats (see [the plan](https://www.example.ca/plan-eng.html)).',
    'Ses membres mettent en commun ce qu’ils savent des menaces (voir [le plan](https://www.example.ca/plan-fra.html)).',
  ],
  [
    'Each of the 32 points of the plan is in the charge of one office, which reports to the ministers.',
    'Chacun des 32 points du plan relève d’un seul bureau, qui rend compte aux ministres.',
  ],
  [
    'Write to info@example.ca, or run `diptych check` to see what is still to be done.',
    'Écrivez à info@example.ca, ou lancez `diptych check` pour voir ce qui reste à faire.',
  ],
];

/** About 150 words: half of them from the sentences with links and code. */
function passage(side, from) {
  return Array.from({ length: 16 }, (_, index) => {
    const at = index % 2 === 0 ? pairs.length - 1 - ((from + index) % 4) : (from * 7 + index * 31) % pairs.length;
    return pairs[at][side].replace(/[^.]$/, '$&.');
  }).join(' ');
}

/** A document of 50 pairs, every fifth a list. */
function markdownOf(document) {
  const blocks = Array.from({ length: 50 }, (_, index) => {
    const mark = index % 5 === 0 ? '- ' : '';
    const written = (side) => mark + passage(side, document * 50 + index);
    return `:::en\n\n${written(0)}\n\n:::\n\n:::fr\n\n${written(1)}\n\n:::\n`;
  });
  return `# :en[Part ${document}]:fr[Partie ${document}]\n\n${blocks.join('\n')}`;
}

function publicationOf(count) {
  const documents = Array.from({ length: count / 50 }, (_, index) => {
    const [id, path, text] = [`part-${index}`, `source/part-${index}.md`, markdownOf(index)];
    return { id, slug: { en: id, fr: id }, path, text, tree: parseDocument(text, path).value };
  });
  return { settings: sampleSettings, documents, concepts: [], assets: new Map() };
}

checkParity(publicationOf(100));
const asked = process.argv.slice(2).map(Number);
for (const count of asked.length > 0 ? asked : [1000, 10000]) {
  const beginning = process.cpuUsage();
  const publication = publicationOf(count);
  const parsing = spent(beginning);
  const before = process.cpuUsage();
  const { diagnostics } = checkParity(publication);
  const rules = spent(before);
  const words = `${count} pairs  parsing ${parsing.toFixed(2)} s  rules ${rules.toFixed(2)} s`;
  console.log(`${words}  ${((rules / count) * 1000).toFixed(2)} ms a pair  ${diagnostics.length} findings`);
}
