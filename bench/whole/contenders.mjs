import { floor, peers } from '../peers/index.mjs';

/**
 * What is measured: each output of each program that is on the machine and was asked for.
 *
 * @param asked - `only` and `outputs` of the options.
 * @returns contenders, and the names of programs that are missing.
 */
export async function contendersOf({ only, outputs }) {
  const [contenders, missing] = [[], []];
  for (const peer of peers) {
    const isAsked = peer === floor || !only || only.some((name) => peer.name.toLowerCase().startsWith(name));
    if (!isAsked) continue;
    const version = await peer.version();
    if (version === undefined) missing.push(peer.name);
    else {
      for (const [output, { commands, differs }] of Object.entries(peer.outputs)) {
        if (peer === floor || !outputs || outputs.includes(output.toLowerCase()))
          contenders.push({ peer, name: peer.name, version, output, commands, differs });
      }
    }
  }
  return { contenders, missing };
}
