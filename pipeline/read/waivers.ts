import type { Root } from 'mdast';
import { z } from 'zod';
import { type Places, type Position, pointsIn, visit, type Waiver } from '../model/index.ts';
import { isPlainObject, listOf, mapMessage, text } from './schema.ts';
import type { YamlValue } from './yaml.ts';

/** `<!-- diptych-ignore RULE "reason" -->`; what is missing of it is told when waivers are applied. */
const comment = /<!--\s*diptych-ignore(?:\s+([\w-]+))?(?:\s*(?:"([^"]*)"|“([^”]*)”|«([^»]*)»))?[\s\S]*?-->/g;

/** The comments that waive findings, as parsed, before raw HTML becomes nodes. */
export function waiversIn(root: Root, source: string): readonly Waiver[] {
  const pointAt = pointsIn(source);
  const waivers: Waiver[] = [];
  visit(root, 'html', ({ value, position }) => {
    const { start, end } = position ?? {};
    if (!start || !end || start.offset === undefined || !value.includes('diptych-ignore')) return;
    const isWhole = source.slice(start.offset, end.offset) === value;
    for (const match of value.matchAll(comment)) {
      const [written, rule = '', ...reasons] = match;
      const from = start.offset + match.index;
      const own = { start: pointAt(from), end: pointAt(from + written.length) };
      const reason = reasons.find((each) => each !== undefined)?.trim() ?? '';
      waivers.push({ rule, reason, position: isWhole ? own : { start, end } });
    }
  });
  return waivers;
}

/** A tree with its waivers, if it has some; with the file that they stand in, where the tree's own file is another. */
export function withWaivers(tree: Root, waivers: readonly Waiver[], path?: string): Root {
  if (waivers.length === 0) return tree;
  const placed = waivers.map((waiver) =>
    path === undefined || waiver.position.path !== undefined
      ? waiver
      : { ...waiver, position: { ...waiver.position, path } },
  );
  return { ...tree, data: { ...tree.data, waivers: placed } };
}

/** Of `waive:`, in front matter and in `publication.yaml`. */
export const waiveList = listOf(
  z.strictObject({ rule: text, unit: text.optional(), reason: text }, { error: mapMessage }),
);

/** The entries of `waive:` that are right, with their places. */
export function waiversOf(yaml: YamlValue, written: z.output<typeof waiveList> | undefined): readonly Waiver[] {
  const isList = isPlainObject(yaml.value) && Array.isArray(yaml.value.waive);
  return (written ?? []).map(({ rule, unit, reason }, index) => ({
    rule,
    reason,
    ...(unit !== undefined && { unit }),
    position: yaml.position(isList ? ['waive', index] : ['waive']),
  }));
}

/** Where the texts under some keys stand, each language's own where it has one: `title`, `title.en`, `title.fr`. */
export function placesOf(
  yaml: YamlValue,
  keys: readonly (readonly PropertyKey[])[],
  under: readonly PropertyKey[] = [],
): Places {
  const places: Record<string, Position> = {};
  for (const key of keys) {
    for (const path of [key, [...key, 'en'], [...key, 'fr']]) {
      const found = path.length > 0 ? valueAt(yaml.value, [...under, ...path]) : undefined;
      if (found !== undefined && found !== null)
        places[path.map(String).join('.')] = yaml.position([...under, ...path]);
    }
  }
  return places;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}
