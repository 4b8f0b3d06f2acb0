/** The same text stands at both. */
export interface Anchor {
  readonly from: number;
  readonly to: number;
}

/**
 * What two lists have in common, in order: what begins and what ends both, and between these what stands once in each.
 * In time linear in the texts.
 */
export function anchorsIn(from: readonly string[], to: readonly string[]): readonly Anchor[] {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;

  const anchors: Anchor[] = [];
  for (let at = 0; at < head; at++) anchors.push({ from: at, to: at });
  const [fromOnce, toOnce] = [onceIn(from, head, tail), onceIn(to, head, tail)];
  let last = head - 1;
  for (const [text, at] of fromOnce) {
    const other = toOnce.get(text);
    if (other === undefined || other <= last) continue;
    anchors.push({ from: at, to: other });
    last = other;
  }
  for (let at = tail; at > 0; at--) anchors.push({ from: from.length - at, to: to.length - at });
  return anchors;
}

/** Of the texts between head and tail, where those stand that stand there once. */
function onceIn(texts: readonly string[], head: number, tail: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const often = new Set<string>();
  for (let at = head; at < texts.length - tail; at++) {
    const text = texts[at] ?? '';
    if (found.has(text)) often.add(text);
    else found.set(text, at);
  }
  for (const text of often) found.delete(text);
  return found;
}
