import type { PagedEdition } from '../../pipeline/layout/index.ts';

/** The label of the page that a destination is on. */
export function pageOf({ destinations, pages }: PagedEdition, name: string): string | undefined {
  return pages[destinations.get(name)?.page ?? -1]?.label;
}
