import type { TermMatch } from '../../language/index.ts';
import { type Language, type LanguageMap, languages, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import type { Part, Passage, Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import type { Termbase } from '../termbase.ts';
import { leavingRule } from './statements.ts';

/** `term-is-translated`: a concept that one side names is named by the other, in an approved form. */
export const termIsTranslated = leavingRule<TermMatch>({
  concerns: isMarkdown,
  leftIn: (part, _, { termbase }) => (termbase.concepts.size === 0 ? { en: [], fr: [] } : unsaid(part, termbase)),
  agree,
  tell: ({ part, passage, ...uses }, { termbase }) =>
    languages.flatMap((language) => uses[language].map((use) => missingOf(use, { part, passage, language, termbase }))),
});

/** The first use of each concept that the other side does not name. */
function unsaid(part: Part, termbase: Termbase): LanguageMap<readonly TermMatch[]> {
  if (part.role === 'name') return { en: [], fr: [] };
  const uses: LanguageMap<readonly TermMatch[]> = { en: usesIn(part.en, termbase), fr: usesIn(part.fr, termbase) };
  const of = (language: Language): readonly TermMatch[] => {
    const other = part[otherLanguage(language)];
    const said = new Set(uses[other.language].flatMap(({ concept, others }) => [concept, ...others]));
    const told = new Set<string>();
    return uses[language].filter((use) => {
      const isNew = !told.has(use.concept);
      told.add(use.concept);
      return isNew && ![use.concept, ...use.others].some((id) => said.has(id) || isNamed(id, other, termbase));
    });
  };
  return { en: of('en'), fr: of('fr') };
}

function usesIn(side: Side, { approved, concepts }: Termbase): readonly TermMatch[] {
  const uses = approved[side.language].find(side.words);
  return uses.filter(({ concept }) => concepts.get(concept)?.status !== 'deprecated');
}

/** Within a longer term, by hand, as words marked to be of the other language, or by what `termIsApproved` tells of. */
function isNamed(id: string, side: Side, { names, forbidden, foreign }: Termbase): boolean {
  const { language, words } = side;
  if (side.concepts.includes(id) || names(id, words, language)) return true;
  const quoted = side.pieces.filter(({ kind }) => kind === 'foreign' || kind === 'untranslated');
  if (quoted.some(({ value }) => languages.some((each) => names(id, value, each)))) return true;
  return [forbidden, foreign].some((matchers) => matchers[language].find(words).some(({ concept }) => concept === id));
}

function agree(one: TermMatch, other: TermMatch): boolean {
  return one.concept === other.concept || one.others.includes(other.concept) || other.others.includes(one.concept);
}

interface Where {
  readonly part: Part;
  readonly passage: Passage;
  readonly language: Language;
  readonly termbase: Termbase;
}

function missingOf(use: TermMatch, { part, passage, language, termbase }: Where): PassageFinding {
  const [side, other] = [part[language], part[otherLanguage(language)]];
  const { term = '' } = termbase.concepts.get(use.concept)?.[other.language] ?? {};
  return {
    rule: 'term-is-translated',
    passage,
    at: passage.context.spot(side, use.start, use.end),
    beside: other.position,
    details: { variant: `${language}-only`, words: wordsOf(side, use), term, id: use.concept },
  };
}

function wordsOf({ text }: Side, { start, end }: TermMatch): string {
  return text.slice(start, end).replace(/\s+/g, ' ');
}

/** `term-is-translated`: neither side has a form that is forbidden, deprecated, or the other language's acronym. */
export function termIsApproved(passage: Passage, { termbase }: ParitySettings): readonly PassageFinding[] {
  if (termbase.concepts.size === 0) return [];
  return passage.parts
    .filter(({ role }) => role !== 'name')
    .flatMap((part) => languages.flatMap((language) => wrongIn(part, { part, passage, language, termbase })));
}

function wrongIn(part: Part, { passage, language, termbase }: Where): readonly PassageFinding[] {
  const [side, other] = [part[language], part[otherLanguage(language)]];
  const { approved, forbidden, foreign, concepts } = termbase;
  const uses = approved[language].find(side.words);
  const isWithin = ({ start, end }: TermMatch): boolean => uses.some((use) => use.start <= start && end <= use.end);
  const tell = (variant: string, use: TermMatch): PassageFinding => {
    const { term = '', abbr = term } = concepts.get(use.concept)?.[language] ?? {};
    const isAcronym = variant.endsWith('acronym');
    return {
      rule: 'term-is-translated',
      passage,
      ...(variant === 'forbidden' && { severity: 'error' }),
      at: passage.context.spot(side, use.start, use.end),
      ...(!passage.alone && { beside: other.position }),
      details: { variant, words: wordsOf(side, use), term: isAcronym ? abbr : term, id: use.concept },
    };
  };
  return [
    ...forbidden[language].find(side.words).flatMap((use) => (isWithin(use) ? [] : [tell('forbidden', use)])),
    ...foreign[language].find(side.words).flatMap((use) => (isWithin(use) ? [] : [tell(`${language}-acronym`, use)])),
    ...uses.flatMap((use) => (concepts.get(use.concept)?.status === 'deprecated' ? [tell('deprecated', use)] : [])),
  ];
}

/** `term-is-consistent`: where the publication asks for it, a document keeps to the form of a concept that it begins with. */
export function termIsConsistent(
  passages: readonly Passage[],
  { termbase, oneForm }: ParitySettings,
): readonly PassageFinding[] {
  if (!oneForm) return [];
  const begun = new Map<string, { readonly form: string; readonly at: PassageFinding['at'] }>();
  const told = new Set<string>();
  return passages.flatMap((passage) =>
    passage.parts.flatMap((part) =>
      languages.flatMap((language) => {
        const side = part[language];
        return usesIn(side, termbase).flatMap((use): PassageFinding[] => {
          if (use.abbreviation || part.role === 'name' || !isMarkdown(passage)) return [];
          const at = passage.context.spot(side, use.start, use.end);
          const key = `${language} ${use.concept}`;
          const first = begun.get(key);
          if (!first) begun.set(key, { form: use.form, at });
          const other = `${key} ${use.form}`;
          if (!first || first.form === use.form || told.has(other)) return [];
          told.add(other);
          const details = { words: wordsOf(side, use), term: first.form, id: use.concept };
          return [{ rule: 'term-is-consistent', passage, at, beside: first.at, details }];
        });
      }),
    ),
  );
}

/** Titles and definitions, in YAML, cannot say what other words stand for; and a definition may give other names. */
function isMarkdown({ path }: Passage): boolean {
  return !path.endsWith('.yaml');
}
