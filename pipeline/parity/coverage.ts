import type { Coverage, Language, LanguageMap, Unit } from '../model/index.ts';

/**
 * How units stand in each language. Work is counted where it is to be done: what is stale or missing in one language
 * has nothing to wait for in the other. What has no other side was approved against nothing: it is unreviewed.
 */
export function coverageOf(units: readonly Unit[]): LanguageMap<Coverage> {
  return { en: coverageIn('en', units), fr: coverageIn('fr', units) };
}

function coverageIn(language: Language, units: readonly Unit[]): Coverage {
  const isMissing = (unit: Unit): boolean => unit.sides[language] === undefined;
  const isStale = (unit: Unit): boolean => unit.state === 'stale' && unit.language === language;
  const isHeld = ({ state }: Unit): boolean => state === 'fresh' || state === 'touched' || state === 'stale';
  const isApproved = (unit: Unit): boolean => isHeld(unit) && !isStale(unit);
  return {
    units: units.length,
    approved: units.filter(isApproved).length,
    stale: units.filter(isStale).length,
    missing: units.filter(isMissing).length,
  };
}

/** Of several groups of units together. */
export function sumOf(groups: readonly LanguageMap<Coverage>[]): LanguageMap<Coverage> {
  const sumIn = (language: Language): Coverage => {
    const sum = { units: 0, approved: 0, stale: 0, missing: 0 };
    for (const { [language]: own } of groups) {
      sum.units += own.units;
      sum.approved += own.approved;
      sum.stale += own.stale;
      sum.missing += own.missing;
    }
    return sum;
  };
  return { en: sumIn('en'), fr: sumIn('fr') };
}
