import type { Data, Heading } from 'mdast';
import { checkedId } from './directives.ts';
import type { Reading } from './phrasing.ts';

/** `{#id}`, `{short="…"}` or both, at the end of a heading. */
const attributes =
  /[ \t]*\{[ \t]*((?:#[^\s{}]+|short(?:-en|-fr)?="[^"{}\n]*")(?:[ \t]+short(?:-en|-fr)?="[^"{}\n]*")*)[ \t]*\}[ \t]*$/;

/** A heading with what is said of it in braces, after a space at its end or directly after its only pair. */
export function headingOf(heading: Heading, reading: Reading): Heading {
  let found = heading;
  for (;;) {
    const next = withoutLast(found, reading);
    if (next === found) return found;
    found = next;
  }
}

function withoutLast(heading: Heading, reading: Reading): Heading {
  const last = heading.children.at(-1);
  if (last?.type === 'text') {
    const [written, said] = attributes.exec(last.value) ?? [];
    if (!written || !said) return heading;
    const value = last.value.slice(0, -written.length);
    const children = value ? [...heading.children.slice(0, -1), { ...last, value }] : heading.children.slice(0, -1);
    const data = { ...heading.data, ...shortIn(said), ...idIn(said, heading, reading) };
    return { ...heading, children, ...(Object.keys(data).length > 0 && { data }) };
  }
  if (last?.type === 'phrasingPair' && last.data?.id && heading.data?.id === undefined) {
    const { data, ...pair } = last;
    const id = data?.id ?? '';
    return {
      ...heading,
      children: [...heading.children.slice(0, -1), pair],
      data: { ...heading.data, id, authored: true },
    };
  }
  return heading;
}

function idIn(said: string, heading: Heading, reading: Reading): Data {
  const [, id = ''] = /^#([^\s.]+)/.exec(said) ?? []; // `#a.b` is id `a`, class `b`
  return id && checkedId(id, heading, reading) ? { id, authored: true } : {};
}

/** Without a language, for all who read the heading. */
function shortIn(said: string): Data {
  const found = new Map(
    [...said.matchAll(/short(-en|-fr)?="([^"]*)"/g)].map(([, language = '', words = '']) => [language, words]),
  );
  const [en, fr] = ['-en', '-fr'].map((language) => (found.get(language) ?? found.get(''))?.trim());
  return en || fr ? { short: { ...(en && { en }), ...(fr && { fr }) } } : {};
}
