import { barChart } from './chart.mjs';
import { modeNames } from './figures.mjs';

const seconds = (value) => `${value < 10 ? value.toFixed(2) : value.toFixed(1)} s`;
const megabytes = (value) => `${value.toFixed(0)} MB`;

/**
 * The drawings of a run.
 *
 * @param rows - Of one number of documents.
 * @returns {{ name: string, alt: string, svg: string }[]} Builds that begin with what another left, only where there are any.
 */
export function drawingsOf(rows, documents) {
  const cold = rows.filter(({ mode }) => mode === 'cold');
  const again = rows.filter(({ name, output }) =>
    rows.some((row) => row.name === name && row.output === output && row.mode === 'warm'),
  );
  const drawing = (name, title, { from, measure, label, written }) => {
    if (from.length === 0) return [];
    const svg = barChart({ title, written, groups: groupsOf(from, measure, label) });
    return [{ name: `${name}-${documents}.svg`, alt: title, svg }];
  };
  const program = ({ name }) => name;
  return [
    ...drawing('cpu', `Processor time for ${documents} documents in both languages, cold`, {
      from: cold,
      measure: 'cpu',
      label: program,
      written: seconds,
    }),
    ...drawing('memory', `Highest memory for ${documents} documents in both languages, cold`, {
      from: cold,
      measure: 'memory',
      label: program,
      written: megabytes,
    }),
    ...drawing('again', `Time by the clock for ${documents} documents: cold, again, after one edit`, {
      from: again,
      measure: 'wall',
      label: ({ name, mode }) => `${name}, ${modeNames[mode]}`,
      written: seconds,
    }),
  ];
}

/** By output, in the order in which they were measured. */
function groupsOf(rows, measure, label) {
  const outputs = [...new Set(rows.map(({ output }) => output))];
  return outputs.map((output) => ({
    name: output,
    bars: rows
      .filter((row) => row.output === output)
      .map((row) => ({ label: label(row), value: row[measure].median, own: row.name === 'Diptych' })),
  }));
}
