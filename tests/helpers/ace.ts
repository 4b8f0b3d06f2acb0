import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestContext } from 'vitest';
import { executablePath } from './browser.ts';

/** What Ace found in a book. */
export interface Audit {
  /** The files that it looked at, relative to the package document; the package document among them. */
  readonly looked: readonly string[];
  /** One line for each finding; empty when there is none. */
  readonly violations: readonly string[];
  readonly hasFormulae: boolean;
  readonly hasPages: boolean;
  /** Metadata of accessibility that the book states. */
  readonly stated: readonly string[];
}

/** Ace by DAISY on books. Skips the test, aloud, where there is no Chromium; in CI there must be. */
export async function auditBooks(books: readonly Uint8Array[], context: TestContext): Promise<Audit[]> {
  if (!existsSync(executablePath)) {
    if (process.env.CI) throw new Error(`CI needs Chromium at ${executablePath}`);
    console.warn(`skipped: no Chromium at ${executablePath}`);
    context.skip();
  }
  const folder = mkdtempSync(join(tmpdir(), 'diptych-ace-'));
  try {
    const paths = books.map((bytes, index) => {
      const path = join(folder, `book-${index}.epub`);
      writeFileSync(path, bytes);
      return path;
    });
    const script = new URL('ace.mjs', import.meta.url).pathname;
    const env = { ...process.env, XDG_STATE_HOME: folder, XDG_CONFIG_HOME: folder };
    await promisify(execFile)(process.execPath, [script, executablePath, folder, ...paths], {
      env,
      maxBuffer: 1 << 26,
    });
    return paths.map((_, index) => auditOf(readFileSync(join(folder, String(index), 'report.json'), 'utf8')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of the report of Ace 1.4: EARL in JSON. */
interface Report {
  readonly 'earl:result': { readonly 'earl:outcome': 'pass' | 'fail' };
  readonly properties: { readonly hasMathML: boolean; readonly hasPageBreaks: boolean };
  readonly 'a11y-metadata': { readonly present: readonly string[] };
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly {
      readonly 'earl:test': { readonly 'earl:impact': string; readonly 'dct:title': string };
      readonly 'earl:result': { readonly 'dct:description': string; readonly html?: string };
    }[];
  }[];
}

function auditOf(json: string): Audit {
  const report = JSON.parse(json) as Report;
  const violations = report.assertions.flatMap((file) =>
    file.assertions.map(({ 'earl:test': test, 'earl:result': result }) => {
      const where = `${file['earl:testSubject'].url}: ${test['earl:impact']} ${test['dct:title']}`;
      return `${where}: ${result['dct:description']} ${result.html ?? ''}`;
    }),
  );
  if ((report['earl:result']['earl:outcome'] === 'pass') !== (violations.length === 0)) {
    throw new Error('The outcome that Ace reports is not that of its findings');
  }
  return {
    looked: report.assertions.map((file) => file['earl:testSubject'].url.replace(/^\/?OEBPS\//, '')),
    violations,
    hasFormulae: report.properties.hasMathML,
    hasPages: report.properties.hasPageBreaks,
    stated: report['a11y-metadata'].present,
  };
}
