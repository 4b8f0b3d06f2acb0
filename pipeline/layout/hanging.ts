/**
 * Punctuation that stands a little outside the edges of justified text, so that the edges look straight: the part of its
 * own width. After R. Schlicht, “The microtype package”, table of default protrusion.
 */
const left: Readonly<Record<string, number>> = {
  '“': 0.4,
  '‘': 0.4,
  '«': 0.3,
  '(': 0.1,
  '-': 0.4,
  '–': 0.2,
  '—': 0.15,
};
const right: Readonly<Record<string, number>> = {
  '.': 0.7,
  ',': 0.6,
  ':': 0.4,
  ';': 0.3,
  '!': 0.1,
  '?': 0.1,
  '”': 0.4,
  '’': 0.5,
  '»': 0.3,
  ')': 0.1,
  '-': 0.55,
  '‐': 0.55,
  '–': 0.25,
  '—': 0.2,
};

/** Of a character that begins a line. */
export const hangsLeft = (character: string): number => left[character] ?? 0;

/** Of a character that ends a line. */
export const hangsRight = (character: string): number => right[character] ?? 0;
