import type { LanguageMap } from '../model/index.ts';
import { blockCost } from './costs.ts';
import type { Profile } from './profile.ts';
import type { Span } from './sequence.ts';

/**
 * Mends headings that were set one too late: where what stands alone before a pair of headings on one side, and after it
 * on the other, agrees when each is set one earlier, it is. So it comes where one side has a heading more, and the
 * other a line in bold in its place.
 */
export function shiftHeadings(spans: readonly Span[], { en, fr }: LanguageMap<readonly Profile[]>): Span[] {
  const mended: Span[] = [];
  for (let at = 0; at < spans.length; at++) {
    const span = spans[at] as Span;
    const side = span.size[0] === 0 ? 1 : 0;
    const count = runFrom(spans, at, side);
    const whole = spans.slice(at, at + 2 * count + 1);
    const first = whole[0]?.at;
    const isShape =
      count > 0 &&
      whole[count]?.size.every((size) => size === 1) &&
      runFrom(spans, at + count + 1, side === 0 ? 1 : 0) >= count;
    const shifted =
      first && isShape
        ? Array.from(
            { length: count + 1 },
            (_, step): Span => ({ at: [first[0] + step, first[1] + step], size: [1, 1] }),
          )
        : [];
    const head = side === 0 ? en[first?.[0] ?? -1] : fr[first?.[1] ?? -1];
    const cost = shifted.reduce((sum, { at: [i, j] }) => sum + blockCost(en[i] as Profile, fr[j] as Profile), 0);
    if (head?.heading && shifted.length > 0 && cost < 2 * count) {
      mended.push(...shifted);
      at += 2 * count;
    } else if (head?.heading && belongsEarlier(spans.slice(at, at + 3), { en, fr })) {
      const [, pair, group] = spans.slice(at, at + 3) as [Span, Span, Span];
      const own = side === 0 ? [1, 0] : [0, 1];
      mended.push({ at: [pair.at[0] - (own[0] ?? 0), pair.at[1] - (own[1] ?? 0)], size: [1, 1] });
      mended.push({
        at: [group.at[0] - (own[0] ?? 0), group.at[1] - (own[1] ?? 0)],
        size: [group.size[0] + (own[0] ?? 0), group.size[1] + (own[1] ?? 0)],
      });
      at += 2;
    } else mended.push(span);
  }
  return mended;
}

/** The heading that the pair took is a line of the paragraph below it, which is typed in as many lines. */
function belongsEarlier(spans: readonly Span[], { en, fr }: LanguageMap<readonly Profile[]>): boolean {
  const [lone, pair, group] = spans;
  if (!lone || !pair || !group || pair.size[0] * pair.size[1] !== 1) return false;
  const side = lone.size[0] === 0 ? 1 : 0;
  if (group.size[side] < 2 || group.size[1 - side] !== 1) return false;
  const [own, other] = side === 0 ? [en, fr] : [fr, en];
  const paragraph = other[group.at[1 - side] as number];
  return own[pair.at[side]]?.heading === true && paragraph?.lines === group.size[side] + 1;
}

/** How many blocks of one side stand alone from here on. */
function runFrom(spans: readonly Span[], start: number, side: 0 | 1): number {
  let count = 0;
  while (spans[start + count]?.size[side] === 1 && spans[start + count]?.size[1 - side] === 0) count++;
  return count;
}
