import { examine } from '../build.ts';
import type { Unit } from '../model/index.ts';
import { displayWidth, painter, renderStatusJson, wrap } from '../report/index.ts';
import type { StatusReporter } from './options.ts';
import type { Context } from './program.ts';
import { written } from './reporting.ts';
import { statusTable } from './statusTable.ts';
import type { ExitCode } from './terminal.ts';

export interface StatusFlags {
  readonly reporter?: StatusReporter;
  /** Every unit that waits, however many. */
  readonly all?: boolean;
}

/** How many units of one state are named before the rest are counted. */
const shown = 20;

/** `diptych status`: what is missing, stale or unreviewed, for each document and language. */
export async function statusCommand(dir: string, flags: StatusFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const examined = await examine(dir);
  const { review, publication } = examined;
  if (!publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  if (flags.reporter === 'json') {
    terminal.out(renderStatusJson(review));
    return 0;
  }
  const waiting = review.units.filter(({ state }) => state !== 'fresh' && state !== 'touched');
  const lists = (['missing', 'stale', 'unreviewed'] as const).map((state) => listOf(state, waiting, flags, context));
  const end = waiting.length === 0 ? `${painter(terminal.colour)('green', speech.say('status.fine'))}\n` : '';
  terminal.out(`${statusTable(review, context)}\n${lists.join('')}${end || next(context)}`);
  return 0;
}

/** "Stale: 2" and a line for each: its name, its language, its place. */
function listOf(state: Unit['state'], waiting: readonly Unit[], flags: StatusFlags, context: Context): string {
  const { speech, terminal } = context;
  const units = waiting.filter((unit) => unit.state === state);
  if (units.length === 0) return '';
  const paint = painter(terminal.colour);
  const title = paint(state === 'missing' ? 'red' : 'yellow', speech.count(`status.${state}`, units.length));
  const named = flags.all ? units : units.slice(0, shown);
  const lines = named.flatMap((unit) => unitLines(unit, context));
  const rest = units.length - named.length;
  const more = rest > 0 ? [`  ${speech.count('status.more', rest)}`] : [];
  return `${[title, ...lines, ...more].join('\n')}\n\n`;
}

/** Its name and place and, where it is not the same for all, what waits and in which language. */
function unitLines({ name, language, state, change, sides }: Unit, { speech, terminal }: Context): readonly string[] {
  const paint = painter(terminal.colour);
  const side = sides[language] ?? sides.en ?? sides.fr;
  const place = side ? (side.position ? `${side.path}:${side.position.start.line}` : side.path) : '';
  const fits = displayWidth(name) + displayWidth(place) + 4 <= terminal.columns;
  const named = fits ? `  ${paint('bold', name)}  ${paint('dim', place)}` : `  ${paint('bold', name)}`;
  const told = speech.say(`language.${language}`);
  const what = change
    ? speech.say('status.waits', { language: told, what: speech.say(`status.change.${change}`) })
    : told;
  const waits = state === 'unreviewed' ? [] : wrap(what, terminal.columns - 4).map((line) => `    ${line}`);
  return [named, ...(fits ? [] : [`    ${paint('dim', place)}`]), ...waits];
}

function next({ speech, terminal }: Context): string {
  return `${wrap(speech.say('status.next'), terminal.columns).join('\n')}\n`;
}
