import type { Coverage, Language, LanguageMap, Unit } from '../model/index.ts';

/** How units stand in each language. Work is counted where it is to be done: a stale side is stale in its language. */
export function coverageOf(units: readonly Unit[]): LanguageMap<Coverage> {
  return { en: coverageIn('en', units), fr: coverageIn('fr', units) };
}

function coverageIn(language: Language, units: readonly Unit[]): Coverage {
  const isMissing = (unit: Unit): boolean => unit.sides[language] === undefined;
  const isStale = (unit: Unit): boolean => unit.state === 'stale' && unit.language === language;
  const isApproved = ({ state }: Unit): boolean => state === 'fresh' || state === 'touched' || state === 'stale';
  return {
    units: units.length,
    approved: units.filter((unit) => isApproved(unit) && !isStale(unit)).length,
    stale: units.filter(isStale).length,
    missing: units.filter(isMissing).length,
  };
}
