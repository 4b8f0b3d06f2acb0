import type { Nodes } from 'mdast';
import type { PassageFinding } from '../finding.ts';
import type { Difference, Passage } from '../passages/index.ts';

/** `structure-matches`, `list-shape-matches`, `table-shape-matches`: what the alignment of the blocks came upon. */
export function structureMatches(passage: Passage): readonly PassageFinding[] {
  return passage.differences.map((difference) =>
    difference.kind === 'blocks' ? blocksFinding(difference, passage) : shapeFinding(difference, passage),
  );
}

/** A heading or a table that only one side has is an error: contents and references would differ between editions. */
const weighty: ReadonlySet<string> = new Set(['heading', 'table']);

function blocksFinding(difference: Difference & { kind: 'blocks' }, passage: Passage): PassageFinding {
  const { en, fr, beside } = difference;
  const severity = [en, fr].some((node) => node && weighty.has(node.type)) ? 'error' : 'warning';
  const quoted = {
    ...(en && { en: quoteOf(en, passage) }),
    ...(fr && { fr: quoteOf(fr, passage) }),
  };
  const at = (passage.first === 'fr' ? (fr ?? en) : (en ?? fr))?.position ?? passage.position;
  const other = (passage.first === 'fr' ? en : fr)?.position ?? beside;
  const variant = en && fr ? 'differ' : en ? 'en-only' : 'fr-only';
  return { rule: 'structure-matches', passage, severity, at, beside: other, details: { variant, ...quoted } };
}

function shapeFinding(difference: Difference & { kind: 'list' | 'table' }, passage: Passage): PassageFinding {
  const { kind, what, counts } = difference;
  const [one, two] = passage.first === 'en' ? [difference.en, difference.fr] : [difference.fr, difference.en];
  return {
    rule: `${kind}-shape-matches`,
    passage,
    at: one.position ?? passage.position,
    ...(two.position && { beside: two.position }),
    details: { variant: what, ...(counts && { en: counts.en, fr: counts.fr }) },
  };
}

/** The block's own source: its mark says what it is. */
function quoteOf(node: Nodes, { context }: Passage): string {
  return (node.position && context.quote(node.position)) || node.type;
}
