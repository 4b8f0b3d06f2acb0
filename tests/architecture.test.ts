import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as api from '../pipeline/index.ts';
import { rules } from '../pipeline/model/index.ts';
import { filesIn, textOf } from './helpers/files.ts';
import { strings } from './helpers/strings.ts';

const files = filesIn('pipeline', '.ts').map((path) => ({ path, text: textOf(path) }));

/** Rooms from the ground up; those on one line do not import one another. */
const layers: readonly (readonly string[])[] = [
  ['model', 'xml'],
  ['language'],
  ['align'],
  ['typography'],
  ['read', 'parity', 'plugins', 'assemble', 'layout', 'report', 'edit', 'write', 'external', 'cache'],
  ['exchange'],
  ['emit'],
  ['build'],
  ['watch'],
  ['commands'],
];
const pure = [
  'model',
  'xml',
  'language',
  'align',
  'typography',
  'parity',
  'plugins',
  'assemble',
  'layout',
  'edit',
  'exchange',
];

/** Files that stand in `pipeline/` itself belong to the build, but for the command's. */
const atTop: Readonly<Record<string, string>> = { 'cli.ts': 'commands', 'index.ts': 'watch' };

/** The room of a file: `pipeline/emit/pdf/text/x.ts` is in `emit`. */
function roomOf(path: string): string {
  const [, first = '', ...rest] = path.split('/');
  return rest.length > 0 ? first : (atTop[first] ?? 'build');
}

function layerOf(path: string): number {
  return layers.findIndex((rooms) => rooms.includes(roomOf(path)));
}

/** The part of `emit` that a file is in, if it is: `html`, `epub`, `pdf`, `markup`. */
function emitterOf(path: string): string | undefined {
  return /^pipeline\/emit\/(\w+)\//.exec(path)?.[1];
}

/** Static, dynamic and type imports, and exports from elsewhere. */
function importsOf(text: string): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"\n]+)\1/g)].map(([, , name = '']) => name);
}

interface Import {
  readonly from: string;
  readonly to: string;
}

const own: readonly Import[] = files.flatMap(({ path, text }) =>
  importsOf(text)
    .filter((name) => name.startsWith('.'))
    .map((name) => ({ from: path, to: join(dirname(path), name).replaceAll('\\', '/') })),
);

test('the pipeline was read, and what is read are imports', () => {
  expect(files.length).toBeGreaterThan(80);
  expect(own.length).toBeGreaterThan(200);
  expect(own.filter(({ to }) => !existsSync(to))).toEqual([]);
  expect(
    importsOf(
      `import a from './a.ts';\nimport type { B } from "../b.ts";\nexport * from './c.ts';\nawait import('./d.ts');\nimport './e.ts';\n// import f from './f.ts'`,
    ),
  ).toEqual(['./a.ts', '../b.ts', './c.ts', './d.ts', './e.ts']);
});

describe('imports', () => {
  test('every room is in a layer', () => {
    expect(files.filter(({ path }) => layerOf(path) < 0).map(({ path }) => path)).toEqual([]);
  });

  test('go down only, and never between stages', () => {
    const wrong = own.filter(({ from, to }) => {
      if (roomOf(from) === roomOf(to)) return false;
      return layerOf(to) >= layerOf(from);
    });
    expect(wrong).toEqual([]);
  });

  test('html, epub and pdf do not know one another', () => {
    const wrong = own.filter(({ from, to }) => {
      const [a, b] = [emitterOf(from), emitterOf(to)];
      return a && b && a !== b && b !== 'markup';
    });
    expect(wrong).toEqual([]);
  });

  test('enter a room by its door', () => {
    const wrong = own.filter(({ from, to }) => {
      const sameRoom = roomOf(from) === roomOf(to) && emitterOf(from) === emitterOf(to);
      return !sameRoom && layerOf(to) !== layerOf('pipeline/build.ts') && !/\/index\.ts$/.test(to);
    });
    expect(wrong).toEqual([]);
  });

  test('nothing imports the command', () => {
    expect(own.filter(({ to }) => to === 'pipeline/cli.ts')).toEqual([]);
  });
});

describe('pure rooms', () => {
  const impure =
    /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bprocess\b|\bglobalThis\b|\bperformance\b|\brequire\(|\bcrypto\b|\bfetch\(/;
  const code = (text: string): string =>
    text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\/\/.*$/gm, '')
      .replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
  test.each(pure)('%s: no node, no clock, no chance, no environment', (room) => {
    const own = files.filter(({ path }) => roomOf(path) === room);
    expect(own.length).toBeGreaterThan(0);
    expect(
      own.filter(({ text }) => importsOf(text).some((name) => name.startsWith('node:'))).map(({ path }) => path),
    ).toEqual([]);
    expect(own.filter(({ text }) => impure.test(code(text))).map(({ path }) => path)).toEqual([]);
  });
});

test('the network is asked in one room, which no build enters', () => {
  const asks = files.filter(({ text }) => /\bfetch\(/.test(text));
  expect(asks.map(({ path }) => roomOf(path))).toEqual(['external']);
  const enter = own.filter(({ from, to }) => roomOf(to) === 'external' && roomOf(from) !== 'external');
  expect(enter.map(({ from }) => from)).toEqual(['pipeline/commands/check.ts']);
});

describe('habits', () => {
  test('one file prints and exits', () => {
    const prints = /\bconsole\.\w+\(|process\.(exit|stdout|stderr)\b/;
    expect(
      files.filter(({ path, text }) => path !== 'pipeline/cli.ts' && prints.test(text)).map(({ path }) => path),
    ).toEqual([]);
  });

  test('no default exports, no enums, no variables of a module', () => {
    const wrong = files.filter(({ text }) =>
      /^(export default|(export )?(declare )?(const )?enum |(export )?let )/m.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test('every folder of the pipeline is named in ARCHITECTURE.md', () => {
    const text = textOf('ARCHITECTURE.md');
    const folders = readdirSync('pipeline', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.length).toBeGreaterThan(8);
    expect(folders.map(({ name }) => name).filter((name) => !text.includes(`pipeline/${name}`))).toEqual([]);
  });
});

describe('every rule', () => {
  const fixtures = filesIn('tests/fixtures', '')
    .filter((path) => /(diagnostics|expected)[^/]*$/.test(path))
    .map(textOf)
    .join('\n');
  const tables = [strings('en'), strings('fr')];

  test.each(Object.keys(rules))(
    '%s has a page in both languages, sentences in both, and a fixture that makes it speak',
    (rule) => {
      const page = `docs/rules/${rule}.md`;
      expect(existsSync(page), page).toBe(true);
      expect(textOf(page)).toMatch(new RegExp(`^# ${rule}\n[\\s\\S]*^:::+en\\b[\\s\\S]*^:::+fr\\b`, 'm'));
      for (const table of tables) {
        const keys = Object.keys(table).filter((key) => key.startsWith(`rules.${rule}.`));
        expect(keys.filter((key) => key.endsWith('.message')).length, `rules.${rule}.message`).toBeGreaterThan(0);
        expect(keys.filter((key) => key.endsWith('.hint')).length, `rules.${rule}.hint`).toBeGreaterThan(0);
      }
      expect(fixtures.includes(rule), `a fixture that names ${rule}`).toBe(true);
    },
  );

  test('and there is no page of a rule that is not', () => {
    expect(readdirSync('docs/rules').filter((name) => !Object.hasOwn(rules, name.replace(/\.md$/, '')))).toEqual([]);
  });
});

test('what programs may use is these names', () => {
  expect(Object.keys(api).sort()).toEqual([
    'Failure',
    'build',
    'check',
    'comparisonRules',
    'editionsOf',
    'isLanguage',
    'languages',
    'otherLanguage',
    'renderJson',
    'renderText',
    'rules',
  ]);
});
