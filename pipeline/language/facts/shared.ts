import { type Fact, type FactValue, foundAs, shift } from './fact.ts';

/** What may stand between two figures that have one unit: “5 to 10%”, « entre 5 et 10 M$ ». */
const joint =
  /^[ \u00a0\u202f]*(?:,|[-–—/]|,?[ \u00a0](?:to|and|or|through|à|et|ou|au|aux|et[ \u00a0](?:de|à))[ \u00a0])[ \u00a0\u202f]*$/;

/**
 * A unit that is said once stands for all the figures of a range or a list: the one after them mostly, the sign before
 * the first of them too.
 *
 * @param facts - In the order of the text.
 */
export function withSharedUnits(facts: readonly Fact[], text: string): readonly Fact[] {
  const made = [...facts];
  const isJoint = (index: number): boolean => {
    const [one, other] = [facts[index], facts[index + 1]];
    return one !== undefined && other !== undefined && joint.test(text.slice(one.end, other.start));
  };
  const lend = (from: Fact | undefined, index: number): boolean => {
    const fact = made[index];
    const lent = from && fact ? unitLent(from, fact) : [];
    if (!fact || lent.length === 0) return false;
    made[index] = { ...fact, also: [...(fact.also ?? []), ...lent] };
    return true;
  };
  let from = facts.at(-1);
  for (let index = facts.length - 2; index >= 0; index--) {
    if (!isJoint(index) || !lend(from, index)) from = facts[index];
  }
  from = facts[0];
  for (let index = 1; index < facts.length; index++) {
    if (!isJoint(index - 1) || !lend(from, index)) from = facts[index];
  }
  return made;
}

/** What the figures may be, with the unit of the other ones. */
function unitLent(from: Fact, to: Fact): FactValue[] {
  const values = [to.value, ...(to.alternatives ?? [])];
  const shifted = (places = 0): string[] => values.map((value) => (places > 0 ? shift(value, places) : value));
  const isBare = to.kind === 'number' && !/\..*\./.test(to.value);
  const unscaled = to.places === undefined;
  if (from.kind === 'month' && to.kind === 'month' && from.value.length > 2 && to.value.length === 2) {
    return [{ kind: 'month', value: `${from.value.slice(0, 5)}${to.value}` }];
  }
  if (from.kind === 'money' && (isBare || to.kind === 'money')) {
    const { currency = to.currency } = from;
    const lent = isBare || (currency !== to.currency && !to.currency) || (unscaled && from.places !== undefined);
    const amounts = unscaled && from.places !== undefined ? [...shifted(from.places), ...values] : values;
    return lent ? [foundAs('money', amounts, currency ? { currency } : {})] : [];
  }
  if (to.kind === 'money' && unscaled && from.kind === 'number' && from.places !== undefined) {
    return [foundAs('money', shifted(from.places), to.currency ? { currency: to.currency } : {})];
  }
  if (!isBare) return [];
  if (from.kind === 'percentage') return [foundAs('percentage', values)];
  if (from.kind === 'number' && from.places !== undefined && unscaled) return [foundAs('number', shifted(from.places))];
  const hour = Number(to.value);
  const isHour = Number.isInteger(hour) && hour >= 0 && hour <= 24;
  const timed = from.kind === 'time' || from.also?.some(({ kind }) => kind === 'time');
  if (timed && isHour) return [foundAs('time', [`${hour}:00`, ...(hour < 13 ? [`${(hour + 12) % 24}:00`] : [])])];
  return [];
}
