import { Failure, type Settings } from './model/index.ts';

/** Stands in packages that nothing else dates. */
const undated = '2000-01-01';

/** The last second that a date of JavaScript can be. */
const lastSecond = 8.64e12;

/**
 * The instant that packages give as their time of making: the publication's own date, or that of the document which was
 * modified last, so that a build does not depend on when it is made.
 *
 * @param documents - ISO dates on which documents were modified.
 * @param epoch - `SOURCE_DATE_EPOCH`: seconds since 1970 in UTC.
 * @throws Failure `epoch-invalid` when it is needed and is no number of seconds.
 */
export function instantOf(dates: Settings['dates'], documents: readonly string[], epoch?: string): string {
  const date = [dates.modified ?? dates.issued ?? '', ...documents].sort().at(-1);
  if (date) return `${date}T00:00:00Z`;
  if (!epoch) return `${undated}T00:00:00Z`;
  if (!/^\d+$/.test(epoch) || Number(epoch) > lastSecond) throw new Failure('epoch-invalid', { epoch });
  return new Date(Number(epoch) * 1000).toISOString().replace('.000Z', 'Z');
}
