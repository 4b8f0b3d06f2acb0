/**
 * How layout's time grows with its text: paragraphs of one edition, twice as many each time.
 *
 *   npm run bench:layout [-- pages]        up to 500 pages unless told
 *
 * Prints pages, milliseconds of processor time, and microseconds a word; the last must stay level.
 */
import { loadFonts } from '../.build/emit/pdf/fonts/index.js';
import { layoutEdition } from '../.build/layout/index.js';
import { readTemplates } from '../.build/read/index.js';
import { readTheme } from '../.build/read/theme.js';
import { sampleEdition, spent } from './sample.mjs';

const sentences = [
  'Le gouvernement met en commun l’information et le renseignement, en temps utile et de façon cohérente.',
  'Les organismes d’application de la loi coordonnent leurs efforts pour faire face aux menaces communes :',
  'un accord signé le 3 décembre 2001 améliorera l’échange de données dactyloscopiques.',
  'La Convention vise à tarir les sources de financement du terrorisme en créant des infractions.',
  'Chaque année, les hauts responsables des politiques se réunissent pour examiner des questions transnationales.',
];

const { bytes, strings, text } = readTemplates(process.cwd());
const theme = readTheme(undefined, text('pdf/theme.yaml')).value;

function editionOf(paragraphs) {
  const children = Array.from({ length: paragraphs }, (_, index) => {
    const value = Array.from({ length: 5 }, (_, at) => sentences[(index * 3 + at * (1 + (index % 4))) % 5]).join(' ');
    return { type: 'paragraph', children: [{ type: 'text', value }] };
  });
  return sampleEdition('fr', children, { strings: strings.fr, theme });
}

const most = Number(process.argv[2] ?? 500);
const fonts = await loadFonts({ bytes, strings, text });
layoutEdition(editionOf(200), { fonts });
for (let paragraphs = 125; ; paragraphs *= 2) {
  const edition = editionOf(paragraphs);
  const before = process.cpuUsage();
  const { value } = layoutEdition(edition, { fonts });
  const seconds = spent(before);
  const words = value.pages
    .flatMap((page) => page.fragments)
    .reduce((sum, each) => sum + (each.kind === 'text' ? each.words.length : 0), 0);
  const each = ((seconds * 1e6) / words).toFixed(2);
  console.log(`${value.pages.length} pages  ${Math.round(seconds * 1000)} ms  ${each} µs a word`);
  if (value.pages.length >= most) break;
}
