import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { newMemory } from '../../pipeline/memory.ts';
import type { Manifest } from '../../pipeline/model/index.ts';
import { chanceOf } from '../helpers/mutations.ts';
import { newPublication } from '../helpers/publication.ts';
import { watchPublication } from '../helpers/watching.ts';

const bursts = Number(process.env.BURSTS ?? 200);
const saves = Number(process.env.SAVES ?? 5000);
const kills = Number(process.env.KILLS ?? 200);

test(`${bursts} bursts of saves, and as many by renaming`, async () => {
  const watched = await watchPublication(11);
  const lost: string[] = [];
  for (const how of ['write', 'rename'] as const) {
    for (let burst = 0; burst < bursts; burst += 1) {
      const shown = await watched.saveThrice(burst, how);
      if (shown !== 'shown') lost.push(`${how} ${burst}: ${shown}`);
    }
  }
  await watched.close();
  expect(lost).toEqual([]);
});

/** Bytes in use, after what is in use no more was thrown away. */
function inUse(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}

test(`memory is flat over ${saves} saves`, async () => {
  const dir = newPublication();
  const path = join(dir, 'source/welcome.md');
  const text = readFileSync(path, 'utf8');
  const memory = newMemory();
  const how = { to: 'memory', formats: ['html' as const], memory } as const;
  await build(dir, how);
  const early = Math.floor(saves / 5); // by then what keeps a number of recent values is full
  let before = 0;
  const outcomes = new Set<string>();
  for (let save = 0; save < saves; save += 1) {
    if (save === early) before = inUse();
    // A number that English alone has is refused; the next save is good again.
    const more =
      save % 100 < 50 ? `and ${save}` : [...String(save)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    writeFileSync(path, text.replace('everyone', `everyone ${more}`));
    const { outcome } = await build(dir, { ...how, changed: new Set(['source/welcome.md']) });
    outcomes.add(outcome);
  }
  const after = inUse();
  console.log(
    `${(before / 1e6).toFixed(1)} MB in use after ${early} saves, ${(after / 1e6).toFixed(1)} MB after ${saves}`,
  );
  expect(outcomes.size).toBe(2);
  expect(after).toBeLessThan(before + 10e6);
});

async function begun(dir: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, ['.build/bin/cli.js', 'watch', dir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (text) => {
    said += text;
  });
  while (!/http:\S+\/(?=@diptych\/)/.test(said)) await sleep(20);
  return { child, address: /http:\S+\/(?=@diptych\/)/.exec(said)?.[0] ?? '' };
}

test(`${kills} kills while saving`, async () => {
  const dir = newPublication();
  const chance = chanceOf(13);
  const path = join(dir, 'source/welcome.md');
  const text = readFileSync(path, 'utf8');
  const faults: string[] = [];
  let last = text;
  for (let kill = 0; kill < kills; kill += 1) {
    const { child, address } = await begun(dir);
    const html = await (await fetch(`${address}en/welcome.html`)).text();
    const wanted = /everyone\d+/.exec(last)?.[0] ?? 'everyone';
    if (!html.includes(wanted)) faults.push(`after kill ${kill} the start does not show “${wanted}”`);
    for (const { path: name, bytes } of (JSON.parse(readFileSync(join(dir, 'dist/manifest.json'), 'utf8')) as Manifest)
      .files) {
      if (readFileSync(join(dir, 'dist', name)).length !== bytes)
        faults.push(`after kill ${kill} ${name} is not whole`);
    }
    last = text.replace('everyone', `everyone${kill}`);
    writeFileSync(path, last);
    await sleep(chance.below(1500));
    const ended = new Promise((exit) => child.once('exit', exit));
    child.kill('SIGKILL');
    await ended;
    if (readFileSync(path, 'utf8') !== last) faults.push(`kill ${kill} changed the source`);
  }
  expect(faults).toEqual([]);
});
