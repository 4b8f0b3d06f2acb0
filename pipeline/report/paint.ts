export type Colour = 'red' | 'yellow' | 'blue' | 'green' | 'dim' | 'bold';

/** Puts a colour around words, or leaves them as they are. */
export type Painter = (colour: Colour, words: string) => string;

/** Select Graphic Rendition of ECMA-48: on, off. Colours of the terminal's own palette, so that they fit its background. */
const codes: Readonly<Record<Colour, readonly [number, number]>> = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
};

export function painter(colour: boolean): Painter {
  if (!colour) return (_, words) => words;
  return (name, words) => `\u001b[${codes[name][0]}m${words}\u001b[${codes[name][1]}m`;
}
