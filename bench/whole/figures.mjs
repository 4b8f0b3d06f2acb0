const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

/** The middle one, or the mean of the two in the middle. */
function median(numbers) {
  const list = sorted(numbers);
  const middle = Math.floor(list.length / 2);
  return list.length % 2 === 1 ? list[middle] : (list[middle - 1] + list[middle]) / 2;
}

/** What a build begins with, by the name of its mode. */
export const modeNames = { cold: 'cold', warm: 'nothing changed', edit: 'after one edit' };

const measures = ['cpu', 'wall', 'memory'];
const rounded = (number) => Math.round(number * 100) / 100;

/** Median and spread of each measure of a row, in the place of its runs. */
export function summed({ runs, ...row }, documents) {
  const figures = measures.map((measure) => {
    const values = runs.map((run) => run[measure]);
    const [least, middle, most] = [Math.min(...values), median(values), Math.max(...values)].map(rounded);
    return [measure, { median: middle, least, most }];
  });
  return { documents, ...row, runs: runs.length, ...Object.fromEntries(figures) };
}

/** The row of a program, or undefined where it was not measured. */
export function rowOf(rows, { name, output, mode = 'cold', documents }) {
  return rows.find(
    (row) => row.name === name && row.output === output && row.mode === mode && row.documents === documents,
  );
}

/** How many times the cost grew from one number of documents to the next, for each row that has both: CPU, and memory. */
export function growthOf(rows, from, to) {
  return rows
    .filter((row) => row.documents === to)
    .flatMap((row) => {
      const before = rowOf(rows, { ...row, documents: from });
      if (!before) return [];
      const times = (measure) => row[measure].median / before[measure].median;
      return [
        { name: row.name, output: row.output, mode: row.mode, from, to, cpu: times('cpu'), memory: times('memory') },
      ];
    });
}
