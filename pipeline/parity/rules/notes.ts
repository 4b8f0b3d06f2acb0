import { type Language, languages, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import type { Passage, Side } from '../passages/index.ts';

/**
 * `footnotes-match`, as far as calls go: each side of a pair calls the same notes; as many, where each language has labels
 * of its own. A note that a language defines and never calls is `assemble`'s to tell.
 */
export function footnotesMatch(passage: Passage): readonly PassageFinding[] {
  const [en = [], fr = []] = languages.map((language) =>
    passage.parts.flatMap((part) => callsOf(part[language], part)),
  );
  const { called, defined } = passage.context;
  const left = { en: surplus(en, fr), fr: surplus(fr, en) };
  const isOwn = (label: string, lacking: Language): boolean =>
    !called[lacking].has(label) && !defined[lacking].has(label);
  const own = {
    en: left.en.filter(({ label }) => isOwn(label, 'fr')),
    fr: left.fr.filter(({ label }) => isOwn(label, 'en')),
  };
  const excused = Math.min(own.en.length, own.fr.length);
  return languages.flatMap((language) => {
    const lacking = otherLanguage(language);
    const lone = own[language].slice(excused);
    return left[language]
      .filter((call) => called[lacking].has(call.label) || lone.includes(call))
      .map(({ label, position, beside }) => ({
        rule: 'footnotes-match' as const,
        passage,
        severity: 'warning' as const,
        at: position,
        beside: beside[lacking].position,
        details: { variant: `uncalled-${lacking}`, label },
      }));
  });
}

function callsOf(side: Side, beside: Record<Language, Side>) {
  return side.notes.map((note) => ({ ...note, beside }));
}

/** Calls of the first side that the second has not, call for call. */
function surplus<Call extends { label: string }>(own: readonly Call[], other: readonly Call[]): readonly Call[] {
  const left = new Map<string, number>();
  for (const { label } of other) left.set(label, (left.get(label) ?? 0) + 1);
  return own.filter(({ label }) => {
    const count = left.get(label) ?? 0;
    left.set(label, count - 1);
    return count <= 0;
  });
}
