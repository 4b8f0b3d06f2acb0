import { examine } from '../build.ts';
import { format } from '../edit/index.ts';
import type { Diagnostic, SourceDocument } from '../model/index.ts';
import { changeFiles } from '../write/index.ts';
import type { Context } from './program.ts';
import { written } from './reporting.ts';
import type { ExitCode } from './terminal.ts';

export interface FmtFlags {
  readonly typography?: boolean;
  readonly ids?: boolean;
  readonly check?: boolean;
}

/** `diptych fmt`: brings the sources into one form, or says which are not in it. */
export async function fmtCommand(dir: string, flags: FmtFlags, context: Context): Promise<ExitCode> {
  const { speech, terminal } = context;
  const examined = await examine(dir);
  const { publication, diagnostics } = examined;
  if (!publication) {
    terminal.out(written(examined, 'text', { dir, context }));
    return 1;
  }
  const { settings, documents } = publication;
  const broken = brokenFiles(diagnostics);
  const sound = documents.filter((document) => !pathsOf(document).some((path) => broken.has(path)));
  const left = [...new Set(documents.filter((each) => !sound.includes(each)).map(({ path }) => path))];
  const changes = format(sound, {
    ...(flags.typography && { typography: settings }),
    ...(flags.ids && { ids: true }),
  });
  if (!flags.check) await changeFiles(dir, changes);
  const lines = [
    ...changes.map(({ path }) => `  ${path}`),
    changes.length === 0
      ? speech.say('fmt.fine')
      : speech.count(flags.check ? 'fmt.would' : 'fmt.done', changes.length),
    ...left.map((path) => speech.say('fmt.left', { path })),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  return left.length > 0 || (flags.check && changes.length > 0) ? 1 : 0;
}

/** Files whose blocks may not be what their author meant. */
function brokenFiles(diagnostics: readonly Diagnostic[]): ReadonlySet<string> {
  const rules = ['fence-is-closed', 'fence-is-recognised', 'file-is-readable', 'pair-is-adjacent', 'id-is-unique'];
  return new Set(
    diagnostics.filter(({ rule, severity }) => severity === 'error' && rules.includes(rule)).map(({ path }) => path),
  );
}

function pathsOf({ path, files = [] }: SourceDocument): readonly string[] {
  return [path, ...files.map((file) => file.path)];
}
