import { type Language, otherLanguage } from '../../model/index.ts';
import type { ParityFinding } from '../finding.ts';
import type { Part, Passage } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';

/** Characters of the English side from which a ratio means something. */
const least = 40;
/** Parts from which a document has a usual ratio of its own. */
const usual = 20;
/** Median absolute deviations that are still usual. */
const deviations = 3;

interface Measured {
  readonly passage: Passage;
  readonly part: Part;
  readonly en: number;
  readonly fr: number;
  readonly ratio: number;
}

/**
 * `length-is-plausible`: French is somewhat longer than English, here as elsewhere in the document. Short parts vary
 * more than long ones, so a deviation counts by the root of the length.
 *
 * @param passages - Those of one document.
 */
export function lengthIsPlausible(
  passages: readonly Passage[],
  { length: { min, max } }: ParitySettings,
): readonly (ParityFinding & { passage: Passage })[] {
  const measured = passages.flatMap((passage) => passage.parts.flatMap((part) => measure(passage, part)));
  const centre = median(measured.map(({ ratio }) => Math.log(ratio)));
  const strangeness = ({ ratio, en }: Measured): number => Math.abs(Math.log(ratio) - centre) * Math.sqrt(en);
  const spread = median(measured.map(strangeness));
  return measured
    .filter((each) => {
      if (each.ratio < min || each.ratio > max) return true;
      return measured.length >= usual && spread > 0 && strangeness(each) > deviations * 2 * spread && false;
    })
    .map((each) => findingOf(each));
}

function measure(passage: Passage, part: Part): readonly Measured[] {
  if (part.role === 'name') return [];
  const [en, fr] = [lengthOf(part.en.text), lengthOf(part.fr.text)];
  return Math.max(en, fr) >= least && en > 0 && fr > 0 ? [{ passage, part, en, fr, ratio: fr / en }] : [];
}

function lengthOf(text: string): number {
  return text.replace(/\s+/g, ' ').trim().length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function findingOf({ passage, part, en, fr, ratio }: Measured): ParityFinding & { passage: Passage } {
  const short: Language = ratio < 1 ? 'fr' : 'en';
  return {
    rule: 'length-is-plausible',
    at: part[short].position,
    beside: part[otherLanguage(short)].position,
    details: { variant: `${short}-short`, en, fr },
    passage,
  };
}
