/** What stands behind the text of a draft, from corner to corner of the page. */
import { fill, type Strings } from '../model/index.ts';
import type { Fonts, Points, TextFragment } from './display.ts';
import { faceOf, type Sheet } from './style.ts';

/** As much of a page's diagonal as the words may take. */
const longest = 0.72;

interface Page {
  readonly width: Points;
  readonly height: Points;
  readonly fonts: Fonts;
  readonly sheet: Sheet;
}

/**
 * The mark of a draft in the middle of the page, rising to its top right corner; none where the theme wants none.
 *
 * @param languages - The strings of each language of the edition, in its order.
 */
export function watermark(languages: readonly Strings[], { width, height, fonts, sheet }: Page): TextFragment[] {
  if (!sheet.watermark) return [];
  const style = sheet.styles.watermark;
  const face = fonts(faceOf(style));
  const texts = languages.map((strings) => fill(strings, 'edition.draft.mark'));
  const space = face.width(' ');
  const natural = texts.reduce((sum, text) => sum + face.width(text), space * (texts.length - 1)) / 1000;
  const size = Math.min(style.size, (Math.hypot(width, height) * longest) / natural);
  const turn = Math.atan2(height, width);
  const [along, up] = [(natural * size) / 2, (face.capHeight * size) / 2000];
  return [
    {
      kind: 'text',
      owner: { artifact: 'watermark' },
      x: width / 2 - along * Math.cos(turn) + up * Math.sin(turn),
      baseline: height / 2 + along * Math.sin(turn) + up * Math.cos(turn),
      turn,
      face: face.id,
      size,
      colour: style.colour,
      words: texts.map((text, index) =>
        index < texts.length - 1 ? { text, gap: (space * size) / 1000, spaceAfter: true } : { text, gap: 0 },
      ),
    },
  ];
}
