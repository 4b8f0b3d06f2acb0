import type { Edition, Staged } from '../model/index.ts';
import type { Fonts, PagedEdition } from './display.ts';

export interface LayoutResources {
  readonly fonts: Fonts;
}

/** Sets an edition into pages. */
export function layoutEdition(_edition: Edition, _resources: LayoutResources): Staged<PagedEdition> {
  throw new Error('not yet');
}
