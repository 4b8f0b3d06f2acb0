/**
 * What the site costs beyond parsing, and how it grows.
 *
 *   npm run bench:html [-- documents …]        100 and 1,000 documents unless told, of 1,500 words in each language
 *
 * Each number of documents in a process of its own: seconds of processor time for its steps, and for what holds the
 * languages against each other (`checks`); seconds by the clock; the most memory that it had; the machine's load.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../.build/build.js';
import { spent } from './sample.mjs';

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
  let since = process.cpuUsage();
  const [begun, processor] = [performance.now(), process.cpuUsage()];
  const result = await build(dir, {
    formats: ['html'],
    to: 'memory',
    draft: true,
    onStep: (step, state) => {
      if (state === 'begins') since = process.cpuUsage();
      else took.set(step, spent(since));
    },
  });
  const [all, clock] = [spent(processor), (performance.now() - begun) / 1000];
  rmSync(dir, { recursive: true });
  const steps = ['read', 'transform', 'assemble', 'html'].map((step) => [step, took.get(step) ?? 0]);
  steps.splice(1, 0, ['checks', steps.reduce((rest, [, own]) => rest - own, all)]);
  const said = steps.map(([step, time]) => `${step} ${time.toFixed(1)} s`).join(', ');
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  return `${count} documents, ${result.files.length} files: ${said}; in all ${all.toFixed(1)} s, by the clock ${clock.toFixed(0)} s; peak ${peak} MB; load ${loadavg()[0].toFixed(1)}`;
}

const [only, ...more] = process.argv.slice(2).map(Number);
if (only !== undefined && more.length === 0) console.log(await measure(only));
else {
  for (const count of only === undefined ? [100, 1000] : [only, ...more])
    process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), String(count)]));
}
