import type { Unit } from '../model/index.ts';
import { nearest } from './nearest.ts';
import type { Speech } from './speech.ts';

/**
 * The units that are meant: by their own names (`overview#fees.2`), by that of a block with several
 * (`overview#fees`), of a document or file (`overview`, `glossary.yaml`), or by an id alone (`fees`) where one document
 * has it.
 */
export function unitsNamed(
  names: readonly string[],
  units: readonly Unit[],
): { units: readonly Unit[]; unknown: readonly string[] } {
  const meant = names.map((name) => ({ name, units: unitsOf(name, units) }));
  return {
    units: units.filter((unit) => meant.some((each) => each.units.includes(unit))),
    unknown: meant.filter((each) => each.units.length === 0).map(({ name }) => name),
  };
}

function unitsOf(typed: string, units: readonly Unit[]): readonly Unit[] {
  const name = typed.replace(/^source\//, '').replace(/\.md(?=#|$)/, '');
  const own = units.filter((unit) => (name.includes('#') ? isIn(unit.name, name) : unit.name === name));
  if (own.length > 0) return own;
  const whole = units.filter((unit) => unit.document === name || unit.name.startsWith(`${name}#`));
  if (whole.length > 0) return whole;
  const byId = units.filter((unit) => isIn(unit.name.split('#')[1] ?? '', name.replace(/^#/, '')));
  return new Set(byId.map(({ document }) => document)).size === 1 ? byId : [];
}

/** `overview#fees` has `overview#fees.2` in it. */
function isIn(unit: string, name: string): boolean {
  return unit === name || unit.startsWith(`${name}.`);
}

/** A sentence for each name that means nothing, with what was perhaps meant. */
export function noSuchUnits(unknown: readonly string[], units: readonly Unit[], { say }: Speech): string {
  const lines = unknown.flatMap((name) => {
    const same = units.filter((unit) => unit.name.split('#')[1]?.split('.')[0] === name.replace(/^#/, ''));
    const [first] = same;
    const guess =
      first?.name ??
      nearest(
        name,
        units.map((unit) => unit.name),
      );
    return [say('failure.unit-unknown', { unit: name }), ...(guess ? [say('usage.suggestion', { name: guess })] : [])];
  });
  return `${[...new Set([...lines, say('failure.units-listed')])].join('\n')}\n`;
}
