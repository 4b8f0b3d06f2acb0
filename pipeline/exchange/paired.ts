import type { Language, SourceFile } from '../model/index.ts';
import type { Facing, Stretch } from './stretches.ts';

/** What of two equal stretches is the same in both languages: it has no words. */
const wordless: ReadonlySet<string> = new Set(['code', 'math', 'thematicBreak', 'definition']);

export interface PairedOptions {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly order: readonly [Language, Language];
}

/** A document's body, its two languages side by side: a shared block, a heading of two, or a block a language. */
export function pairedText(facings: readonly Facing[], { files, order }: PairedOptions): string {
  const textOf = (stretch: Stretch | undefined): string | undefined =>
    stretch && files.get(stretch.path)?.text.slice(stretch.start, stretch.end).replace(/\r\n?/g, '\n').trimEnd();
  return facings
    .flatMap((facing) => {
      const sides = { en: textOf(facing.en), fr: textOf(facing.fr) };
      const [one, other] = order.map((language) => ({ language, text: sides[language] }));
      if (!one || !other) throw new Error('There are two languages');
      if (one.text !== undefined && one.text === other.text && [...facing.types].every((type) => wordless.has(type))) {
        return [one.text];
      }
      if (one.text === undefined || other.text === undefined) {
        const side = one.text === undefined ? other : one;
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

function fenced(language: Language, text: string, attributes = ''): string {
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
