import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { LinkChecker } from 'linkinator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { writeFiles } from '../helpers/browser.ts';
import { tool } from '../helpers/tool.ts';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

interface Message {
  readonly type: string;
  readonly subType?: string;
  readonly message: string;
  readonly url: string;
}

/** Programs that others wrote, over the sites as they are published. */
describe.each(['.', 'tests/publications/specimen'])('the site of %s', (folder) => {
  const made: { dir: string; remove(): void } = { dir: '', remove() {} };
  beforeAll(async () => {
    Object.assign(made, writeFiles((await build(folder, { to: 'memory', formats: ['html'] })).files));
  });
  afterAll(() => made.remove());

  test('has no error and no warning for the Nu checker', async (context) => {
    const java = tool('java', context);
    const run = promisify(execFile)(java, ['-Xss4m', '-jar', jar, '--format', 'json', '--skip-non-html', made.dir], {
      maxBuffer: 1 << 26,
    }).catch((failed: { stderr: string }) => failed);
    const { messages } = JSON.parse((await run).stderr) as { messages: readonly Message[] };
    // Of the policy it speaks for every file of a folder, which has no origin; a browser holds us to that.
    const found = messages.filter(
      ({ type, subType, message }) =>
        (type === 'error' || subType === 'warning') && !message.includes('Content Security Policy'),
    );
    expect(found.map(({ type, message, url }) => `${type}: ${message} (${url})`)).toEqual([]);
  });

  test('has no broken link and no broken fragment for linkinator', async () => {
    const { links } = await new LinkChecker().check({
      path: '.',
      serverRoot: made.dir,
      recurse: true,
      checkFragments: true,
      linksToSkip: ['^https?://(?!localhost)', '^mailto:'],
    });
    expect(links.filter(({ state }) => state === 'OK').length).toBeGreaterThan(20);
    expect(links.filter(({ state }) => state === 'BROKEN').map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
  });
});
