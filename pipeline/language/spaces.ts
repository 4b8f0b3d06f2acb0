/** No-break space, U+00A0. */
export const NB = '\u00A0';

/** Narrow no-break space, U+202F. */
export const NN = '\u202F';
