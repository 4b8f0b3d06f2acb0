import type { Coverage, Language, LanguageMap, Unit } from '../model/index.ts';

/**
 * How units stand in each language. Work is counted where it is to be done: what is stale or missing in one language
 * has nothing to wait for in the other.
 */
export function coverageOf(units: readonly Unit[]): LanguageMap<Coverage> {
  return { en: coverageIn('en', units), fr: coverageIn('fr', units) };
}

function coverageIn(language: Language, units: readonly Unit[]): Coverage {
  const isMissing = (unit: Unit): boolean => unit.sides[language] === undefined;
  const isStale = (unit: Unit): boolean => unit.state === 'stale' && unit.language === language;
  const isApproved = (unit: Unit): boolean => unit.state !== 'unreviewed' && !isStale(unit) && !isMissing(unit);
  return {
    units: units.length,
    approved: units.filter(isApproved).length,
    stale: units.filter(isStale).length,
    missing: units.filter(isMissing).length,
  };
}
