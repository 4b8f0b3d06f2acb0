import { compareFacts, type Fact, factsIn } from '../../language/index.ts';
import type { LanguageMap } from '../../model/index.ts';
import type { ParityFinding } from '../finding.ts';
import type { Part, Passage, Side } from '../passages/index.ts';
import { pairUp, type Stated } from './statements.ts';

/** `numbers-match` and `billion-is-milliard`: what each side states in figures. */
export function numbersMatch(passage: Passage): readonly ParityFinding[] {
  const scale = passage.parts.flatMap((part) => billionFinding(part, passage));
  const left = passage.parts.map((part) => {
    const difference = compareFacts(factsOf(part.en), factsOf(part.fr));
    return { part, en: difference.first.map(stated), fr: difference.second.map(stated) };
  });
  const findings = pairUp(left, (one, other) => agree(one.fact, other.fact));
  return [
    ...scale,
    ...findings.flatMap(({ part, en, fr }) => {
      const told = scale.length > 0 ? { en: unscaled(en), fr: unscaled(fr) } : { en, fr };
      return numbersFinding(part, told, passage);
    }),
  ];
}

interface StatedFact extends Stated {
  readonly fact: Fact;
}

function stated(fact: Fact): StatedFact {
  return { fact, start: fact.start, end: fact.end };
}

function factsOf(side: Side): readonly Fact[] {
  return factsIn(side.statements, side.language);
}

/** The same figure, in another part of the passage. */
function agree(one: Fact, other: Fact): boolean {
  const { first, second } = compareFacts([one], [other]);
  return first.length + second.length === 0;
}

function numbersFinding(
  part: Part,
  left: LanguageMap<readonly StatedFact[]>,
  { first, context }: Passage,
): readonly ParityFinding[] {
  if (left.en.length + left.fr.length === 0) return [];
  const words = (side: Side, facts: readonly StatedFact[]): string =>
    [...new Set(facts.map(({ start, end }) => side.text.slice(start, end).replace(/\s+/g, ' ')))].join(', ');
  const variant = left.fr.length === 0 ? 'en-only' : left.en.length === 0 ? 'fr-only' : 'differ';
  const shown = variant === 'differ' ? first : variant === 'en-only' ? 'en' : 'fr';
  const other = shown === 'en' ? 'fr' : 'en';
  const spotOf = (language: 'en' | 'fr') => {
    const [fact] = left[language];
    return fact ? context.spot(part[language], fact.start, fact.end) : part[language].position;
  };
  const details = {
    variant,
    ...(left.en.length > 0 && { en: words(part.en, left.en) }),
    ...(left.fr.length > 0 && { fr: words(part.fr, left.fr) }),
  };
  return [{ rule: 'numbers-match', at: spotOf(shown), beside: spotOf(other), details }];
}

const billions = { en: /\bbillions?\b/gi, fr: /(?<!\p{L})billions?(?!\p{L})/giu };
const trillions = /\btrillions?\b/gi;

/** A French `billion` is a million millions: English would say `trillion`. */
function billionFinding({ en, fr }: Part, { context }: Passage): readonly ParityFinding[] {
  const found = [...fr.statements.matchAll(billions.fr)];
  const meant = en.statements.match(trillions)?.length ?? 0;
  const [english] = [...en.statements.matchAll(billions.en)];
  const [french] = found.slice(meant);
  if (!english || !french) return [];
  const spot = (side: Side, { index, 0: word }: RegExpExecArray) => context.spot(side, index, index + word.length);
  return [
    {
      rule: 'billion-is-milliard',
      at: spot(fr, french),
      beside: spot(en, english),
      details: { word: french[0] },
    },
  ];
}

/** Without the figures of a scale that has been told already. */
function unscaled(facts: readonly StatedFact[]): readonly StatedFact[] {
  return facts.filter(({ fact }) => !/0{9}$/.test(fact.value) && !(Number(fact.value) >= 1e8));
}
