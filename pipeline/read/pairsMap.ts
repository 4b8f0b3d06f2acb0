import { z } from 'zod';
import type { Diagnostic, LanguageMap } from '../model/index.ts';
import { type Folder, readText } from './files.ts';
import { nearest } from './nearest.ts';
import { markdownName } from './sides.ts';
import { report } from './source.ts';
import { parseYaml, type YamlSource, yamlFile } from './yaml.ts';

/** Either, beside the documents; the first that is there. JSON is YAML. */
const names = ['source/pairs.yaml', 'source/pairs.json'] as const;

const schema = z.array(z.tuple([z.string(), z.string()]));

/** The files that the publication itself says belong together: pairs of paths under `source/`, English first. */
export async function readPairsMap(
  folder: Folder,
  paths: readonly string[],
): Promise<{ value: readonly LanguageMap[]; diagnostics: readonly Diagnostic[] }> {
  for (const path of names) {
    const file = await readText(folder, path);
    if (file.absent) continue;
    if (file.text === undefined) return { value: [], diagnostics: file.diagnostics };
    const source = yamlFile('config-is-valid', path, file.text);
    return { value: pairsIn(source, new Set(paths)), diagnostics: source.diagnostics };
  }
  return { value: [], diagnostics: [] };
}

function pairsIn(source: YamlSource, paths: ReadonlySet<string>): LanguageMap[] {
  const yaml = parseYaml(source);
  const written = yaml && schema.safeParse(yaml.value);
  if (!yaml) return [];
  if (!written?.success) {
    const [issue] = written?.error.issues ?? [];
    report(source, 'config-is-valid', { position: yaml.position(issue?.path ?? []), details: { variant: 'pairs' } });
    return [];
  }
  const seen = new Set<string>();
  return written.data.flatMap(([en, fr], index): LanguageMap[] => {
    const sound = [en, fr].map((name, side) => {
      const path = pathOf(name);
      const position = yaml.position([index, side]);
      if (seen.has(path)) report(source, 'config-is-valid', { position, details: { variant: 'pairs-twice', name } });
      else if (!paths.has(path)) {
        const near = nearest(path, [...paths]);
        const details = { variant: near ? 'pairs-near' : 'pairs-absent', name, ...(near && { nearest: near }) };
        report(source, 'files-correspond', { position, details, severity: 'error' });
      }
      const isSound = paths.has(path) && !seen.has(path);
      seen.add(path);
      return isSound;
    });
    return sound.every(Boolean) ? [{ en: pathOf(en), fr: pathOf(fr) }] : [];
  });
}

function pathOf(name: string): string {
  const bare = name.replace(/^\.?\//, '').replace(/^source\//, '');
  return `source/${markdownName.test(bare) ? bare : `${bare}.md`}`;
}
