import { isDeepStrictEqual } from 'node:util';
import { parseText } from '../../pipeline/read/reparse.ts';
import { filesIn, textOf } from './files.ts';
import { type Chance, chanceOf } from './mutations.ts';

const blocks = [
  '## A heading {#a}',
  '### Another\nwith words',
  'Words with [a label], a note[^n] and *stress*.',
  '[a label]: https://www.example.org/',
  '[b]: <x> "y"',
  '[^n]: A note.\n\n    More of it.',
  '```\n# no heading\n```',
  '```\nleft open',
  ':::en\n# inside\n:::',
  ':::en\nleft open',
  ':::',
  '<!-- a comment\n\n# inside\n\n-->',
  '<!-- left open',
  '<div>\n\n# after HTML\n\n</div>',
  '- one\n\n  # in the list\n- two',
  '> # quoted',
  '| a | b |\n| --- | --- |\n| 1 | [b] |',
  'Title\n=====',
  '    # code',
  '$$\nx\n$$',
  '$$',
  'www.example.org and https://example.org/[b]',
  '   # indented',
  '#no heading',
  '# ends\r\n',
  '[[two]] and :ref[]{#x}',
  '',
];

function edited(text: string, chance: Chance): string {
  const lines = text.split('\n');
  const at = chance.below(lines.length + 1);
  const kind = chance.below(5);
  if (kind === 0) lines.splice(at, 0, '', chance.pick(blocks), '');
  else if (kind === 1) lines.splice(at, 0, chance.pick(blocks));
  else if (kind === 2) lines.splice(at, 1 + chance.below(3));
  else {
    const line = lines[at] ?? '';
    const place = chance.below(line.length + 1);
    lines[at] =
      line.slice(0, place) +
      chance.pick(['x', '[b]', '`', '#', ' ', '[^n]', ':', '*']) +
      line.slice(place + chance.below(2));
  }
  return lines.join('\n');
}

/** Texts of publications, one after another until they are long enough to be parsed in parts. */
function beginnings(): string[] {
  const all = ['12factor', 'specimen', 'edited'].flatMap((name) => filesIn(`tests/publications/${name}`, '.md'));
  return all.map(
    (path, at) =>
      textOf(path) +
      all
        .slice(at + 1, at + 4)
        .map((next) => `\n\n${textOf(next)}`)
        .join(''),
  );
}

/**
 * Parses texts, each after one that differs from it in an edit, and afresh.
 *
 * @returns The texts where the two differ, and how often the beginning was taken from the text before.
 */
export function parseAfterEdits(texts: number, seed: number): { faults: string[]; shared: number } {
  const chance = chanceOf(seed);
  const faults: string[] = [];
  let shared = 0;
  const all = beginnings();
  for (let round = 0; round < texts; round += 1) {
    let parsed = parseText(chance.pick(all));
    for (let edit = 0; edit < 5; edit += 1) {
      const text = edited(parsed.text, chance);
      const next = parseText(text, parsed);
      if (!isDeepStrictEqual(next, parseText(text)))
        faults.push(`${JSON.stringify(parsed.text)} → ${JSON.stringify(text)}`);
      if (next.root.children[0] === parsed.root.children[0]) shared += 1;
      parsed = next;
    }
  }
  return { faults, shared };
}
