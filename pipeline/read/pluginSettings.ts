import { z } from 'zod';
import type { PluginSetting } from '../model/index.ts';
import { listOf, mapMessage, text } from './schema.ts';
import type { YamlValue } from './yaml.ts';

const named = z.strictObject({ name: text, options: z.unknown().optional() }, { error: mapMessage });

/** `plugins:` of `publication.yaml`: names, or maps with a name and options. */
export const plugins = listOf(z.preprocess((value) => (typeof value === 'string' ? { name: value } : value), named));

export function pluginsOf(written: z.output<typeof plugins>, yaml: YamlValue): PluginSetting[] {
  return written.map(({ name, options }, index) => ({
    name,
    ...(options !== undefined && { options }),
    position: yaml.position(['plugins', index]),
  }));
}
