import type { Nodes, Text } from 'mdast';
import { ordinals } from '../language/index.ts';
import type { Language } from '../model/index.ts';
import type { Voice } from '../typography/index.ts';
import { replaceEach } from './walk.ts';

/** What each language makes of a shared text; one that is missing has the text as a quotation. */
type Sides = Partial<Record<Language, string>>;

/** Gives shared text its typography: in place where the languages agree, else as an inline pair. */
export function splitShared(parent: Nodes, sides: ReadonlyMap<Text, Sides>, voices: readonly Voice[]): void {
  if (sides.size === 0 || !('children' in parent)) return;
  for (const child of parent.children) splitShared(child, sides, voices);
  replaceEach(parent, (child) => {
    if (child.type !== 'text') return [child];
    const { en, fr } = sides.get(child) ?? {};
    if (en === undefined || fr === undefined) return [child];
    if (en === fr && voices.every(({ tag }) => ordinals(en, tag).length === 0)) {
      child.value = en;
      return [child];
    }
    return [pairOf(child, { en, fr })];
  });
}

function pairOf(text: Text, sides: Required<Sides>): Nodes {
  const at = text.position && { position: text.position };
  const side = (language: Language): Extract<Nodes, { type: 'phrasingVariant' }> => ({
    type: 'phrasingVariant',
    language,
    children: [{ type: 'text', value: sides[language], ...at }],
    ...at,
  });
  return { type: 'phrasingPair', children: [side('en'), side('fr')], ...at };
}
