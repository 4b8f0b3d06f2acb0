import { type Identification, identifyLanguage } from '../../language/index.ts';
import { type Language, languages, otherLanguage, type Severity } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import { blank, type Part, type Passage, type Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import { withoutNames } from './translated.ts';

/** Letters from which a judgement is an error, and from which there is one at all. */
const enough = 80;
const least = 20;
/** Certainty from which a judgement is an error, or stands without a second function word. */
const sure = 1.2;

/** `language-is-right`: each side is in its own language. Two that are swapped are told once. */
export function languageIsRight(passage: Passage, settings: ParitySettings): readonly PassageFinding[] {
  const judged = passage.parts
    .filter(({ role }) => role !== 'name')
    .map((part) => ({ part, en: judge(part.en, settings), fr: judge(part.fr, settings) }));
  const swapped = judged.filter(isSwapped);
  if (swapped.length > 0 && !judged.some(isRight)) return [swappedFinding(swapped, passage)];
  return judged.flatMap((each) => (isSwapped(each) ? [swappedFinding([each], passage)] : wrongFindings(each, passage)));
}

interface Judgement extends Identification {
  /** Of the words outside links, which may be titles in their own language. */
  readonly outside: Identification;
}

function judge(side: Side, settings: ParitySettings): Judgement {
  const outside = side.links.length > 0 ? identifyLanguage(proseOf(side.unlinked, settings)) : undefined;
  const whole = identifyLanguage(proseOf(side.words, settings));
  return { ...whole, outside: outside ?? whole };
}

type Judged = { readonly part: Part } & Readonly<Record<Language, Judgement>>;

function isSwapped({ en, fr }: Judged): boolean {
  return en.letters + fr.letters >= least && en.language === 'fr' && fr.language === 'en';
}

function isRight({ en, fr }: Judged): boolean {
  return en.language === 'en' && fr.language === 'fr';
}

function swappedFinding(swapped: readonly Judged[], passage: Passage): PassageFinding {
  const { first, position } = passage;
  const letters = swapped.reduce((sum, { en, fr }) => sum + en.letters + fr.letters, 0);
  const [one] = swapped;
  return {
    rule: 'language-is-right',
    passage,
    severity: letters >= enough ? 'error' : 'warning',
    at: one?.part[first].position ?? position,
    beside: one?.part[otherLanguage(first)].position ?? position,
    details: { variant: 'swapped' },
  };
}

function wrongFindings({ part, ...judged }: Judged, passage: Passage): readonly PassageFinding[] {
  return languages.flatMap((language) => {
    const severity = severityOf(judged[language], language);
    if (!severity) return [];
    return [
      {
        rule: 'language-is-right' as const,
        passage,
        severity,
        at: part[language].position,
        beside: part[otherLanguage(language)].position,
        details: { variant: `${language}-is-${otherLanguage(language)}` },
      },
    ];
  });
}

/** Undefined where the text may well be in its language. */
function severityOf(found: Judgement, language: Language): Severity | undefined {
  const other = otherLanguage(language);
  const { letters, certainty, functionWords, outside } = found;
  if (found.language !== other || letters < least) return undefined;
  if (outside.language === language || (outside.letters >= least && outside.language === undefined)) return undefined;
  const margin = functionWords[other] - 2 * functionWords[language];
  if (letters < enough) return certainty >= sure || margin >= 2 ? 'warning' : undefined; // a name or two look foreign
  return certainty >= sure && margin > 0 && outside.letters >= enough / 2 ? 'error' : 'warning';
}

/** Running words alone: what is quoted, and what looks like a name, a file or an element, is another matter. */
function proseOf(words: string, { names }: ParitySettings): string {
  const plain = words
    .replaceAll(blank, ' ')
    .replace(/«[^«»]{1,400}»|“[^“”]{1,400}”|"[^"\n]{1,400}"/g, ' ')
    .replace(/&\w+;|\S*[@/\\_<>=#]\S*|\S+\.\w{2,4}(?!\p{L})|(?<!\p{L})\p{Lu}{1,6}[\d(-]\S*/gu, ' ');
  return withoutNames(plain, names);
}
