/** What print leaves out or may take together: white space where lines may end, and signs that are not seen. */
const unprinted = /[\t\n\r\f\v \u2000-\u2006\u2008\u205f\u3000\u00ad\u200b\u2060\ufeff]+/g;

/** How many signs of a text are printed, in UTF-16 units; no-break spaces are among them. */
export function printedLength(text: string): number {
  return text.replace(unprinted, '').length;
}

/** The text in two, the second beginning with the printed sign that has `count` before it. */
export function cutAtSign(text: string, count: number): readonly [string, string] {
  let [before, at] = [0, 0];
  for (const { index, 0: left } of text.matchAll(unprinted)) {
    if (before + index - at > count) break;
    before += index - at;
    at = index + left.length;
  }
  const place = Math.min(text.length, at + count - before);
  return [text.slice(0, place), text.slice(place)];
}
