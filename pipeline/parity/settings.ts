import type { LanguageMap, Settings } from '../model/index.ts';

/** What the rules are told, every value filled. */
export interface ParitySettings {
  /** French characters for each English one. */
  readonly length: { readonly min: number; readonly max: number };
  readonly addresses: readonly LanguageMap[];
  /** Lower case. */
  readonly names: readonly string[];
}

/** A real pair of official pages has 1.17; 149 pairs of public files lie between 1.06 and 1.28. */
const plausible: ParitySettings['length'] = { min: 0.75, max: 1.75 };

export function paritySettings({ rules }: Settings): ParitySettings {
  return {
    length: { ...plausible, ...rules?.length },
    addresses: rules?.addresses ?? [],
    names: (rules?.names ?? []).map((name) => name.toLowerCase()),
  };
}
