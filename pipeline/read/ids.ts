/** A name that is an anchor in HTML, EPUB and PDF alike: a letter first, then letters, digits, `-` and `_`; no dot. */
const wellFormed = /^\p{L}[\p{L}\p{N}_-]*$/u;
/** Anchors of notes and of their calls, which Diptych gives. */
const reserved = /^fn(?:ref)?-\d/;

/** What is wrong with an authored id, or undefined. */
export function idFault(id: string): 'form' | 'reserved' | undefined {
  if (!wellFormed.test(id)) return 'form';
  return reserved.test(id) ? 'reserved' : undefined;
}

/** Whether a name can be a file's name on every system, and an address without escapes. */
export function isSafeName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/.test(name) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
}
