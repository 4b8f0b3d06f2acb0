import { type Identification, identifyLanguage } from '../../language/index.ts';
import { type Language, languages, otherLanguage, type Severity } from '../../model/index.ts';
import type { ParityFinding } from '../finding.ts';
import { blank, type Part, type Passage, type Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import { withoutNames } from './translated.ts';

/** Letters from which a judgement is an error, and from which there is one at all. */
const enough = 80;
const least = 20;
/** Certainty from which a judgement is an error. */
const sure = 1.2;

/** `language-is-right`: each side is in its own language. Two that are swapped are told once. */
export function languageIsRight(passage: Passage, settings: ParitySettings): readonly ParityFinding[] {
  const judged = passage.parts
    .filter(({ role }) => role !== 'name')
    .map((part) => ({
      part,
      en: identifyLanguage(proseOf(part.en, settings)),
      fr: identifyLanguage(proseOf(part.fr, settings)),
    }));
  const swapped = judged.filter(isSwapped);
  if (swapped.length > 0 && !judged.some(isRight)) return [swappedFinding(swapped, passage)];
  return judged.flatMap((each) => (isSwapped(each) ? [swappedFinding([each], passage)] : wrongFindings(each)));
}

type Judged = { readonly part: Part } & Readonly<Record<Language, Identification>>;

function isSwapped({ en, fr }: Judged): boolean {
  return en.letters + fr.letters >= least && en.language === 'fr' && fr.language === 'en';
}

function isRight({ en, fr }: Judged): boolean {
  return en.language === 'en' && fr.language === 'fr';
}

function swappedFinding(swapped: readonly Judged[], { first, position }: Passage): ParityFinding {
  const letters = swapped.reduce((sum, { en, fr }) => sum + en.letters + fr.letters, 0);
  const [one] = swapped;
  return {
    rule: 'language-is-right',
    severity: letters >= enough ? 'error' : 'warning',
    at: one?.part[first].position ?? position,
    beside: one?.part[otherLanguage(first)].position ?? position,
    details: { variant: 'swapped' },
  };
}

function wrongFindings({ part, ...judged }: Judged): readonly ParityFinding[] {
  return languages.flatMap((language) => {
    const found = judged[language];
    if (found.language !== otherLanguage(language) || found.letters < least) return [];
    const { functionWords } = found;
    const speaks = functionWords[otherLanguage(language)] > functionWords[language];
    if (!speaks && found.letters < enough) return []; // a name or two look foreign soon
    const severity: Severity = found.letters >= enough && found.certainty >= sure && speaks ? 'error' : 'warning';
    return [
      {
        rule: 'language-is-right' as const,
        severity,
        at: part[language].position,
        beside: part[otherLanguage(language)].position,
        details: { variant: `${language}-is-${otherLanguage(language)}` },
      },
    ];
  });
}

/** Running words alone: what is quoted, and what looks like a name of a file or of an element, is another matter. */
function proseOf(side: Side, { names }: ParitySettings): string {
  const plain = side.words
    .replaceAll(blank, ' ')
    .replace(/«[^«»]{1,400}»|“[^“”]{1,400}”|"[^"\n]{1,400}"/g, ' ')
    .replace(/\{[{%:][^}]*\}\}?|&\w+;|\S*[@/\\_<>=#]\S*|\S+\.\w{2,4}(?!\p{L})/gu, ' ');
  return withoutNames(plain, names);
}
