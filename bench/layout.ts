/**
 * How layout's time grows with its text: paragraphs of one edition, twice as many each time.
 *
 *   node bench/layout.ts [pages]        Node 22.18 or later, which runs TypeScript
 *
 * Prints pages, milliseconds of processor time, and microseconds a word; the last must stay level.
 */
import { loadFonts } from '../pipeline/emit/pdf/fonts/index.ts';
import { layoutEdition } from '../pipeline/layout/index.ts';
import type { Edition } from '../pipeline/model/index.ts';
import { readTemplates } from '../pipeline/read/index.ts';
import { sampleTheme } from '../tests/helpers/theme.ts';

const sentences = [
  'Le gouvernement met en commun l’information et le renseignement, en temps utile et de façon cohérente.',
  'Les organismes d’application de la loi coordonnent leurs efforts pour faire face aux menaces communes :',
  'un accord signé le 3 décembre 2001 améliorera l’échange de données dactyloscopiques.',
  'La Convention vise à tarir les sources de financement du terrorisme en créant des infractions.',
  'Chaque année, les hauts responsables des politiques se réunissent pour examiner des questions transnationales.',
];

const templates = readTemplates(process.cwd());

function editionOf(paragraphs: number): Edition {
  const children = Array.from({ length: paragraphs }, (_, index) => {
    const value = Array.from({ length: 5 }, (_, at) => sentences[(index * 3 + at * (1 + (index % 4))) % 5]).join(' ');
    return { type: 'paragraph' as const, children: [{ type: 'text' as const, value }] };
  });
  const heading = { type: 'heading' as const, depth: 1 as const, children: [{ type: 'text' as const, value: 'Banc' }] };
  const tree = { type: 'root' as const, children: [heading, ...children] };
  return {
    id: 'fr',
    language: 'fr',
    tag: 'fr-CA',
    title: 'Banc d’essai',
    otherTitle: 'Bench',
    authors: [],
    subjects: [],
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
    documents: [{ id: 'bench', kind: 'text', slug: 'bench', otherSlug: 'bench', title: 'Banc', tree, notes: [] }],
    contents: [],
    assets: new Map(),
    strings: templates.strings.fr,
  };
}

const most = Number(process.argv[2] ?? 500);
const fonts = await loadFonts(templates);
layoutEdition(editionOf(200), { fonts });
for (let paragraphs = 125; ; paragraphs *= 2) {
  const edition = editionOf(paragraphs);
  const before = process.cpuUsage();
  const { value } = layoutEdition(edition, { fonts });
  const { user, system } = process.cpuUsage(before);
  const words = value.pages
    .flatMap((page) => page.fragments)
    .reduce((sum, each) => sum + (each.kind === 'text' ? each.words.length : 0), 0);
  const micros = user + system;
  console.log(`${value.pages.length} pages  ${Math.round(micros / 1000)} ms  ${(micros / words).toFixed(2)} µs a word`);
  if (value.pages.length >= most) break;
}
