/**
 * Our packaging of a long book beside Pandoc's, with `pandoc` and `time` of Debian.
 *
 *   npm run bench:epub [-- chapters]        100 chapters of 3,000 words unless told
 *
 * Whole processes, one run of each: processor time (user and system, all threads) and peak memory, as the system counts
 * them. Ours begins with the trees that a former build remembers, on disk; what it takes to make them, and to lay the
 * edition out for the list of pages, is printed and not counted. Pandoc reads the same Markdown and writes an EPUB 3 with
 * contents, its chapters in files of their own; the share of its reading is printed too.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { chaptersOf } from './text.mjs';

const count = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-epub-'));
const at = (name) => path.join(folder, name);

/** @returns {{ seconds: number, megabytes: number }} of one process. */
function measured(command, args) {
  const figures = at('time.txt');
  const { status, stderr } = spawnSync('time', ['-o', figures, '-f', '%U %S %M', command, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(figures, 'utf8').trim().split(' ').map(Number);
  return { seconds: user + system, megabytes: kilobytes / 1024 };
}

/** Words that a book shows, so that both are seen to hold the same text. */
function wordsIn(book) {
  const files = unzipSync(readFileSync(book));
  const pages = Object.keys(files).filter((name) => /\.xhtml$/.test(name) && !/(?:nav|toc)\.xhtml$/.test(name));
  const text = pages
    .map((name) =>
      Buffer.from(files[name])
        .toString('utf8')
        .replace(/<[^>]*>/g, ' '),
    )
    .join(' ');
  return { words: text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0, files: pages.length };
}

const chapters = chaptersOf(process.cwd(), count);
mkdirSync(at('source'));
const settings = 'id: bench\ntitle: {en: Bench, fr: Banc d’essai}\nlanguages: [en-CA, fr-CA]\ndate: 2005-04-19\n';
writeFileSync(at('source/publication.yaml'), settings);
for (const [index, text] of chapters.entries()) {
  writeFileSync(at(`source/chapter-${String(index + 1).padStart(3, '0')}.md`), text);
}
// Pandoc tells notes of one name apart by file alone when it is asked to.
const theirSources = chapters.map((_, index) => at(`source/chapter-${String(index + 1).padStart(3, '0')}.md`));
const theirArguments = ['-f', 'gfm+footnotes', '--file-scope', '--metadata', 'title=Bench', '--metadata', 'lang=en-CA'];

const script = (name) => path.join(import.meta.dirname, name);
const said = execFileSync(process.execPath, [script('remember.mjs'), folder, at('edition')], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
});
const before = JSON.parse(said.trim().split('\n').at(-1) ?? '');
const ours = measured(process.execPath, [script('package.mjs'), at('edition'), at('ours.epub')]);
const theirs = measured('pandoc', [
  ...theirArguments,
  '--toc',
  '-t',
  'epub3',
  '-o',
  at('theirs.epub'),
  ...theirSources,
]);
const reading = measured('pandoc', [...theirArguments, '-t', 'native', '-o', at('theirs.native'), ...theirSources]);
const books = { ours: wordsIn(at('ours.epub')), theirs: wordsIn(at('theirs.epub')) };
rmSync(folder, { recursive: true });

const show = (name, { seconds, megabytes }, { words, files }) =>
  console.log(`${name}  ${seconds.toFixed(2)} s of CPU  ${megabytes.toFixed(0)} MB  ${words} words in ${files} files`);
show('packaging   ', ours, books.ours);
show('pandoc      ', theirs, books.theirs);
console.log(`not counted: parsing and assembling ${before.parsing.toFixed(2)} s, layout ${before.layout.toFixed(2)} s`);
console.log(`of pandoc’s: reading and writing the tree as text ${reading.seconds.toFixed(2)} s`);
console.log(`${(ours.seconds / theirs.seconds).toFixed(2)}  our CPU to Pandoc’s; to be at most 0.5`);
console.log(`${(ours.megabytes / theirs.megabytes).toFixed(2)}  our memory to Pandoc’s; to be at most 0.5`);
