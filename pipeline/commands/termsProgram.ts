import type { Command } from 'commander';
import { readColumns } from './options.ts';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

/** `diptych terms export` and `diptych terms import`. */
export function addTerms(terms: Command, context: Context, end: (code: ExitCode) => void): void {
  const { say } = context.speech;
  const dir = `[${say('help.name.dir')}]`;
  const file = say('help.name.file');
  const command = (verb: string, usage: string, purpose: string): Command =>
    terms
      .command(verb)
      .usage(`[${say('help.name.options')}] ${usage}`)
      .description(purpose)
      .helpOption('-h, --help', say('help.help-option'));
  command('export', dir, say('help.terms-export'))
    .argument(dir, say('help.dir'))
    .option('--tbx', say('help.tbx'))
    .option('--dct', say('help.dct'))
    .option('--csv', say('help.csv'))
    .option('--skos', say('help.skos'))
    .option(`--out <${file}>`, say('help.terms-out'))
    .action(async (folder: string | undefined, options) => {
      const { exportTermsCommand } = await import('./terms.ts');
      end(await exportTermsCommand(folder ?? '.', options, context));
    });
  command('import', `<${file}> ${dir}`, say('help.terms-import'))
    .argument(`<${file}>`, say('help.terms-file'))
    .argument(dir, say('help.dir'))
    .option(`--columns <${say('help.name.list')}>`, say('help.columns'), readColumns(context.speech))
    .action(async (from: string, folder: string | undefined, { columns }) => {
      const { importTermsCommand } = await import('./terms.ts');
      end(await importTermsCommand(from, { dir: folder ?? '.', columns }, context));
    });
}
