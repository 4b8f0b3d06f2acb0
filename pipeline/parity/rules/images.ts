import { type Language, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import type { Image, Part, Passage } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import { addressOf } from './addresses.ts';

/** `images-match`: as many pictures on both sides, described on both, in each side's own words. */
export function imagesMatch(passage: Passage, settings: ParitySettings): readonly PassageFinding[] {
  return passage.parts.flatMap((part) => {
    if (part.role === 'alt') return sameWords(part.en.text, part.fr.text) ? [altFinding(part, passage)] : [];
    if (part.en.images.length !== part.fr.images.length) return [countFinding(part, passage)];
    return part.en.images.flatMap((image, index) => {
      const other = part.fr.images[index];
      return other ? imageFindings([image, other], passage, settings) : [];
    });
  });
}

function countFinding(part: Part, passage: Passage): PassageFinding {
  const [en, fr] = [part.en.images.length, part.fr.images.length];
  const shown: Language = en > fr ? 'en' : 'fr';
  const other = part[otherLanguage(shown)];
  const lacked = part[shown].images[other.images.length];
  return {
    rule: 'images-match',
    passage,
    at: lacked?.position ?? part[shown].position,
    beside: other.position,
    details: { variant: 'count', en, fr },
  };
}

function imageFindings(
  [en, fr]: readonly [Image, Image],
  passage: Passage,
  settings: ParitySettings,
): readonly PassageFinding[] {
  const [one, two] = passage.first === 'en' ? [en, fr] : [fr, en];
  const place = { rule: 'images-match' as const, passage, at: one.position, beside: two.position };
  const [from, to] = [addressOf(en.url, 'en', settings.addresses), addressOf(fr.url, 'fr', settings.addresses)];
  if (from.plain !== to.plain && from.neutral !== to.neutral) {
    // each language may have its own drawing; one that stands elsewhere on the other side was hardly meant
    const { shown } = passage.context;
    const elsewhere = shown.en.has(fr.url) || shown.fr.has(en.url);
    const details = { variant: elsewhere ? 'elsewhere' : 'source', en: en.url, fr: fr.url };
    if (elsewhere || !(from.marked && to.marked)) {
      return [{ ...place, severity: elsewhere ? 'warning' : 'info', details }];
    }
  }
  if ((en.alt.trim() === '') !== (fr.alt.trim() === '')) {
    const [lacking, described] = en.alt.trim() === '' ? [en, fr] : [fr, en];
    const variant = lacking === en ? 'no-alt-en' : 'no-alt-fr';
    return [{ ...place, at: lacking.position, beside: described.position, details: { variant } }];
  }
  return sameWords(en.alt, fr.alt) ? [{ ...place, details: { variant: 'same', alt: short(en.alt) } }] : [];
}

function altFinding(part: Part, passage: Passage): PassageFinding {
  const details = { variant: 'same', alt: short(part.en.text) };
  return { rule: 'images-match', passage, at: part.en.position, details };
}

/** A name may be the same in both; four words hardly are. */
function sameWords(en: string, fr: string): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(en) === plain(fr) && (plain(en).match(/\p{L}{2,}/gu)?.length ?? 0) > 3;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
