import path from 'node:path';
import { writeFiles } from '../workload/forms/files.mjs';
import { drawingsOf } from './drawings.mjs';
import { differencesTable, figuresTable, goalsTable, growthTable, ratiosTable } from './table.mjs';

/** Documents at which goals are held against the figures, where so many were measured. */
const documentsOfGoals = 100;

/**
 * Writes `benchmarks.json`, `benchmarks.md` and the drawings of `benchmarks/`.
 *
 * @param result - `machine`, `runs`, `missing`, `rows`.
 * @returns {string[]} Paths of the files.
 */
export function writeReport(result, folder) {
  const counts = [...new Set(result.rows.map(({ documents }) => documents))];
  const drawings = counts.flatMap((count) =>
    drawingsOf(
      result.rows.filter(({ documents }) => documents === count),
      count,
    ),
  );
  const files = {
    'benchmarks.json': `${JSON.stringify(result, null, 1)}\n`,
    'benchmarks.md': page(result, counts, drawings),
    ...Object.fromEntries(drawings.map(({ name, svg }) => [`benchmarks/${name}`, svg])),
  };
  writeFiles(folder, files);
  return Object.keys(files).map((name) => path.join(folder, name));
}

function page(result, counts, drawings) {
  const { rows, machine } = result;
  const goals = counts.includes(documentsOfGoals)
    ? [
        `## What is to be reached, at ${documentsOfGoals} documents`,
        goalsTable(rows, { documents: documentsOfGoals, cores: machine.cores }),
      ]
    : [];
  const growth = counts
    .slice(1)
    .flatMap((to, at) => [
      `## Growth from ${counts[at]} to ${to} documents`,
      `${to / counts[at]} times as many documents; at most ${(to / counts[at]) * 1.1} times the cost is to be.`,
      growthTable(rows, counts[at], to),
    ]);
  const sections = counts.flatMap((count) => [
    `## ${count} documents`,
    ...drawings
      .filter(({ name }) => name.endsWith(`-${count}.svg`))
      .map(({ name, alt }) => `![${alt}](benchmarks/${name})`),
    figuresTable(rows, count),
    'Ours to theirs, cold:',
    ratiosTable(rows, count),
  ]);
  const differences = ['## What differs in what they make', differencesTable(rows)];
  return `${[introduction(result), ...goals, ...sections, ...growth, ...differences].join('\n\n')}\n`;
}

function introduction({ machine, runs, missing }) {
  const { processor, cores, gigabytes, node, commit, day, load } = machine;
  const absent = missing.length > 0 ? `\n\nMissing on the machine, and not measured: ${missing.join(', ')}.` : '';
  // Where others wait for the processors, time by the clock is theirs too.
  const busy =
    load.before > cores ? ' The machine had other work: time by the clock says little here, CPU and memory hold.' : '';
  const each = runs === 1 ? 'one run of each' : `${runs} runs of each in turn, medians with the least and the most`;
  return `# Beside others: time, memory, size

Written by \`npm run bench\`; figures are in \`benchmarks.json\`. Quote ratios, not seconds: they are of this machine and hour.

Each document has about 1,700 words in each language: headings, lists, tables, notes, code, links and references, with a glossary of
200 terms. Every program is given the same words in its own form, makes both languages, and runs as whole processes; “cold” begins
with empty folders and caches, “nothing changed” is a second process, “after one edit” a third, after a passage was changed in both
languages. Programs that keep nothing between processes take again what they took cold. CPU is the time of all threads and
processes together; memory is the highest of the largest process, or of all at one moment. The floor is unified with remark-parse
and remark-gfm, to HTML, and nothing else.

${each[0].toUpperCase()}${each.slice(1)}, on ${day}: ${processor}, ${cores} cores, ${gigabytes} GB, Node ${node}, load ${load.before} before and ${load.after}
after${commit ? `, commit ${commit}` : ''}.${busy}${absent}`;
}
