import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { LinkChecker } from 'linkinator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { writeFiles } from '../helpers/browser.ts';
import { tool } from '../helpers/tool.ts';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

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
    const { messages } = JSON.parse((await run).stderr) as { messages: { type: string; message: string; url: string }[] };
    expect(messages.map(({ type, message, url }) => `${type}: ${message} (${url})`)).toEqual([]);
  });

  test('has no broken link and no broken fragment for linkinator', async () => {
    const { links } = await new LinkChecker().check({
      path: '.',
      serverRoot: made.dir,
      recurse: true,
      checkFragments: true,
      linksToSkip: ['^https?://(?!localhost)', '^mailto:'],
    });
    expect(links.filter(({ state }) => state === 'OK').length).toBeGreaterThan(50);
    expect(links.filter(({ state }) => state === 'BROKEN').map(({ url, parent }) => `${parent} → ${url}`)).toEqual([]);
  });
});
