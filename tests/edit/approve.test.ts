import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { approve } from '../../pipeline/edit/index.ts';
import { checkFreshness } from '../../pipeline/parity/index.ts';
import { approved, publicationOf, reviewOf } from '../helpers/review.ts';

const rev = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}/g;

/** The document after approval, with REV for each fingerprint. */
function afterwards(text: string): string {
  return approved({ documents: { page: text } }).documents.page?.replace(rev, 'REV') ?? '';
}

/** A pair whose French fence is this. */
const pair = (fence: string, indent = ''): string =>
  [':::en{#a}', 'One.', ':::', '', fence, 'Un.', ':::', ''].map((line) => (line ? indent + line : line)).join('\n');

describe('a fence', () => {
  test.each([
    [':::fr', ':::fr{rev=REV}'],
    [':::fr  ', ':::fr{rev=REV}  '],
    [':::fr{}', ':::fr{rev=REV}'],
    [':::fr{ }', ':::fr{rev=REV }'],
    [':::fr{#a}', ':::fr{#a rev=REV}'],
    [':::fr{#a }', ':::fr{#a rev=REV }'],
    [':::fr{status="a } b"}', ':::fr{status="a } b" rev=REV}'],
    [":::fr{note='rev=1' .x}", ":::fr{note='rev=1' .x rev=REV}"],
    [':::fr{rev=old}', ':::fr{rev=REV}'],
    [':::fr{#a rev="old" .x}', ':::fr{#a rev="REV" .x}'],
    [":::fr{rev='' #a}", ":::fr{rev='REV' #a}"],
    [':::fr{rev}', ':::fr{rev=REV}'],
    [':::fr{rev = old #a}', ':::fr{rev = REV #a}'],
    [':::fr{rev=old rev=older}', ':::fr{rev=old rev=REV}'],
    [':::fr[Étiquette [1\\]]]', ':::fr[Étiquette [1\\]]]{rev=REV}'],
    [':::fr[rev={x}]{#a}', ':::fr[rev={x}]{#a rev=REV}'],
  ])('%s', (before, expected) => {
    const text = pair(before);
    expect(afterwards(text)).toBe(text.replace(before, () => expected));
    expect(reviewOf(approved({ documents: { page: text } })).diagnostics).toEqual([]);
  });

  test.each([
    ['in a list', `- first\n\n${pair(':::fr', '  ')}`],
    ['in a quotation', pair(':::fr', '> ').replace(/^$/m, '>')],
    ['under characters of two units', `🍁🍁 et 🍁\n\n${pair(':::fr')}`],
    ['with the line ends of Windows', pair(':::fr').replaceAll('\n', '\r\n')],
    ['with those of old Macs', pair(':::fr').replaceAll('\n', '\r')],
    ['after front matter', `---\ntitle: T\n---\n${pair(':::fr')}`],
    ['at the end, without a line end', pair(':::fr').trimEnd()],
  ])('%s', (_, text) => {
    expect(afterwards(text)).toBe(text.replace(':::fr', ':::fr{rev=REV}'));
  });

  test('each half that carries one gets its own', () => {
    const text = pair(':::fr{rev=x}').replace('{#a}', '{#a rev=y}');
    expect(afterwards(text)).toBe(text.replace('rev=x', 'rev=REV').replace('rev=y', 'rev=REV'));
  });
});

describe('source/approvals.yaml', () => {
  const page = '## :en[A]:fr[À] {#a}\n\n## :en[B]:fr[Bé] {#b}\n\n## :en[C]:fr[Cé] {#c}\n';
  const lines = (approvals?: string, only?: string): string | undefined => {
    const publication = publicationOf({ documents: { page }, ...(approvals !== undefined && { approvals }) });
    const units = checkFreshness(publication).value.units.filter(({ name }) => name.startsWith(only ?? 'page#'));
    const changes = approve(units, { documents: publication.documents, approvals });
    return changes.find(({ path }) => path === 'source/approvals.yaml')?.after.replace(rev, 'REV');
  };

  test('is made, in the order of names', () => {
    expect(lines()).toBe('page#a: REV\npage#b: REV\npage#c: REV\n');
  });

  test('keeps its comments, its other lines, its line ends and its odd forms', () => {
    const before =
      '# By hand\r\n\r\nother#x: keep # for a reason\r\n"page#b":  00000000-0000-0000  # was read\r\nzzz: y\r\n';
    expect(lines(before)).toBe(
      '# By hand\r\n\r\nother#x: keep # for a reason\r\npage#a: REV\r\n"page#b":  REV  # was read\r\npage#c: REV\r\nzzz: y\r\n',
    );
  });

  test('one unit: one line', () => {
    expect(lines('page#a: keep\npage#c: keep', 'page#b')).toBe('page#a: keep\npage#b: REV\npage#c: keep');
    expect(lines('page#a: keep', 'page#b')).toBe('page#a: keep\npage#b: REV\n');
    expect(lines('# Head\npage#c: keep\n', 'page#b')).toBe('# Head\npage#b: REV\npage#c: keep\n');
  });

  test('parts of a block are counted as numbers are', () => {
    const cells = Array.from({ length: 11 }, (_, at) => `- :en[${at} a]:fr[${at} b]`).join('\n');
    const done = approved({ documents: { page: `${cells}\n` } }).approvals ?? '';
    const names = [...done.matchAll(/page-1\.(\d+):/g)].map(([, number]) => Number(number));
    expect(names).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

const word = fc.constantFrom(
  'plan',
  'ne',
  'pas',
  'not',
  '9:00',
  '«\u00a0oui\u00a0»',
  '🍁',
  '*mot*',
  '`x`',
  '[l](#a)',
  'é',
  '$5',
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '));
const attributes = fc.constantFrom(
  '',
  '{}',
  '{.x}',
  '{rev=old}',
  "{rev='old' .x}",
  '{status="a}b"}',
  '{x=1 rev="y" z}',
);
const block = fc.oneof(
  words.map((text) => `Shared ${text}\n`),
  fc.tuple(words, words).map(([en, fr]) => `- :en[${en}]:fr[${fr}]\n`),
  fc
    .tuple(words, words, attributes, attributes)
    .map(([en, fr, one, other]) => `:::en${one}\n${en}\n:::\n\n:::fr${other}\n${fr}\n:::\n`),
  fc.tuple(words, words).map(([en, fr]) => `::::note\n:::fr\n${fr}\n:::\n:::en\n${en}\n:::\n::::\n`),
  fc.constant('Between.\n'),
);
const documentText = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 6 }), fc.constantFrom('\n', '\r\n'))
  .map(([blocks, ending]) => blocks.join('\n').replaceAll('\n', ending));

test('approve, then check: fresh; again: no change; and nothing but approvals has changed', () => {
  fc.assert(
    fc.property(documentText, (text) => {
      const before = { documents: { page: text } };
      const once = approved(before);
      const { value, diagnostics } = reviewOf(once);
      expect(diagnostics).toEqual([]);
      expect(value.units.filter(({ state }) => state !== 'fresh' && state !== 'missing')).toEqual([]);
      expect(approved(once)).toEqual(once);
      expect(bare(once.documents.page ?? '')).toBe(bare(text));
    }),
    { numRuns: 300 },
  );
});

/** Without any `rev` on a fence, however written. */
function bare(text: string): string {
  return text.replace(/^(:::+(?:en|fr))(\{.*\})?/gm, (_, fence: string, braces = '') => {
    const rest = braces.replace(/\s*\brev=(?:"[^"]*"|'[^']*'|[^\s}"']+)/, '');
    return fence + rest.replace(/^\{\s*\}$/, '').replace(/^\{\s+/, '{');
  });
}
