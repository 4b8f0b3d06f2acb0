import { identifyLanguage } from '../../language/index.ts';
import { otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import { blank, type Part, type Passage, type Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';

/** `text-is-translated`: no words stand untranslated on both sides. Names, figures and `nt` are no such words. */
export function textIsTranslated(passage: Passage, settings: ParitySettings): readonly PassageFinding[] {
  return passage.parts.flatMap((part) => {
    const same = part.role === 'name' ? undefined : sameStretch(part, settings);
    if (!same) return [];
    const { spot } = passage.context;
    // the language of the words says on which side they are in place
    const owner = identifyLanguage(part.en.words.slice(same.en.start, same.en.end)).language ?? passage.first;
    const work = otherLanguage(owner);
    const words = part[work].text.slice(same[work].start, same[work].end).trim().replace(/\s+/g, ' ');
    return [
      {
        rule: 'text-is-translated' as const,
        passage,
        at: spot(part[work], same[work].start, same[work].end),
        beside: spot(part[owner], same[owner].start, same[owner].end),
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
  if (normal(part.en.statements) === normal(part.fr.statements)) {
    const whole = { en: trimmed(part.en), fr: trimmed(part.fr) };
    return isProse(part.en.words, settings) && isProse(part.fr.words, settings) ? whole : undefined;
  }
  const french = new Map(sentencesOf(part.fr).map((sentence) => [normal(sentence.text), sentence]));
  for (const sentence of sentencesOf(part.en)) {
    const other = french.get(normal(sentence.text));
    if (other && wordsIn(sentence.text).length >= 5 && isProse(sentence.text, settings)) {
      return { en: sentence, fr: other };
    }
  }
  return undefined;
}

function trimmed({ text }: Side): Stretch {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** Titles and what others said may stand in their own language. */
const quoted = /«[^«»]*»|“[^“”]*”|"[^"\n]*"/g;

function sentencesOf({ words }: Side): readonly (Stretch & { readonly text: string })[] {
  const running = words.replace(quoted, (title) => '\n'.repeat(title.length));
  return [...running.matchAll(/[^.!?:;\n]+/g)].map(({ 0: text, index }) => {
    const start = index + (text.length - text.trimStart().length);
    return { text, start, end: index + text.trimEnd().length };
  });
}

function normal(text: string): string {
  return wordsIn(text).join(' ').toLowerCase();
}

function wordsIn(text: string): readonly string[] {
  return text.replaceAll('’', "'").match(/[\p{L}\d']+/gu) ?? [];
}

/**
 * Three words or more, two of them in lower case and no part of an identifier, and something that only one of the
 * languages says; four words whatever they say.
 */
function isProse(text: string, { names }: ParitySettings): boolean {
  const plain = withoutNames(text, names)
    .replaceAll(blank, ' ')
    .replace(quoted, ' ')
    .replace(/\S*[@/\\_<>=#]\S*|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}(?!\p{L})/gu, ' ');
  const words = wordsIn(plain).filter((word) => /\p{L}{2}/u.test(word));
  const common = words.filter((word) => /^\p{Ll}/u.test(word));
  if (words.length < 3 || common.length < 2) return false;
  const { language, functionWords } = identifyLanguage(plain);
  if (language === undefined) return words.length >= 4; // hardly so many are spelt alike in both
  return functionWords.en + functionWords.fr > 0 || common.length >= 3;
}

/** @param names - In lower case. */
export function withoutNames(text: string, names: readonly string[]): string {
  const lower = names.length > 0 ? text.toLowerCase() : '';
  if (lower.length !== text.length) return text;
  const found = names.flatMap((name) => {
    const places: number[] = [];
    for (let at = lower.indexOf(name); name !== '' && at >= 0; at = lower.indexOf(name, at + name.length)) {
      places.push(at);
    }
    return places.map((at) => [at, at + name.length] as const);
  });
  return found.reduce((rest, [start, end]) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end), text);
}
