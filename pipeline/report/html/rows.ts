import { addTo, type Diagnostic, type Position, type Related, type Review, type Unit } from '../../model/index.ts';
import { byWorst } from '../order.ts';

/** A unit with what was found in it. */
export interface Row {
  readonly unit: Unit;
  readonly findings: readonly Diagnostic[];
}

/** A document, or a file that belongs to the publication as a whole. */
export interface Group {
  /** `overview`, `glossary.yaml`. */
  readonly name: string;
  readonly rows: readonly Row[];
  /** Findings about none of its units. */
  readonly others: readonly Diagnostic[];
}

/** Units by document, each with its findings; what was found in a file without units has a group of its own. */
export function groupsOf({ units }: Review, diagnostics: readonly Diagnostic[]): readonly Group[] {
  const placed = new Map<Unit, Diagnostic[]>();
  const others: Diagnostic[] = [];
  const unitAt = finder(units);
  for (const found of byWorst(diagnostics).flatMap(({ findings }) => findings)) {
    const unit = unitAt(found);
    if (unit) addTo(placed, unit, found);
    else others.push(found);
  }
  const names = [...new Set(units.map(nameOf))];
  const pathOf = new Map(units.flatMap((unit) => sidesOf(unit).map(({ path }) => [path, nameOf(unit)] as const)));
  const groupOf = ({ path }: Diagnostic): string => pathOf.get(path) ?? path.replace(/^source\//, '');
  for (const found of others) if (!names.includes(groupOf(found))) names.push(groupOf(found));
  return names.map((name) => ({
    name,
    rows: units.filter((unit) => nameOf(unit) === name).map((unit) => ({ unit, findings: placed.get(unit) ?? [] })),
    others: others.filter((found) => groupOf(found) === name),
  }));
}

function nameOf({ document, name }: Unit): string {
  return document ?? name.split('#')[0] ?? name;
}

function sidesOf({ sides }: Unit): readonly Related[] {
  return [sides.en, sides.fr].filter((side) => side !== undefined);
}

/** The unit that a finding names, else the smallest that it stands in, else that of the other side. */
function finder(units: readonly Unit[]): (found: Diagnostic) => Unit | undefined {
  const named = new Map(units.map((unit) => [unit.name, unit]));
  const placed = new Map<string, { readonly unit: Unit; readonly position: Position }[]>();
  for (const unit of units) {
    for (const { path, position } of sidesOf(unit)) {
      if (position) addTo(placed, path, { unit, position });
    }
  }
  const around = ({ path, position }: Related): Unit | undefined =>
    position &&
    placed
      .get(path)
      ?.filter((each) => isIn(position, each.position))
      .toSorted((a, b) => linesOf(a.position) - linesOf(b.position))[0]?.unit;
  return (found) => named.get(String(found.details.unit)) ?? around(found) ?? (found.related && around(found.related));
}

function isIn({ start: at }: Position, { start, end }: Position): boolean {
  const after = at.line > start.line || (at.line === start.line && at.column >= start.column);
  return after && (at.line < end.line || (at.line === end.line && at.column < Math.max(end.column, start.column + 1)));
}

function linesOf({ start, end }: Position): number {
  return end.line - start.line;
}
