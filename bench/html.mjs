/**
 * What the site costs beyond parsing, and how it grows.
 *
 *   npm run bench:html [-- documents …]        40 and 150 documents unless told, of 1,500 words in each language
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../.build/build.js';

const words = {
  en: 'the border team shares what it knows with every agency that works there and says so in its yearly report'.split(
    ' ',
  ),
  fr: 'l’équipe frontalière communique ce qu’elle sait à chaque organisme qui y travaille et le dit dans son rapport'.split(
    ' ',
  ),
};
const perDocument = 1500;
const perParagraph = 75;

function paragraph(language, seed) {
  return Array.from(
    { length: perParagraph },
    (_, at) => words[language][(at * 7 + seed) % words[language].length],
  ).join(' ');
}

function documentOf(number) {
  const parts = [`# :en[Part ${number}]:fr[Partie ${number}]`];
  for (let at = 0; at < perDocument / perParagraph; at += 1) {
    if (at % 5 === 0) parts.push(`## :en[Section ${at}]:fr[Section ${at}]`);
    parts.push(`:::en\n${paragraph('en', at + number)}.\n:::`, `:::fr\n${paragraph('fr', at + number)}.\n:::`);
  }
  return parts.join('\n\n');
}

async function measure(count) {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-bench-'));
  mkdirSync(join(dir, 'source'));
  writeFileSync(
    join(dir, 'source/publication.yaml'),
    'id: bench\ntitle: {en: Bench, fr: Banc}\nlanguages: [en-CA, fr-CA]\ndate: 2001-12-12\nrules: {translation-is-approved: off}\n',
  );
  for (let at = 0; at < count; at += 1) writeFileSync(join(dir, `source/d${at}.md`), documentOf(at));
  const took = new Map();
  let since = 0;
  const result = await build(dir, {
    formats: ['html'],
    to: 'memory',
    draft: true,
    onStep: (step, state) => {
      if (state === 'begins') since = performance.now();
      else took.set(step, performance.now() - since);
    },
  });
  rmSync(dir, { recursive: true });
  const seconds = (step) => `${step} ${((took.get(step) ?? 0) / 1000).toFixed(1)} s`;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return `${count} documents, ${result.files.length} files: ${['read', 'transform', 'assemble', 'html'].map(seconds).join(', ')}; peak ${peak} MB`;
}

const asked = process.argv.slice(2).map(Number);
for (const count of asked.length > 0 ? asked : [40, 150]) console.log(await measure(count));
