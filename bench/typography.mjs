/**
 * What typography costs beside parsing, on text that others wrote, and how it grows.
 *
 *   npm run bench:typography [-- folder]       the two sets under tests/publications unless told
 *
 * Prints processor time of parsing and of each profile over the same paragraphs, and its share; the last line repeats
 * the paragraphs ten times over in one text: its share must stay level.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { typeset } from '../.build/language/index.js';
import { parseDocument } from '../.build/read/index.js';
import { spent } from './sample.mjs';

const folders = process.argv[2]
  ? [process.argv[2]]
  : ['12factor', 'cloud-guardrails'].map((name) => `tests/publications/${name}`);

function markdownIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => path.endsWith('.md') && statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8'));
}

/** Text of each paragraph, heading and cell. */
function passagesIn(node, found = []) {
  const inline = node.children?.some(({ type }) => type === 'text');
  if (inline) found.push(node.children.map((child) => child.value ?? '').join(''));
  else for (const child of node.children ?? []) passagesIn(child, found);
  return found;
}

function best(run) {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 7; time += 1) {
    const before = process.cpuUsage();
    run();
    least = Math.min(least, spent(before));
  }
  return least;
}

const texts = folders.flatMap(markdownIn);
const passages = texts.flatMap((text) => passagesIn(parseDocument(text, 'source/x.md').value));
const characters = passages.reduce((sum, each) => sum + each.length, 0);
const parsing = best(() => {
  for (const text of texts) parseDocument(text, 'source/x.md');
});
console.log(
  `${texts.length} files, ${characters} characters in ${passages.length} passages: parsed in ${parsing.toFixed(3)} s`,
);
for (const tag of ['en-CA', 'fr-CA', 'fr-FR']) {
  const own = best(() => {
    for (const each of passages) typeset(each, tag);
  });
  const whole = passages.join(' ');
  const long = best(() => typeset(whole, tag));
  const longer = best(() => typeset(Array(4).fill(whole).join(' '), tag));
  console.log(
    `${tag}  ${own.toFixed(3)} s, ${(own / parsing).toFixed(3)} of parsing; as one text ${long.toFixed(3)} s, four times over ${(longer / long).toFixed(1)} times that`,
  );
}
