import type { Publication, Staged } from '../model/index.ts';

/** Read everything under `<dir>/source`. The value is undefined when `publication.yaml` cannot be used. */
export async function readPublication(_dir: string): Promise<Staged<Publication | undefined>> {
  throw new Error('not yet');
}
