import { growthOf, modeNames, rowOf } from './figures.mjs';
import { goalsOf } from './goals.mjs';

const number = (value) => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
const spread = ({ median, least, most }) =>
  least === most ? number(median) : `${number(median)} (${number(least)}–${number(most)})`;
const size = (bytes) => (bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

/** @param rows - Each with its cells by the names of their columns; columns of figures alone stand to the right. */
function table(rows) {
  const names = Object.keys(rows[0] ?? {});
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const isFigures = (name) => rows.every((row) => /^(?:\d|–$)/.test(row[name]));
  return [
    line(names),
    line(names.map((name) => (isFigures(name) ? '---:' : '---'))),
    ...rows.map((row) => line(Object.values(row))),
  ].join('\n');
}

/** Outputs in the order in which they were first measured, and within each as they were measured. */
function byOutput(rows) {
  const outputs = [...new Set(rows.map(({ output }) => output))];
  return outputs.flatMap((output) => rows.filter((row) => row.output === output));
}

/** Figures of one number of documents; ratios are of CPU, to the bare floor of the same run. */
export function figuresTable(rows, documents) {
  const floor = rowOf(rows, { name: 'unified, bare', output: 'HTML', documents });
  const own = byOutput(rows.filter((row) => row.documents === documents));
  return table(
    own.map(({ name, version, output, mode, cpu, wall, memory, came }) => ({
      output,
      program: `${name} ${version}`,
      build: modeNames[mode],
      'CPU, s': spread(cpu),
      'clock, s': spread(wall),
      'memory, MB': spread(memory),
      'CPU to the floor': floor ? number(cpu.median / floor.cpu.median) : '–',
      size: size(came.bytes),
      files: String(came.files),
      'pages of PDF': came.pages ? `${came.pages}${came.tagged ? '' : ', untagged'}` : '–',
    })),
  );
}

/** Ratios of ours to each peer's of the same output, cold. */
export function ratiosTable(rows, documents) {
  const cold = rows.filter((row) => row.documents === documents && row.mode === 'cold');
  const isOurs = ({ name }) => name === 'Diptych';
  return table(
    cold.filter(isOurs).flatMap((ours) =>
      cold
        .filter((row) => row.output === ours.output && !isOurs(row))
        .map((theirs) => ({
          'our output': ours.output,
          beside: theirs.name,
          CPU: number(ours.cpu.median / theirs.cpu.median),
          clock: number(ours.wall.median / theirs.wall.median),
          memory: number(ours.memory.median / theirs.memory.median),
        })),
    ),
  );
}

/** What is to be reached. */
export function goalsTable(rows, asked) {
  const written = (value, unit) => (unit === 'MB' ? `${value.toFixed(0)} MB` : number(value));
  return table(
    goalsOf(rows, asked).map(({ goal, is, limit, unit }) => ({
      goal,
      'at most': written(limit, unit),
      is: written(is, unit),
      held: is <= limit ? 'yes' : 'no',
    })),
  );
}

/** How many times as much each took for more documents. */
export function growthTable(rows, from, to) {
  return table(
    byOutput(growthOf(rows, from, to)).map(({ name, output, mode, cpu, memory }) => ({
      output,
      program: name,
      build: modeNames[mode],
      'CPU, times': number(cpu),
      'memory, times': number(memory),
    })),
  );
}

/** What else each output holds, or lacks. */
export function differencesTable(rows) {
  const named = new Map(rows.map((row) => [`${row.output} ${row.name}`, row]));
  return table(
    byOutput([...named.values()]).map(({ output, name, differs }) => ({
      output,
      program: name,
      'what differs': differs,
    })),
  );
}
