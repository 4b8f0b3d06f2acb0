/**
 * What typography must not touch although it stands in running text. Every repetition that could meet its own
 * characters again is bounded, so that scanning stays linear in the length of the text.
 */

/** What every mask but a telephone number holds. */
const telltale = /[@/\\_={}<>`|&]|:[^\s]|\$[a-z_{]|www\.|\d-\d|\(\)|\B--?[a-z]/i;

/** Whether `chunk`, a stretch without white space, is worth holding against the masks: most are not. */
export function mayHoldMask(chunk: string): boolean {
  return telltale.test(chunk);
}

/** Sentence punctuation that closes a chunk without belonging to what stands in it. */
const trailing = /[.,;:!?…'’"”»)\]*]+$/u;
/** As `trailing` without the quotes, which are part of code. */
const trailingCode = /[.,;:!?…)»]+$/u;

/** Tried at the beginning of a chunk or inside it after a sign; sticky, in this order. */
const masks: readonly RegExp[] = [
  /\{\{.{0,1000}?\}\}|\{%.{0,1000}?%\}/suy, // templates
  /\{:(?:"[^"]{0,300}"|'[^']{0,300}'|[^}"']){0,400}\}/uy, // attribute lists
  /\{\s*["'][^{}]{0,300}\}/uy, // objects
  /<[/!]?[a-z][^<>\n]{0,500}>/iuy, // markup
  /&(?:[a-z][a-z0-9]{1,20}|#\d{1,7}|#x[0-9a-f]{1,6});/iy, // character references
  /[a-z][\w:-]{0,40}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}')/iy, // attributes
  /[a-z][a-z0-9+.-]{0,20}:\/\/\S+/iy, // addresses
  /www\.\S+/iy,
  /(?:urn|doi|mailto|tel|data|javascript|isbn):(?=[^\s:])\S+/iy,
  /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,250}[\p{L}\p{N}])?/uy, // e-mail
  /[a-z]:\\\S*/iy, // Windows paths
  /\\\\[^\s\\]+\\\S*/y,
  /\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2}(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)?(?![\d\p{L}-])/uy, // ISO dates
  /\d{1,4}:\d{1,4}(?::\d{1,4})*(?!\p{L})/uy, // clock times, ratios
  /:[\p{L}\p{N}_+-]{0,40}[\p{L}_+][\p{L}\p{N}_+-]{0,40}:(?![\p{L}\p{N}])/uy, // emoji names
  /[\p{L}\p{N}_.~-]{0,80}::[^\s]*/uy, // a::b
  /--?[a-z][\w-]*(?:=\S+)?/iy, // options of a command
  /\$[a-z_{]\S*/iy, // variables
];

/** Tried at a digit, `+` or `(`: they may hold spaces. */
const telephone =
  /(?:(?:\+?\d{1,3}[ \u00A0.-])?(?:\(\d{3}\)[ \u00A0]?|\d{3}[ \u00A0.-])\d{3}[-.\u2011 \u00A0]\d{4}|0\d(?:[ \u00A0.-]\d\d){4}|\+\d{1,3}(?:[ \u00A0.-]\d{1,4}){2,5})(?![\p{L}\p{N}])/uy;

/** A chunk that holds one of these is code as a whole. */
const codeLike = /(?=\\|`|::|=["']|[\p{L}\p{N}_]\(\)|[\p{L}\p{N}]_[\p{L}\p{N}]|\/\/|<\/|\/>)/gu;

/** Where the last sign of code in a chunk begins, or -1: from any place before it on, the chunk is code. */
export function lastCodeIn(chunk: string): number {
  let last = -1;
  for (const { index } of chunk.matchAll(codeLike)) last = index;
  return last;
}

/** A stretch without white space; offsets, end exclusive. */
export interface Chunk {
  readonly end: number;
  /** Where its last sign of code begins, or -1. */
  readonly lastCode: number;
}

/** The end of the mask that begins at `index`, or `index` when none does. */
export function maskEnd(text: string, index: number, { end: chunkEnd, lastCode }: Chunk): number {
  for (const mask of masks) {
    const end = sticky(mask, text, index);
    if (end > index) return end - trimmed(text.slice(index, end), trailing);
  }
  return index <= lastCode ? chunkEnd - trimmed(text.slice(index, chunkEnd), trailingCode) : index;
}

/** Whether a mask is a date, a time, a ratio, a telephone number or an e-mail: a sign that touches it is no part of it. */
export function isPlainMask(text: string): boolean {
  return /^(?:[\d\s:+().T\u2011-]+Z?|[^\s@/:]+@[^\s@/:]+)$/.test(text);
}

/** The end of the telephone number that begins at `index`, or `index`. */
export function telephoneEnd(text: string, index: number): number {
  return sticky(telephone, text, index);
}

function sticky(pattern: RegExp, text: string, index: number): number {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
}

/** How much of the mask's end is sentence punctuation. A parenthesis opened in it, the quotes of a value, `:emoji:` are its own. */
function trimmed(mask: string, punctuation: RegExp): number {
  if (/^[:{<&]|=["'].*["']$/su.test(mask)) return 0;
  const tail = punctuation.exec(mask)?.[0] ?? '';
  if (tail.length === mask.length) return 0;
  const kept = mask.slice(0, mask.length - tail.length);
  const open = kept.split('(').length - kept.split(')').length;
  return open > 0 && tail.startsWith(')') ? tail.length - 1 : tail.length;
}
