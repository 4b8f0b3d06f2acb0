import type { Language } from '../../model/index.ts';
import type { ParityFinding } from '../finding.ts';
import type { Image, Part, Passage } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import { addressOf } from './addresses.ts';

/** `images-match`: the same pictures on both sides, described on both, in each side's own words. */
export function imagesMatch(passage: Passage, settings: ParitySettings): readonly ParityFinding[] {
  return passage.parts.flatMap((part) => {
    if (part.role === 'alt') return sameWords(part.en.text, part.fr.text) ? [altFinding('same', part)] : [];
    if (part.en.images.length !== part.fr.images.length) return [countFinding(part, passage)];
    return part.en.images.flatMap((image, index) => {
      const other = part.fr.images[index];
      return other ? imageFindings([image, other], { passage, settings }) : [];
    });
  });
}

function countFinding(part: Part, { first }: Passage): ParityFinding {
  const [en, fr] = [part.en.images, part.fr.images];
  const shown: Language = en.length === fr.length ? first : en.length > fr.length ? 'en' : 'fr';
  const other = shown === 'en' ? 'fr' : 'en';
  const lacked = part[shown].images[part[other].images.length];
  return {
    rule: 'images-match',
    at: lacked?.position ?? part[shown].position,
    beside: part[other].position,
    details: { variant: 'count', en: en.length, fr: fr.length },
  };
}

function imageFindings(
  [en, fr]: readonly [Image, Image],
  { passage, settings }: { passage: Passage; settings: ParitySettings },
): readonly ParityFinding[] {
  const [one, two] = passage.first === 'en' ? [en, fr] : [fr, en];
  const place = { rule: 'images-match' as const, at: one.position, beside: two.position };
  const [from, to] = [addressOf(en.url, 'en', settings.addresses), addressOf(fr.url, 'fr', settings.addresses)];
  if (from.plain !== to.plain && from.neutral !== to.neutral && !(from.marked && to.marked)) {
    return [{ ...place, details: { variant: 'source', en: en.url, fr: fr.url } }];
  }
  if ((en.alt.trim() === '') !== (fr.alt.trim() === '')) {
    const lacking = en.alt.trim() === '' ? en : fr;
    const variant = lacking === en ? 'no-alt-en' : 'no-alt-fr';
    return [{ ...place, at: lacking.position, beside: (lacking === en ? fr : en).position, details: { variant } }];
  }
  return sameWords(en.alt, fr.alt) ? [{ ...place, details: { variant: 'same', alt: short(en.alt) } }] : [];
}

function altFinding(variant: string, part: Part): ParityFinding {
  return { rule: 'images-match', at: part.en.position, details: { variant, alt: short(part.en.text) } };
}

/** A name may be the same in both; four words hardly are. */
function sameWords(en: string, fr: string): boolean {
  const plain = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain(en) === plain(fr) && (plain(en).match(/\p{L}{2,}/gu)?.length ?? 0) > 3;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
