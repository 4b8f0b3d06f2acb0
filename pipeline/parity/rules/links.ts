import { type Language, type LanguageMap, otherLanguage } from '../../model/index.ts';
import type { PassageFinding } from '../finding.ts';
import type { Link, Passage, Side } from '../passages/index.ts';
import { type Address, addressOf, agreements } from './addresses.ts';
import { leavingRule } from './statements.ts';

interface StatedLink extends Link {
  readonly address: Address;
}

/**
 * `link-targets-match`: both sides lead to the same pages, each to its own language's. Electronic mail and telephones are
 * `placeholders-match`’s.
 */
export const linkTargetsMatch = leavingRule<StatedLink>({
  leftIn(part, { context }, { addresses }) {
    const linksOf = ({ links, language }: Side): readonly StatedLink[] =>
      links
        .filter(({ url }) => !/^(?:mailto|tel):/i.test(url))
        .map((link) => {
          const url = context.target(link.url, link.position);
          return { ...link, address: addressOf(url, language, addresses) };
        });
    return unmatched(linksOf(part.en), linksOf(part.fr));
  },
  agree: (one, other) => agreements.some((agree) => agree(one.address, other.address)),
  tell({ part, passage, en, fr }) {
    const count = Math.max(en.length, fr.length);
    return Array.from({ length: count }, (_, index) => findingOf({ en: en[index], fr: fr[index] }, part, passage));
  },
});

function unmatched(en: readonly StatedLink[], fr: readonly StatedLink[]): LanguageMap<readonly StatedLink[]> {
  const [left, free] = [new Set(en), new Set(fr)];
  for (const agree of agreements) {
    for (const one of left) {
      for (const other of free) {
        if (!agree(one.address, other.address)) continue;
        left.delete(one);
        free.delete(other);
        break;
      }
    }
  }
  return { en: [...left], fr: [...free] };
}

/** One link, or two that stand against each other. */
function findingOf(
  links: LanguageMap<StatedLink | undefined>,
  part: LanguageMap<Side>,
  passage: Passage,
): PassageFinding {
  const variant = links.en && links.fr ? 'differ' : links.en ? 'en-only' : 'fr-only';
  const shown: Language = variant === 'differ' ? passage.first : variant === 'en-only' ? 'en' : 'fr';
  const placeOf = (language: Language) => links[language]?.position ?? part[language].position;
  return {
    rule: 'link-targets-match',
    passage,
    at: placeOf(shown),
    beside: placeOf(otherLanguage(shown)),
    details: { variant, ...(links.en && { en: links.en.url }), ...(links.fr && { fr: links.fr.url }) },
  };
}
