import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { watch } from '../../pipeline/watch/index.ts';
import { chanceOf } from './mutations.ts';
import { newPublication } from './publication.ts';
import { strings } from './strings.ts';

export interface Watched {
  /**
   * Saves a document three times, 1 to 60 ms apart.
   *
   * @returns `shown` when the last save is on the page within 20 seconds, else what the page says.
   */
  saveThrice(burst: number, how: 'write' | 'rename'): Promise<string>;
  close(): Promise<void>;
}

/** A small publication that is watched. @param seed - Of the pauses between saves. */
export async function watchPublication(seed: number): Promise<Watched> {
  const dir = newPublication();
  const path = join(dir, 'source/welcome.md');
  const text = readFileSync(path, 'utf8');
  const chance = chanceOf(seed);
  const watching = await watch(dir, {
    port: 0,
    from: 0,
    strings: { en: strings('en'), fr: strings('fr') },
    language: 'en',
    onBuild: () => {},
    explain: String,
  });
  const page = watching.address.replace('@diptych/', 'en/welcome.html');
  const save = (words: string, how: 'write' | 'rename'): void => {
    const place = how === 'write' ? path : join(dir, 'source/.welcome.md.tmp');
    writeFileSync(place, text.replace('everyone', words));
    if (how === 'rename') renameSync(place, path);
  };
  return {
    async saveThrice(burst, how) {
      for (let number = 1; number <= 3; number += 1) {
        save(`${how}${burst}save${number}`, how);
        await sleep(1 + chance.below(60));
      }
      const last = `${how}${burst}save3`;
      for (let tries = 0; tries < 400; tries += 1) {
        const html = await (await fetch(page)).text();
        if (html.includes(last)) return 'shown';
        await sleep(50);
      }
      return /\w+save\d/.exec(await (await fetch(page)).text())?.[0] ?? 'nothing';
    },
    close: () => watching.close(),
  };
}
