/**
 * What the rules between the languages cost beyond parsing, and how it grows: pairs of about 150 words a side.
 *
 *   node bench/parity.ts [pairs …]        Node 22.18 or later, which runs TypeScript; 1000 and 10000 pairs unless told
 *
 * Prints pairs, seconds of processor time for parsing and for the rules, milliseconds a pair; the last must stay level,
 * and 1,000 pairs are to take less than 5 seconds.
 */
import type { Publication, SourceDocument } from '../pipeline/model/index.ts';
import { checkParity } from '../pipeline/parity/index.ts';
import { parseDocument } from '../pipeline/read/index.ts';
import { sampleTheme } from '../tests/helpers/theme.ts';

const english = [
  'The forum brings together over 100 officials who work on both sides of the border.',
  'It has met every year since it was set up on September 30, 1997, and costs $2.5 million.',
  'Its members share what they know of new threats (see [the plan](https://www.example.ca/plan-eng.html)).',
  'Each of the 32 points of the plan is in the charge of one office, which reports to the ministers.',
  'Write to info@example.ca, or run `diptych check` to see what is still to be done.',
];
const french = [
  'Le forum réunit plus de 100 fonctionnaires qui travaillent des deux côtés de la frontière.',
  'Il se réunit chaque année depuis sa création, le 30 septembre 1997, et coûte 2,5 millions de dollars.',
  'Ses membres mettent en commun ce qu’ils savent des menaces (voir [le plan](https://www.example.ca/plan-fra.html)).',
  'Chacun des 32 points du plan relève d’un seul bureau, qui rend compte aux ministres.',
  'Écrivez à info@example.ca, ou lancez `diptych check` pour voir ce qui reste à faire.',
];

function passage(sentences: readonly string[], from: number): string {
  return Array.from({ length: 10 }, (_, index) => sentences[(from + index * 3) % sentences.length]).join(' ');
}

/** A document of 50 pairs, every fifth a list. */
function markdownOf(document: number): string {
  const pairs = Array.from({ length: 50 }, (_, index) => {
    const mark = index % 5 === 0 ? '- ' : '';
    const side = (sentences: readonly string[]): string => mark + passage(sentences, document + index);
    return `:::en\n\n${side(english)}\n\n:::\n\n:::fr\n\n${side(french)}\n\n:::\n`;
  });
  return `# :en[Part ${document}]:fr[Partie ${document}]\n\n${pairs.join('\n')}`;
}

function publicationOf(pairs: number): Publication {
  const documents = Array.from({ length: pairs / 50 }, (_, index): SourceDocument => {
    const [id, path, text] = [`part-${index}`, `source/part-${index}.md`, markdownOf(index)];
    return { id, slug: { en: id, fr: id }, path, text, tree: parseDocument(text, path).value };
  });
  return {
    settings: {
      id: 'bench',
      title: { en: 'Bench', fr: 'Banc d’essai' },
      tags: { en: 'en-CA', fr: 'fr-CA' },
      order: ['en', 'fr'],
      documents: [],
      dates: {},
      pdf: { paper: 'letter', theme: sampleTheme() },
      glossary: { link: 'none' },
    },
    documents,
    concepts: [],
    assets: new Map(),
  };
}

/** Seconds of processor time. */
function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

checkParity(publicationOf(100));
const asked = process.argv.slice(2).map(Number);
for (const pairs of asked.length > 0 ? asked : [1000, 10000]) {
  const beginning = process.cpuUsage();
  const publication = publicationOf(pairs);
  const parsing = spent(beginning);
  const before = process.cpuUsage();
  const { diagnostics } = checkParity(publication);
  const rules = spent(before);
  const words = `${pairs} pairs  parsing ${parsing.toFixed(2)} s  rules ${rules.toFixed(2)} s`;
  console.log(`${words}  ${((rules / pairs) * 1000).toFixed(2)} ms a pair  ${diagnostics.length} findings`);
}
