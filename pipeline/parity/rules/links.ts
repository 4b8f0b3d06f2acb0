import type { Language, LanguageMap } from '../../model/index.ts';
import type { ParityFinding } from '../finding.ts';
import type { Link, Passage, Side } from '../passages/index.ts';
import type { ParitySettings } from '../settings.ts';
import { type Address, addressOf } from './addresses.ts';
import { type LeftOver, pairUp } from './statements.ts';

interface StatedLink extends Link {
  readonly address: Address;
}

/** `link-targets-match`: both sides lead to the same pages, each to its own language's. */
export function linkTargetsMatch(passage: Passage, settings: ParitySettings): readonly ParityFinding[] {
  const left = passage.parts.map((part) => {
    const [en, fr] = unmatched(linksOf(part.en, passage, settings), linksOf(part.fr, passage, settings));
    return { part, en, fr };
  });
  return pairUp(left, (one, other) => agreements.some((agree) => agree(one, other))).flatMap((each) =>
    linksFindings(each, passage),
  );
}

function linksOf(side: Side, { context }: Passage, settings: ParitySettings): readonly StatedLink[] {
  return side.links.map((link) => {
    const anchor = link.url.startsWith('#') ? context.anchors.get(link.url.slice(1)) : undefined;
    const url = anchor === undefined ? link.url : `#${anchor}`;
    return { ...link, address: addressOf(url, side.language, settings.addresses) };
  });
}

type Agree = (en: StatedLink, fr: StatedLink) => boolean;

/** From the surest to the least: equal; equal but for the language; pages whose names are translated. */
const agreements: readonly Agree[] = [
  (en, fr) => en.address.plain === fr.address.plain,
  (en, fr) => en.address.neutral === fr.address.neutral,
  (en, fr) => en.address.marked && fr.address.marked && en.address.frame === fr.address.frame,
];

function unmatched(en: readonly StatedLink[], fr: readonly StatedLink[]): [en: StatedLink[], fr: StatedLink[]] {
  const [left, free] = [new Set(en), new Set(fr)];
  for (const agree of agreements) {
    for (const one of left) {
      const other = [...free].find((each) => agree(one, each));
      if (!other) continue;
      left.delete(one);
      free.delete(other);
    }
  }
  return [[...left], [...free]];
}

/** One finding for each link, or for two that stand against each other. */
function linksFindings({ part, en, fr }: LeftOver<StatedLink>, { first }: Passage): readonly ParityFinding[] {
  const count = Math.max(en.length, fr.length);
  return Array.from({ length: count }, (_, index): ParityFinding => {
    const links: LanguageMap<StatedLink | undefined> = { en: en[index], fr: fr[index] };
    const variant = links.en && links.fr ? 'differ' : links.en ? 'en-only' : 'fr-only';
    const shown: Language = variant === 'differ' ? first : variant === 'en-only' ? 'en' : 'fr';
    const placeOf = (language: Language) => links[language]?.position ?? part[language].position;
    return {
      rule: 'link-targets-match',
      at: placeOf(shown),
      beside: placeOf(shown === 'en' ? 'fr' : 'en'),
      details: { variant, ...(links.en && { en: links.en.url }), ...(links.fr && { fr: links.fr.url }) },
    };
  });
}
