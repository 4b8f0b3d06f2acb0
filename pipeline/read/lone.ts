import type { Pair } from 'mdast';
import { textIn } from '../align/index.ts';
import { type Diagnostic, diagnose, type LanguageMap, otherLanguage } from '../model/index.ts';

/** `variant-present` for passages of one file without their like in the other; neighbours are told together. */
export function loneBlocks(pairs: readonly Pair[], paths: LanguageMap): Diagnostic[] {
  const runs: { pairs: Pair[]; before: Pair | undefined }[] = [];
  let before: Pair | undefined;
  let open = false;
  for (const pair of pairs) {
    const [side, other] = pair.children;
    if (!side || other) {
      open = false;
      before = pair;
    } else if (/[\p{L}\p{N}\p{S}]/u.test(textIn(side, side.language))) {
      const run = open ? runs.at(-1) : undefined;
      if (run?.pairs[0]?.children[0]?.language === side.language) run.pairs.push(pair);
      else runs.push({ pairs: [pair], before });
      open = true;
    }
  }
  return runs.flatMap(({ pairs: run, before: last }) => told(run, last, paths));
}

function told(run: readonly Pair[], before: Pair | undefined, paths: LanguageMap): Diagnostic[] {
  const side = run[0]?.children[0];
  if (!side) return [];
  const language = otherLanguage(side.language);
  const [start, end] = [run[0]?.position?.start, run.at(-1)?.position?.end];
  const place = before?.children.find((variant) => variant.language === language)?.position;
  return [
    diagnose('variant-present', {
      path: paths[side.language],
      ...(start && end && { position: { start, end } }),
      details: {
        variant: run.length === 1 ? 'passage' : 'passages',
        language,
        ...(run.length > 1 && { count: run.length }),
        file: paths[language],
      },
      related: { path: paths[language], ...(place && { position: { start: place.end, end: place.end } }) },
    }),
  ];
}
