import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';

/** Of the kernel's counters of processor time on Linux, a second: USER_HZ, proc(5). */
const ticksPerSecond = 100;
/** Milliseconds between two looks at the memory of what runs. */
const interval = 20;

/**
 * Runs processes one after the other and says what they took, together with all that they started.
 *
 * @param commands - Each a program and its arguments.
 * @returns {Promise<{ cpu: number, wall: number, memory: number }>} Seconds of processor time, seconds by the clock, and
 *   megabytes at the highest: of the largest process, or of all that ran at one moment if that is more.
 * @throws when one of them fails, with what it said; and where the system has no `/proc`.
 */
export async function measured(commands, { env = process.env, cwd } = {}) {
  const results = [];
  for (const command of commands) results.push(await one(command, { env, cwd }));
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  return { cpu: sum('cpu'), wall: sum('wall'), memory: Math.max(...results.map(({ memory }) => memory)) };
}

async function one([command, args], { env, cwd }) {
  const [before, begun] = [spentByChildren(), performance.now()];
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  let memory = 0;
  const look = setInterval(() => {
    memory = Math.max(memory, memoryOf(child.pid));
  }, interval);
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(look));
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\nended with ${status}: ${said}`);
  return { cpu: spentByChildren() - before, wall: (performance.now() - begun) / 1000, memory };
}

/** Seconds of processor time of all processes that this one started and that have ended, with those that they started. */
function spentByChildren() {
  const [, fields = ''] = readFileSync('/proc/self/stat', 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(13, 15).map(Number);
  return (user + system) / ticksPerSecond;
}

/** Megabytes of a process and all that it started. */
function memoryOf(root) {
  let [now, most] = [0, 0];
  for (const pid of treeOf(root)) {
    const status = textOf(`/proc/${pid}/status`);
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    now += kilobytes('VmRSS');
    most = Math.max(most, kilobytes('VmHWM'));
  }
  return Math.max(now, most) / 1024;
}

function treeOf(pid) {
  const tasks = namesIn(`/proc/${pid}/task`);
  const children = tasks.flatMap((task) => textOf(`/proc/${pid}/task/${task}/children`).trim().split(' '));
  return [pid, ...children.filter(Boolean).flatMap(treeOf)];
}

/** Empty for a process that has ended meanwhile. */
function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
