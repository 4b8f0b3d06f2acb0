import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, textOf } from '../helpers/files.ts';

/** Measurements are run by hand, and seldom: this tells when what they call has moved. */
const { scripts, dependencies, devDependencies } = JSON.parse(textOf('package.json'));
const packages = new Set(Object.keys({ ...dependencies, ...devDependencies }));
/** Those that the compiler does not see. */
const files = filesIn('bench', '.mjs');

interface Import {
  readonly from: string;
  readonly names: readonly string[];
}

function importsOf(text: string): readonly Import[] {
  return [...text.matchAll(/^(?:import|export) (?:type )?(?:(\w+)|\{([^}]*)\}) from '([^']+)'/gm)].map(
    ([, whole, names = '', from = '']) => ({
      from,
      names: whole ? ['default'] : names.split(',').flatMap((name) => /^\s*(?!type )(\w+)/.exec(name)?.[1] ?? []),
    }),
  );
}

/** Names that a file lets out. */
function exportsOf(path: string): readonly string[] {
  const exported = /^export (?:async )?(?:function\*?|const|class) (\w+)|^export \{([^}]*)\}/gm;
  return [...textOf(path).matchAll(exported)].flatMap(
    ([, name, several = '']) => name ?? several.split(',').map((each) => each.trim()),
  );
}

/** What stands in the repository: for a compiled file, what it is compiled from. */
function sourceOf(path: string): string {
  return path.startsWith('.build/') ? path.replace('.build/', 'pipeline/').replace(/\.js$/, '.ts') : path;
}

test('every script that measures names a file of bench/', () => {
  const own = Object.entries<string>(scripts).filter(([name]) => name.startsWith('bench'));
  expect(own.length).toBeGreaterThan(10);
  const missing = own.filter(([, command]) => !existsSync(/bench\/[\w/.-]+/.exec(command)?.[0] ?? ''));
  expect(missing).toEqual([]);
});

describe('what it imports is there', () => {
  test.each(files)('%s', (file) => {
    const wrong: string[] = [];
    for (const { from, names } of importsOf(textOf(file))) {
      if (from.startsWith('node:')) continue;
      if (!from.startsWith('.')) {
        const name = /^(?:@[^/]+\/)?[^/]+/.exec(from)?.[0] ?? from;
        if (!packages.has(name)) wrong.push(`${name} is no dependency`);
        continue;
      }
      const path = sourceOf(normalize(join(dirname(file), from)));
      if (!existsSync(path)) wrong.push(`${path} is missing`);
      else {
        const known = exportsOf(path);
        wrong.push(...names.filter((name) => !known.includes(name)).map((name) => `${path} has no ${name}`));
      }
    }
    expect(wrong).toEqual([]);
  });
});
