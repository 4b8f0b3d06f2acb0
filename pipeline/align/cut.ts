import type { Pair, PhrasingPair, PhrasingVariant, Variant } from 'mdast';

/** What is wrong with one block of a run; `read` knows the file and makes the diagnostic. */
interface Fault<Side> {
  readonly rule: 'variant-present' | 'pair-is-adjacent';
  /** `lone`: no other side. `same-language`: two neighbours of one language. `ids`: halves named differently. */
  readonly kind: 'lone' | 'same-language' | 'ids';
  readonly at: Side;
  /** The neighbour that makes it wrong. */
  readonly beside?: Side;
}

interface Cut<Pairing, Side> {
  readonly pairs: readonly Pairing[];
  readonly faults: readonly Fault<Side>[];
}

/** What the cut needs to know of a side, block or inline. */
type AnySide = Variant | PhrasingVariant;

/**
 * Cut a run of adjacent language blocks, from the top, into pairs of differing languages.
 *
 * Blocks marked `only` stand outside the cut. One that stands between two halves comes before or after their pair,
 * so that the edition which has it keeps its order.
 *
 * @param run - Neighbours with nothing but blank lines and comments between them.
 */
export function cutPairs(run: readonly Variant[]): Cut<Pair, Variant> {
  const { groups, faults } = cut(run);
  return { pairs: groups.map((sides) => ({ type: 'pair', children: sides.map(unnamed), ...shared(sides) })), faults };
}

/** As `cutPairs`, for `:en[…]:fr[…]`. */
export function cutPhrasingPairs(run: readonly PhrasingVariant[]): Cut<PhrasingPair, PhrasingVariant> {
  const { groups, faults } = cut(run);
  return {
    pairs: groups.map((sides) => ({ type: 'phrasingPair', children: sides.map(unnamed), ...shared(sides) })),
    faults,
  };
}

function cut<Side extends AnySide>(run: readonly Side[]): { groups: Side[][]; faults: Fault<Side>[] } {
  const groups: Side[][] = [];
  const faults: Fault<Side>[] = [];
  let open: Side[] | undefined;
  for (const side of run) {
    const first = open?.[0];
    if (side.only) {
      const before = open && first && first.language !== side.language ? groups.indexOf(open) : groups.length;
      groups.splice(before, 0, [side]);
    } else if (open && first && first.language !== side.language) {
      open.push(side);
      open = undefined;
      if (idsDiffer(first, side)) faults.push({ rule: 'pair-is-adjacent', kind: 'ids', at: side, beside: first });
    } else {
      if (first) faults.push({ rule: 'pair-is-adjacent', kind: 'same-language', at: side, beside: first });
      open = [side];
      groups.push(open);
    }
  }
  const last = open?.[0];
  if (last && !last.data?.untranslated) faults.push({ rule: 'variant-present', kind: 'lone', at: last });
  return { groups, faults };
}

function idsDiffer(first: AnySide, second: AnySide): boolean {
  const [one, two] = [first.data?.id, second.data?.id];
  return one !== undefined && two !== undefined && one !== two;
}

/** The id is the pair's; it does not stay on its halves. */
function unnamed<Side extends AnySide>(side: Side): Side {
  const { data, ...rest } = side;
  const { id: _id, authored: _authored, ...other } = data ?? {};
  return (Object.keys(other).length > 0 ? { ...rest, data: other } : rest) as Side;
}

/** The pair's id, from the half that states it, and its place in the source. */
function shared(sides: readonly AnySide[]): Pick<Pair, 'data' | 'position'> {
  const id = sides.find((side) => side.data?.id)?.data?.id;
  const [start, end] = [sides[0]?.position?.start, sides.at(-1)?.position?.end];
  return { ...(id && { data: { id, authored: true } }), ...(start && end && { position: { start, end } }) };
}
