import { compareFacts, type Fact, factsIn, identifyLanguage, mayStateMonth } from '../../language/index.ts';
import { type Language, type LanguageMap, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import { blank, type Part, type Passage, type Side } from '../passages/index.ts';
import { withoutPlaceholders } from './placeholders.ts';
import { leavingRule, shownSide, wordsOf } from './statements.ts';

/** `numbers-match`: each side states the same figures. */
export const numbersMatch = leavingRule<Fact>({
  leftIn,
  agree,
  tell({ part, passage, en, fr }) {
    const { variant, shown } = shownSide({ en, fr }, passage.first);
    const other = otherLanguage(shown);
    const facts: LanguageMap<readonly Fact[]> = { en, fr };
    const spotOf = (language: Language) => {
      const [fact] = facts[language];
      return fact ? passage.context.spot(part[language], fact.start, fact.end) : part[language].position;
    };
    const details = {
      variant,
      ...(en.length > 0 && { en: wordsOf(part.en, en) }),
      ...(fr.length > 0 && { fr: wordsOf(part.fr, fr) }),
    };
    return [{ rule: 'numbers-match', passage, at: spotOf(shown), beside: spotOf(other), details }];
  },
});

function leftIn(part: Part): LanguageMap<readonly Fact[]> {
  if (!mayDiffer(part)) return { en: [], fr: [] };
  const listed = { en: listedIn(part.en), fr: listedIn(part.fr) };
  const isListed = listed.en === listed.fr;
  const facts = { en: factsOf(part.en, isListed), fr: factsOf(part.fr, isListed) };
  const { first, second } = compareFacts(facts.en, facts.fr);
  const isTold = isMisscaled(part);
  return {
    en: first.filter((fact) => !(isTold && isLarge(fact)) && !isRepeated(fact, facts.fr, part.fr)),
    fr: second.filter((fact) => !(isTold && isLarge(fact)) && !isRepeated(fact, facts.en, part.en)),
  };
}

/** Words alone excuse figures and are not required; two months may differ. */
function mayDiffer({ en, fr }: Part): boolean {
  const hasFigures = ({ statements }: Side): boolean => /[\d½¼¾⅓⅔⅛]/.test(statements);
  if (hasFigures(en) || hasFigures(fr)) return true;
  return mayStateMonth.en.test(en.statements) && mayStateMonth.fr.test(fr.statements);
}

/** Sizes of files that are offered for download: each language's file has its own. */
const fileSizes = /\([^()\n]{0,60}?[\d.,]+[ \u00a0\u202f]?(?:[KMGk]B|[KMGk]o|kilo-?octets?|kilobytes?)\)/g;
/** What is no statement of its own: "3rd party" is « tiers », "grade 2 braille" « braille abrégé ». */
const idioms = /\b(?:3rd|1st)[- ]part(?:y|ies)\b|\bgrade [12](?= braille)/gi;
/** What a site generator or a program reads: `"section": "9.2"`. */
const attributes = /"[\w-]+": ?"[^"\n]*"/g;

/** A number that only orders: `2. Documentation`. Where one side has it and the other not, it states nothing. */
const enumerator = /(?<=^|\n)[ .]*\d{1,2}[.)](?=\s)/g;

function listedIn({ statements }: Side): number {
  return statements.match(enumerator)?.length ?? 0;
}

function factsOf(side: Side, isListed: boolean): readonly Fact[] {
  const hide = (words: string): string => blank.repeat(words.length);
  const stated = withoutPlaceholders(side.statements, side.language);
  const plain = stated.replace(fileSizes, hide).replace(idioms, hide).replace(attributes, hide);
  return factsIn(isListed ? plain : plain.replace(enumerator, hide), side.language);
}

/** The same figure, in another part of the passage. */
function agree(one: Fact, other: Fact): boolean {
  const { first, second } = compareFacts([one], [other]);
  return first.length + second.length === 0;
}

/**
 * The other side says it as well, only less often (“the plan of 2001 … it” ↔ « le plan de 2001 … le plan de 2001 »), or
 * shows an address where this one names the page.
 */
function isRepeated(fact: Fact, there: readonly Fact[], other: Side): boolean {
  if (there.some((each) => !each.word && agree(fact, each))) return true;
  if (isNamedIn(other, fact.value)) return true;
  const digits = fact.value.replace(/\D/g, '');
  return other.pieces.some(({ kind, value }) => kind === 'address' && value.replace(/\D+/g, ' ').includes(digits));
}

/** `M365` says 365, and `ITSP.40.111` says 40.111. */
function isNamedIn({ text }: Side, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    if (/\p{L}[-.]?$/u.test(text.slice(0, at)) && !/^[\d\p{L}]/u.test(text.slice(at + value.length))) return true;
  }
  return false;
}

/** Figures that a wrong scale would change. */
function isLarge({ value }: Fact): boolean {
  return Number(value) >= 1e8;
}

/** `billion-is-milliard`: a French `billion` is a million millions; English would say `trillion`. */
export function billionIsMilliard(passage: Passage): readonly PassageFinding[] {
  return passage.parts.filter(isMisscaled).flatMap((part) => {
    const [english] = [...part.en.statements.matchAll(billions.en)];
    const [french] = [...part.fr.statements.matchAll(billions.fr)];
    if (!english || !french) return [];
    const spot = (side: Side, { index, 0: word }: RegExpExecArray) =>
      passage.context.spot(side, index, index + word.length);
    const details = { word: french[0] };
    return [
      {
        rule: 'billion-is-milliard' as const,
        passage,
        at: spot(part.fr, french),
        beside: spot(part.en, english),
        details,
      },
    ];
  });
}

const billions = { en: /\bbillions?\b/gi, fr: /(?<!\p{L})billions?(?!\p{L})/giu };
const trillions = /\btrillions?\b/gi;

/** More French billions than English trillions. An untranslated text is another rule's matter. */
function isMisscaled({ en, fr }: Part): boolean {
  const found = fr.statements.match(billions.fr)?.length ?? 0;
  if (found === 0 || found <= (en.statements.match(trillions)?.length ?? 0)) return false;
  return en.statements.search(billions.en) >= 0 && identifyLanguage(fr.words).language !== 'en';
}
