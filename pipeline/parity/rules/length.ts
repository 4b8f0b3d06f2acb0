import { type Language, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import type { Part, Passage } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';

/** Characters of the shorter side from which a ratio means something; twice as many of the longer do as well. */
const least = 40;
/** Parts from which a document has a habit of its own. */
const usual = 20;
/** Median absolute deviations that are still usual, scaled as statistics does: 1.4826 of them are a standard deviation. */
const deviations = 3 * 1.4826;
/** Median and median absolute deviation over 3,677 pairs of blocks of public pages; no document is held to a narrower one. */
const common = { centre: Math.log(1.2), spread: 0.9 };

/** How much further the bounds lie where both sides have as many sentences. */
const leeway = 1.4;

interface Measured {
  readonly passage: Passage;
  readonly part: Part;
  readonly en: number;
  readonly fr: number;
  readonly ratio: number;
  /** Both sides have as many sentences: a translation that is only wordy. */
  readonly alike: boolean;
}

/**
 * `length-is-plausible`: French is somewhat longer than English. A part speaks when its ratio lies outside the bounds
 * and outside the habit of its document; a wordy translation of as many sentences has more room. Short parts vary more than long ones, so a deviation counts by the root of the
 * length.
 *
 * @param passages - Those of one document.
 */
export function lengthIsPlausible(
  passages: readonly Passage[],
  { length: { min, max } }: ParitySettings,
): readonly PassageFinding[] {
  const measured = passages.flatMap((passage) => passage.parts.flatMap((part) => measure(passage, part)));
  const { centre, spread } = habitOf(measured);
  return measured
    .filter(({ ratio, alike }) => ratio < min / (alike ? leeway : 1) || ratio > max * (alike ? leeway : 1))
    .filter((each) => strangenessOf(each, centre) > deviations * spread)
    .map((each) => findingOf(each));
}

function habitOf(measured: readonly Measured[]): { centre: number; spread: number } {
  if (measured.length < usual) return common;
  const centre = median(measured.map(({ ratio }) => Math.log(ratio)));
  return { centre, spread: Math.max(common.spread, median(measured.map((each) => strangenessOf(each, centre)))) };
}

/** How far from the middle a ratio lies, for its length. */
function strangenessOf({ ratio, en, fr }: Measured, centre: number): number {
  return Math.abs(Math.log(ratio) - centre) * Math.sqrt(Math.min(en, fr));
}

function measure(passage: Passage, part: Part): readonly Measured[] {
  if (part.role === 'name') return [];
  const [en, fr] = [lengthOf(part.en.text), lengthOf(part.fr.text)];
  return Math.min(en, fr) >= least || (Math.min(en, fr) > 0 && Math.max(en, fr) >= 2 * least)
    ? [{ passage, part, en, fr, ratio: fr / en, alike: sentencesIn(part.en.text) === sentencesIn(part.fr.text) }]
    : [];
}

/** A remark that what a link leads to is in one language only lengthens one side alone. */
const onlyIn = /\((?:[^()]{0,20}\b)?(?:en anglais|en français|in English|in French)(?: seulement| only)?\)/gi;

function lengthOf(text: string): number {
  return text.replace(onlyIn, '').replace(/\s+/g, ' ').trim().length;
}

/** What ends without a stop is a sentence too: an item of a list has one in one language, and none in the other. */
function sentencesIn(text: string): number {
  return text.split(/[.!?…](?=[\s"'”’»)]|$)/u).filter((part) => /[\p{L}\d]/u.test(part)).length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function findingOf({ passage, part, en, fr, ratio }: Measured): PassageFinding {
  const short: Language = ratio < 1 ? 'fr' : 'en';
  return {
    rule: 'length-is-plausible',
    at: part[short].position,
    beside: part[otherLanguage(short)].position,
    details: { variant: `${short}-short`, en, fr },
    passage,
  };
}
