import type { Formulae, PageStart } from '../../layout/index.ts';
import { type Edition, otherEditionAddress } from '../../model/index.ts';
import type { MarkupOptions } from '../markup/index.ts';
import { addressOf, elsewhere } from './links.ts';

/** What a book takes from elsewhere. */
export interface BookSources {
  readonly asset: MarkupOptions['asset'];
  /** Where printed pages begin. */
  readonly starts: readonly PageStart[];
  readonly formulae: Formulae | undefined;
}

export function markupOptions(
  edition: Edition,
  { asset, formulae }: Pick<BookSources, 'asset' | 'formulae'>,
): MarkupOptions {
  return {
    edition,
    href: (target, language) =>
      language && language !== edition.language
        ? (otherEditionAddress(edition, target) ?? elsewhere)
        : addressOf(target),
    asset,
    ...(formulae && { formulae }),
    flavour: 'epub',
  };
}
