import { isOwnClass } from './ownClasses.ts';

/** An element of raw HTML that HTML and EPUB have as it was written. */
export interface PassedElement {
  readonly name: string;
  /** `class` (none of ours), `dir`, `datetime`: none that runs, loads or leads anywhere. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a browser makes of each is words in a box or in a line: no scripts, no forms, nothing that is loaded or heads the page. */
const blocks: ReadonlySet<string> = new Set(['div', 'section', 'article', 'header', 'footer', 'address', 'ins']);
const phrasing: ReadonlySet<string> = new Set(['span', 'u', 'ins', 'small', 'time', 'bdi', 'bdo']);

/** A day, month, year, time of day or moment, as HTML has them: `2001-12-12`, `13:30`, `2001-12-12T13:30Z`. */
const moment =
  /^(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?|(?:\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T)?(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:(?<=T.*)(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d))?)$/;

/** Each attribute that passes, with what it may say; undefined where that is something else. */
const attributes: Readonly<Record<string, (value: string, element: string) => string | undefined>> = {
  class: (value) => {
    const names = value.split(/\s+/).filter((name) => /^[a-z][\w-]*$/i.test(name) && !isOwnClass(name));
    return names.length > 0 ? names.join(' ') : undefined;
  },
  dir: (value) => (/^(?:ltr|rtl|auto)$/i.test(value) ? value.toLowerCase() : undefined),
  datetime: (value, element) =>
    moment.test(value) && (element === 'time' || (element === 'ins' && value.length >= 10)) ? value : undefined,
};

/** Attributes without which an element says nothing, or nothing valid. */
const needed: Readonly<Record<string, string>> = { time: 'datetime', bdo: 'dir' };

/**
 * The element as it may pass, with those of its attributes that may; undefined where only its words may.
 *
 * All that is not named here stays out, so what nobody has thought of does too.
 */
export function passedElement(
  { name, attributes: written }: { readonly name: string; readonly attributes: Iterable<readonly [string, string]> },
  place: 'block' | 'phrasing',
): PassedElement | undefined {
  if (!(place === 'block' ? blocks : phrasing).has(name)) return undefined;
  const kept: Record<string, string> = {};
  for (const [key, value] of written) {
    const own = Object.hasOwn(attributes, key) ? attributes[key]?.(value.trim(), name) : undefined;
    if (own !== undefined) kept[key] = own;
  }
  const must = needed[name];
  return must !== undefined && kept[must] === undefined ? undefined : { name, attributes: kept };
}
