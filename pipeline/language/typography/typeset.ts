import { type LanguageTag, Recent, type TypographyOptions } from '../../model/index.ts';
import { englishRules } from './english.ts';
import { frenchRules } from './french.ts';
import { resolveGaps } from './gaps.ts';
import { resolveLevels } from './levels.ts';
import { profileOf } from './profiles.ts';
import { type Piece, type Run, rangesOf, writeRuns } from './runs.ts';
import { scan } from './scan.ts';
import { resolveSigns } from './signs.ts';
import { TokenRow } from './token.ts';

/**
 * Sets the typography of one language on the pieces of one block's text. Rules work across the joins.
 *
 * Idempotent; letters and digits are neither lost nor moved; time is linear in the length of the text.
 *
 * @returns As many strings as there are runs; those of frozen runs are unchanged.
 */
export function typesetRuns(runs: readonly Run[], tag: LanguageTag, options?: TypographyOptions): readonly string[] {
  const how = options ? JSON.stringify(options) : '';
  const said = runs.map(({ text, frozen }) => `${frozen ? 1 : 0}${text}`).join('\u0000');
  return recent.get(`${tag} ${how} ${said}`, () => typesetAnew(runs, tag, options));
}

/** Blocks of words: each is set twice in a build, by the check and for the outputs. */
const recent = new Recent<readonly string[]>(4096);

function typesetAnew(runs: readonly Run[], tag: LanguageTag, options?: TypographyOptions): readonly string[] {
  const profile = profileOf(tag, options);
  const source = runs.map((run) => run.text).join('');
  const ranges = rangesOf(runs);
  const row = new TokenRow(
    source,
    scan(
      source,
      ranges.filter((range) => range.frozen),
    ),
  );
  resolveSigns(row, profile); // quotes, apostrophes, dashes: what each sign is
  resolveLevels(row, profile); // after the straight ones: which quotation is inside another
  const rules = profile.language === 'fr' ? frenchRules(row) : englishRules();
  const gaps = resolveGaps(row, profile, rules); // what stands between them
  if (runs.length === 1 && !runs[0]?.frozen) return [written(row, gaps)];
  return writeRuns(source, ranges, piecesOf(row, gaps)); // back into runs
}

function written({ source, tokens }: TokenRow, gaps: readonly (string | undefined)[]): string {
  let text = '';
  let end = 0;
  tokens.forEach((token, index) => {
    text += (gaps[index] ?? source.slice(end, token.start)) + token.text;
    end = token.end;
  });
  return text + source.slice(end);
}

function piecesOf(row: TokenRow, gaps: readonly (string | undefined)[]): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  row.tokens.forEach((token, index) => {
    const owner = ownsGapBefore(token.text) ? token.start : end - 1;
    pieces.push({ start: end, end: token.start, text: gaps[index], owner });
    pieces.push({ start: token.start, end: token.end, text: token.text, owner: token.start });
    end = token.end;
  });
  pieces.push({ start: end, end: row.source.length, owner: end });
  return pieces;
}

/** As `typesetRuns`, for a text in one piece. */
export function typeset(text: string, tag: LanguageTag, options?: TypographyOptions): string {
  return typesetRuns([{ text }], tag, options)[0] ?? '';
}

/** A space that is put where none was belongs to the run of the sign that asks for it. */
function ownsGapBefore(sign: string): boolean {
  return /^[^\p{L}\p{N}]/u.test(sign);
}
