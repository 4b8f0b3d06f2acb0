import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BuildResult, build } from '../../pipeline/build.ts';
import { openCache, storeOf } from '../../pipeline/cache/index.ts';
import { newMemory } from '../../pipeline/memory.ts';
import { type Chance, chanceOf } from './mutations.ts';

/** One edit of a publication, as an author makes it. */
interface Edit {
  readonly name: string;
  /** @returns The files that it changed, and whether some came or went. */
  make(dir: string, chance: Chance): { readonly changed: readonly string[]; readonly moved?: boolean } | undefined;
}

const blocks = [
  ':::en\nThe office keeps a record of 12 files.\n:::\n\n:::fr\nLe bureau tient un registre de 12 dossiers.\n:::',
  ':::en\nThe office keeps 12 files.\n:::\n\n:::fr\nLe bureau tient 13 dossiers.\n:::',
  '## :en[New part]:fr[Nouvelle partie] {#new-part}',
  '## :en[Unnamed part]:fr[Partie sans nom]',
  'See [[one]] and [[two#new-part]].',
  'See [the other](two.md#new-part) and [](one.md).',
  '## [](two.md)',
  'A note.[^k]\n\n[^k]: :en[Words of the note.]:fr[Mots de la note.]',
  ':::figure{#fig-more src="pictures/dot.svg" alt-en="A dot" alt-fr="Un point"}\n:en[A dot.]:fr[Un point.]\n:::',
  'See :ref[]{#fig-more}.',
  '::contents',
  '::index{terms}',
  '::figures',
  ':::en\nThe IBET met; the snow bulletin was read.\n:::\n\n:::fr\nL’EIPF s’est réunie; le bulletin de neige a été lu.\n:::',
  ':::en\nOnly English says this.\n:::',
  '```json\n{ "a": 1 }\n```',
  '> [!NOTE]\n> :en[Mind this.]:fr[Attention.]',
  '<!-- diptych-ignore numbers-match "as it is" -->',
  '[label]: https://www.example.org/\n\n[words][label]',
  ':term[snow]{#snow} is :en[white]:fr[blanche].',
  '- one\n- two\n  - three',
  ':::note\nunclosed',
];

const glossaryLines = [
  '- id: snow\n  en: {term: snow bulletin, def: What is said of snow.}\n  fr: {term: bulletin de neige, def: Ce qui est dit de la neige.}\n',
  '- id: snow\n  en: {term: snow bulletin, def: What is told of snow.}\n  fr: {term: bulletin de neige, def: Ce qui est dit de la neige.}\n',
  '- id: ibet\n  en: {term: Integrated Border Enforcement Team, abbr: IBET}\n  fr: {term: Équipe intégrée de la police des frontières, abbr: EIPF}\n',
  '- id: office\n  en: {term: office}\n  fr: {term: bureau}\n',
  '- id: file\n  en: {term: file, forbidden: [record]}\n  fr: {term: dossier}\n',
  '- id: broken\n  en: {trm: x}\n',
  '',
];

const settings = [
  '',
  'numbering: {sections: true}\n',
  'references: {backlinks: all}\n',
  'references: {backlinks: figures, pages: none}\n',
  'glossary: {link: all}\n',
  'glossary: {acronyms: none}\n',
  'rules: {numbers-match: warning, translation-is-approved: off}\n',
  'editions: [en, fr]\n',
  'url: https://example.org/x/\n',
  'documents: [two, one]\n',
  'policy: {approval: required}\n',
  'html: pass\n',
];

/** A publication that edits begin with. */
const original = 'tests/publications/edited';

const head = 'id: edited\ntitle: {en: Edited, fr: Retouché}\nlanguages: [en-CA, fr-CA]\ndate: 2001-12-12\n';

function documentsIn(dir: string): string[] {
  return readdirSync(join(dir, 'source'))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `source/${name}`);
}

function rewriteOne(dir: string, chance: Chance, change: (lines: string[]) => void) {
  const names = documentsIn(dir);
  if (names.length === 0) return undefined;
  const path = chance.pick(names);
  const lines = readFileSync(join(dir, path), 'utf8').split('\n');
  change(lines);
  writeFileSync(join(dir, path), lines.join('\n'));
  return { changed: [path] };
}

function put(dir: string, path: string, text: string) {
  const isNew = !existsSync(join(dir, path));
  mkdirSync(dirname(join(dir, path)), { recursive: true });
  writeFileSync(join(dir, path), text);
  return { changed: [path], moved: isNew };
}

const words: Edit = {
  name: 'words',
  make: (dir, chance) =>
    rewriteOne(dir, chance, (lines) => {
      const at = chance.below(lines.length);
      lines[at] = (lines[at] ?? '').replace(
        /\b[a-zé]{4,}\b/,
        chance.pick(['matter', 'dossier', 'office', '14', 'Ottawa']),
      );
    }),
};

const edits: readonly Edit[] = [
  words,
  words,
  words,
  {
    name: 'block',
    make: (dir, chance) =>
      rewriteOne(dir, chance, (lines) => {
        const gaps = lines.flatMap((line, at) => (line === '' ? [at] : []));
        lines.splice(gaps.length > 0 ? chance.pick(gaps) : lines.length, 0, '', ...chance.pick(blocks).split('\n'), '');
      }),
  },
  {
    name: 'block at the end',
    make: (dir, chance) =>
      rewriteOne(dir, chance, (lines) => void lines.push('', ...chance.pick(blocks).split('\n'), '')),
  },
  {
    name: 'heading',
    make: (dir, chance) =>
      rewriteOne(dir, chance, (lines) => {
        const headings = lines.flatMap((line, at) => (line.startsWith('#') ? [at] : []));
        const at = headings.length > 0 ? chance.pick(headings) : 0;
        const [en, fr] = chance.pick([
          ['Winter', 'Hiver'],
          ['Summer', 'Été'],
        ]);
        lines[at] = (lines[at] ?? '').replace(/:en\[[^\]]*\]:fr\[[^\]]*\]/, `:en[${en} things]:fr[${fr} et autres]`);
      }),
  },
  {
    name: 'line away',
    make: (dir, chance) => rewriteOne(dir, chance, (lines) => void lines.splice(chance.below(lines.length), 1)),
  },
  {
    name: 'new file',
    make: (dir, chance) => {
      const name = chance.pick(['three', 'four', 'five.en', 'five.fr', 'zero']);
      const text = name.includes('.')
        ? `# ${name.endsWith('en') ? 'Five' : 'Cinq'}\n\n${name.endsWith('en') ? 'Some words.' : 'Quelques mots.'}\n`
        : `# :en[New]:fr[Nouveau]\n\n${chance.pick(blocks)}\n`;
      return put(dir, `source/${name}.md`, text);
    },
  },
  {
    name: 'file away',
    make: (dir, chance) => {
      const names = documentsIn(dir);
      if (names.length < 3) return undefined;
      const path = chance.pick(names);
      rmSync(join(dir, path));
      return { changed: [path], moved: true };
    },
  },
  {
    name: 'rename',
    make: (dir, chance) => {
      const names = documentsIn(dir);
      if (names.length === 0) return undefined;
      const path = chance.pick(names);
      renameSync(join(dir, path), join(dir, `source/${chance.pick(['one', 'two', 'other', 'last'])}.md`));
      return { changed: [path], moved: true };
    },
  },
  {
    name: 'glossary',
    make: (dir, chance) =>
      put(
        dir,
        'source/glossary.yaml',
        [...new Set([0, 1, 2].map(() => chance.pick(glossaryLines)))].join('') || '[]\n',
      ),
  },
  {
    name: 'settings',
    make: (dir, chance) =>
      put(dir, 'source/publication.yaml', head + chance.pick(settings) + chance.pick(['', 'pdf: {paper: a4}\n'])),
  },
  {
    name: 'template',
    make: (dir, chance) =>
      chance.pick([
        () =>
          put(
            dir,
            'templates/strings/en.json',
            JSON.stringify({ edition: { contents: chance.pick(['Inside', 'Contents']) } }),
          ),
        () => put(dir, 'templates/html/style.css', `/* ${chance.below(9)} */\n`),
        () => put(dir, 'templates/strings/fr.json', chance.pick(['{', '{}'])),
      ])(),
  },
  {
    name: 'picture',
    make: (dir, chance) => {
      const size = 10 + chance.below(3);
      return put(
        dir,
        'source/pictures/dot.svg',
        `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="10"><title>x</title></svg>`,
      );
    },
  },
  {
    name: 'as it was',
    make: (dir, chance) => {
      const name = chance.pick(readdirSync(`${original}/source`).filter((each) => /\./.test(each)));
      return put(dir, `source/${name}`, readFileSync(`${original}/source/${name}`, 'utf8'));
    },
  },
];

const startAgain: Edit = {
  name: 'all as it was',
  make: (dir) => {
    rmSync(dir, { recursive: true });
    cpSync(original, dir, { recursive: true });
    return { changed: [], moved: true };
  },
};

/** What a build says and makes, in a form that can be compared. */
function saidBy({ outcome, files, diagnostics, review, settings, isUnchanged }: BuildResult) {
  return {
    outcome,
    diagnostics,
    coverage: review.coverage,
    ...(!isUnchanged && { units: review.units.map(({ name, state }) => `${name} ${state}`) }),
    title: settings?.title,
    files: files.map(({ bytes, ...file }) => ({ ...file, bytes: Buffer.from(bytes).toString('latin1') })),
  };
}

interface EditsOptions {
  readonly count: number;
  readonly seed: number;
  readonly draft: boolean;
  /** After how many edits all formats are compared; never unless told. */
  readonly allEvery?: number;
}

/**
 * Makes random edits, and after each builds with the memory of the builds before, and freshly.
 *
 * @returns Where the two differ, and how many builds were good.
 */
export function editAtRandom(options: EditsOptions) {
  const memory = newMemory();
  return editAnd(options, (dir, { at, changed, ...how }) => {
    const isLookedAt = (path: string): boolean => path.startsWith(at % 3 === 0 ? 'en/' : 'bilingual/');
    return build(dir, { ...how, memory, ...(changed && { changed }), ...(at % 2 && { isLookedAt }) });
  });
}

/**
 * Makes random edits, and after each builds with what earlier runs left on the disk, twice where it writes to the disk,
 * and freshly.
 *
 * @param limit - Bytes of what is left: so few that some of it goes.
 * @returns Likewise, and how often nothing had to be done.
 */
export async function editAndKeep({ limit, ...options }: EditsOptions & { readonly limit: number }) {
  const folder = mkdtempSync(join(tmpdir(), 'diptych-kept-'));
  let rested = 0;
  const found = await editAnd(options, async (dir, { at, changed: _, ...how }) => {
    const store = storeOf(openCache(folder, limit), 'this'); // a run of its own
    if (at % 5 !== 0) return build(dir, { ...how, store });
    const onDisk = { ...how, to: 'disk' as const, out: join(folder, 'dist'), mayRest: true };
    await build(dir, { ...onDisk, store });
    const again = await build(dir, { ...onDisk, store: storeOf(openCache(folder, limit), 'this') });
    if (again.isUnchanged) rested += 1;
    return again;
  });
  rmSync(folder, { recursive: true });
  return { ...found, rested };
}

/** How a build after an edit is made. */
interface How {
  readonly at: number;
  readonly changed: ReadonlySet<string> | undefined;
  readonly to: 'memory';
  readonly draft: boolean;
  readonly formats?: readonly ['html'];
}

async function editAnd(
  { count, seed, draft, allEvery }: EditsOptions,
  buildAgain: (dir: string, how: How) => Promise<BuildResult>,
) {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-edits-')), 'publication');
  cpSync(original, dir, { recursive: true });
  const chance = chanceOf(seed);
  const faults: string[] = [];
  const done: string[] = [];
  let good = 0;
  let broken = 0;
  for (let at = 0; at <= count && faults.length === 0; at += 1) {
    const edit = at === 0 ? undefined : broken > 1 ? startAgain : chance.pick(edits);
    const made = edit?.make(dir, chance) as ReturnType<Edit['make']>;
    if (edit) done.push(edit.name);
    const isAll = allEvery !== undefined && at % allEvery === allEvery - 1;
    const how = { to: 'memory' as const, draft, ...(!isAll && { formats: ['html'] as const }) };
    const changed = made && !made.moved ? new Set<string>(made.changed) : undefined;
    const again = saidBy(await buildAgain(dir, { ...how, at, changed }));
    const fresh = saidBy(await build(dir, how));
    if (fresh.outcome === 'done') good += 1;
    broken = fresh.outcome === 'done' ? 0 : broken + 1;
    const fault = differenceOf(again, fresh);
    if (fault) faults.push(`seed ${seed}, edit ${at} (${done.slice(-4).join(', ')}) in ${dir}: ${fault}`);
  }
  if (faults.length === 0) rmSync(dir, { recursive: true });
  return { faults, good };
}

function differenceOf(again: ReturnType<typeof saidBy>, fresh: ReturnType<typeof saidBy>): string | undefined {
  for (const key of ['outcome', 'diagnostics', 'coverage', 'units', 'title'] as const) {
    if (key === 'units' && !again.units) continue; // not kept
    const [one, other] = [JSON.stringify(again[key]), JSON.stringify(fresh[key])];
    if (one !== other) return `${key}: ${near(one ?? '', other ?? '')}`;
  }
  const paths = (said: typeof again): string => said.files.map(({ path }) => path).join('\n');
  if (paths(again) !== paths(fresh)) return `files: ${near(paths(again), paths(fresh))}`;
  for (const [at, file] of fresh.files.entries()) {
    const other = again.files[at];
    if (JSON.stringify({ ...file, bytes: '' }) !== JSON.stringify({ ...other, bytes: '' }))
      return `${file.path}: entry`;
    if (file.bytes !== other?.bytes) return `${file.path}: ${near(other?.bytes ?? '', file.bytes)}`;
  }
  return undefined;
}

/** The two texts around their first difference. */
function near(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at] && at < one.length) at += 1;
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 160);
  return `\n  remembered: ${around(one)}\n  fresh:      ${around(other)}`;
}

/**
 * Builds, replaces words in files one after another, and builds after each with the memory and freshly.
 *
 * @returns Where the two differ, and for each replacement the pages that it changed.
 */
export async function replaceEach(replacements: readonly (readonly [path: string, before: string, after: string])[]) {
  const dir = join(mkdtempSync(join(tmpdir(), 'diptych-edits-')), 'publication');
  cpSync(original, dir, { recursive: true });
  const memory = newMemory();
  const how = { to: 'memory' as const, formats: ['html' as const] };
  let { files } = await build(dir, { ...how, memory });
  const faults: string[] = [];
  const changes: (readonly string[])[] = [];
  for (const [path, before, after] of replacements) {
    const text = readFileSync(join(dir, path), 'utf8');
    if (!text.includes(before)) throw new Error(`${path} has no “${before}”`);
    writeFileSync(join(dir, path), text.replace(before, after));
    const again = await build(dir, { ...how, memory, changed: new Set([path]) });
    const fault = differenceOf(saidBy(again), saidBy(await build(dir, how)));
    if (fault) faults.push(`${path}, “${after}”: ${fault}`);
    const known = new Set(files);
    changes.push(again.files.filter((file) => !known.has(file) && file.format === 'html').map((file) => file.path));
    files = again.files;
  }
  rmSync(dir, { recursive: true });
  return { faults, changes };
}
