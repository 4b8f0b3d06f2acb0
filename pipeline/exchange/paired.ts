import type { Language, SourceFile } from '../model/index.ts';
import type { Facing, Stretch } from './stretches.ts';

/** What of two equal stretches is the same in both languages: it has no words. */
const wordless: ReadonlySet<string> = new Set(['code', 'math', 'thematicBreak', 'definition']);

export interface PairedOptions {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly order: readonly [Language, Language];
}

const definition = /^[ \t]*\[([^\]\n]+)\]:/gm;

/** A document's body, its two languages side by side: a shared block, a heading of two, or a block a language. */
export function pairedText(facings: readonly Facing[], { files, order }: PairedOptions): string {
  const textOf = (stretch: Stretch | undefined): string | undefined =>
    stretch && files.get(stretch.path)?.text.slice(stretch.start, stretch.end).replace(/\r\n?/g, '\n').trimEnd();
  const uses = countLabels(facings.flatMap(({ en, fr }) => [textOf(en), textOf(fr)]));
  return facings
    .flatMap((facing) => {
      const sides = { en: textOf(facing.en), fr: textOf(facing.fr) };
      const [one, other] = order.map((language) => ({ language, text: sides[language] }));
      if (!one || !other) throw new Error('There are two languages');
      if (one.text !== undefined && one.text === other.text && isShared(one.text, facing)) return [one.text];
      if (one.text === undefined || other.text === undefined) {
        const side = one.text === undefined ? other : one;
        if (side.text !== undefined && isOnlyDefinitions(facing, side.text, uses)) return [side.text.trim()];
        return side.text?.trim() ? [fenced(side.language, side.text, '{only}')] : [];
      }
      return [
        sharedHeading([one, other] as const, facing) ??
          `${fenced(one.language, one.text)}\n\n${fenced(other.language, other.text)}`,
      ];
    })
    .map((block) => `${block}\n`)
    .join('\n');
}

/** Code and the like, and elements without words or pictures, are nobody's language. */
function isShared(text: string, { types }: Facing): boolean {
  return (
    [...types].every((type) => wordless.has(type)) ||
    /^(?:\s|<(?!img\b|svg\b|video\b|audio\b|!--)[^<>]*>)*$/i.test(text)
  );
}

/** Addresses that stand once, for links in both languages. */
function isOnlyDefinitions({ types }: Facing, text: string, uses: ReadonlyMap<string, number>): boolean {
  const labels = labelsIn(text);
  return types.size === 1 && types.has('definition') && labels.every((label) => uses.get(label) === 1);
}

function countLabels(texts: readonly (string | undefined)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of texts.flatMap((text) => labelsIn(text ?? ''))) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

function labelsIn(text: string): readonly string[] {
  return [...text.matchAll(definition)].map(([, label = '']) => label.toLowerCase());
}

export function fenced(language: Language, text: string, attributes = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/^[ \t>]*(:{3,})/gm)].map(([, colons = '']) => colons.length));
  const colons = ':'.repeat(longest + 1);
  const body = text.replace(/^(?:[ \t]*\n)+/, '');
  return `${colons}${language}${attributes}\n\n${body}\n\n${colons}`;
}

/** `## :en[Purpose]:fr[Objet]`, where both are plain words in one line. */
function sharedHeading(
  [one, other]: readonly { readonly language: Language; readonly text: string | undefined }[],
  { types, loose }: Facing,
): string | undefined {
  if (loose || types.size !== 1 || !types.has('heading')) return undefined;
  const [first, second] = [one, other].map((side) => plainHeading.exec(side?.text ?? ''));
  if (!first || !second || first[1] !== second[1]) return undefined;
  return `${first[1]} :${one?.language}[${first[2]}]:${other?.language}[${second[2]}]`;
}

const plainHeading = /^(#{1,6})[ \t]+((?:(?![ \t]#)[^\n[\]{}\\`<>&*_]){1,300}?)[ \t]*#*[ \t]*$/;
