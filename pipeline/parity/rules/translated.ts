import { identifyLanguage } from '../../language/index.ts';
import type { ParityFinding } from '../finding.ts';
import { blank, type Part, type Passage, type Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';

/** `text-is-translated`: no words stand untranslated on both sides. Names, figures and `nt` are no such words. */
export function textIsTranslated(passage: Passage, settings: ParitySettings): readonly ParityFinding[] {
  const { first, context } = passage;
  return passage.parts.flatMap((part) => {
    if (part.role === 'name') return [];
    const same = sameStretch(part, settings);
    if (!same) return [];
    const { en, fr } = same;
    const [one, two] = first === 'en' ? [part.en, part.fr] : [part.fr, part.en];
    const [here, there] = first === 'en' ? [en, fr] : [fr, en];
    const words = one.text.slice(here.start, here.end).trim().replace(/\s+/g, ' ');
    return [
      {
        rule: 'text-is-translated' as const,
        // the side that is not in its own language is where the work is; it stands beside
        at: context.spot(two, there.start, there.end),
        beside: context.spot(one, here.start, here.end),
        details: { words: words.length > 60 ? `${words.slice(0, 59)}…` : words },
      },
    ];
  });
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The whole part, or the first sentence that both sides have word for word. */
function sameStretch(part: Part, settings: ParitySettings): { en: Stretch; fr: Stretch } | undefined {
  const whole = { en: { start: 0, end: part.en.text.length }, fr: { start: 0, end: part.fr.text.length } };
  if (normal(part.en.words) === normal(part.fr.words)) return isProse(part.en.words, settings) ? whole : undefined;
  const french = new Map(sentencesOf(part.fr).map((sentence) => [normal(sentence.text), sentence]));
  for (const sentence of sentencesOf(part.en)) {
    const other = french.get(normal(sentence.text));
    if (other && wordsOf(sentence.text).length >= 5 && isProse(sentence.text, settings)) {
      return { en: sentence, fr: other };
    }
  }
  return undefined;
}

function sentencesOf({ words }: Side): readonly (Stretch & { readonly text: string })[] {
  return [...words.matchAll(/[^.!?:;\n]+/g)].map(({ 0: text, index }) => {
    const start = index + (text.length - text.trimStart().length);
    return { text, start, end: index + text.trimEnd().length };
  });
}

function normal(text: string): string {
  return wordsOf(text).join(' ').toLowerCase();
}

function wordsOf(text: string): readonly string[] {
  return text.replaceAll('’', "'").match(/[\p{L}\d']+/gu) ?? [];
}

/**
 * Three words or more, with something that only one of the languages says: a function word, or a word in lower case
 * whose letters tell.
 */
function isProse(text: string, { names }: ParitySettings): boolean {
  const plain = withoutNames(text.replaceAll(blank, ' '), names);
  const words = wordsOf(plain).filter((word) => /\p{L}{2}/u.test(word));
  const common = words.filter((word) => /^\p{Ll}/u.test(word));
  if (words.length < 3 || common.length < 2) return false;
  const { language, functionWords } = identifyLanguage(plain);
  return language !== undefined && (functionWords.en + functionWords.fr > 0 || common.length >= 3);
}

export function withoutNames(text: string, names: readonly string[]): string {
  if (names.length === 0) return text;
  const lower = text.toLowerCase();
  const chars = [...names].reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), lower);
  return [...text].map((letter, index) => (chars[index] === ' ' ? ' ' : letter)).join('');
}
