import { rowOf } from './figures.mjs';

/**
 * What this project means to reach, beside what was measured.
 *
 * @param rows - Of one run.
 * @param documents - The number of documents at which goals are held against the figures.
 * @returns {{ goal: string, is: number, limit: number, unit: string }[]} Those whose programs were all measured.
 */
export function goalsOf(rows, { documents, cores }) {
  const of = (name, output, mode) => rowOf(rows, { name, output, mode, documents });
  const ours = (output, mode) => of('Diptych', output, mode);
  const [floor, hugo, pandoc, book, typst] = [
    of('unified, bare', 'HTML'),
    of('Hugo', 'HTML'),
    of('Pandoc', 'HTML'),
    of('Pandoc', 'EPUB'),
    of('Typst', 'PDF'),
  ];
  const goals = [];
  const ratio = (goal, limit, { measure, of: own, to }) => {
    if (!own || to.includes(undefined)) return;
    const whole = to.reduce((sum, row) => sum + row[measure].median, 0);
    goals.push({ goal, is: own[measure].median / whole, limit, unit: 'times' });
  };
  const atMost = (goal, limit, row) => row && goals.push({ goal, is: row.memory.median, limit, unit: 'MB' });

  ratio('HTML cold to Pandoc’s, by the clock', 0.5, { measure: 'wall', of: ours('HTML'), to: [pandoc] });
  ratio('HTML cold to the bare floor, by the clock', 1.3 / cores, { measure: 'wall', of: ours('HTML'), to: [floor] });
  const three = [pandoc, book, typst];
  const everything = ours('everything');
  ratio('everything cold to Pandoc’s HTML and EPUB and Typst’s PDF, by the clock', 1 / 3, {
    measure: 'wall',
    of: everything,
    to: three,
  });
  atMost('everything cold, memory', 400, everything);
  ratio('everything, nothing changed, to Hugo’s whole HTML, by the clock', 1, {
    measure: 'wall',
    of: ours('everything', 'warm'),
    to: [hugo],
  });
  ratio('PDF cold to Typst’s, CPU', 1, { measure: 'cpu', of: ours('PDF'), to: [typst] });
  ratio('PDF cold to Typst’s, memory', 0.2, { measure: 'memory', of: ours('PDF'), to: [typst] });
  ratio('EPUB from remembered trees (after one edit) to Pandoc’s, CPU', 0.5, {
    measure: 'cpu',
    of: ours('EPUB', 'edit'),
    to: [book],
  });
  return goals;
}
