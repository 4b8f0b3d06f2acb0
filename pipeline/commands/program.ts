import { Command } from 'commander';
import { version } from '../about.ts';
import { addCache } from './cacheProgram.ts';
import {
  readEditions,
  readFormats,
  readJobs,
  readPdfStandard,
  readPort,
  readReporter,
  readStatusReporter,
  readUi,
  startPort,
} from './options.ts';
import type { Speech } from './speech.ts';
import type { ExitCode, Terminal } from './terminal.ts';
import { addTerms } from './termsProgram.ts';

/** What a command is called with: its own options and the common ones, checked. */
export interface Context {
  readonly speech: Speech;
  readonly terminal: Terminal;
}

/** Commands and options of `diptych`. Each command's code is loaded when the command is called. */
export function programFor(context: Context, end: (code: ExitCode) => void): Command {
  const { speech, terminal } = context;
  const { say } = speech;
  const name = (key: string): string => say(`help.name.${key}`);
  const program = new Command('diptych');
  program
    .exitOverride()
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: () => {}, // said by us, in the reader's language
      getOutHelpWidth: () => Math.min(terminal.columns, 100),
      getErrHelpWidth: () => Math.min(terminal.columns, 100),
    })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => titles(speech)[title] ?? title })
    .usage(`[${name('options')}] [${name('command')}]`)
    .description(say('help.program'))
    .option(`--ui <${name('language')}>`, say('help.ui'), readUi(speech))
    .version(version(), '-V, --version', say('help.version'))
    .helpOption('-h, --help', say('help.help-option'))
    .helpCommand(`help [${name('command')}]`, say('help.help'));

  const dir = `[${name('dir')}]`;
  command('build', dir, 'dir')
    .option(`--out <${name('dir')}>`, say('help.out'))
    .option(`--format <${name('list')}>`, say('help.format'), readFormats(speech))
    .option(`--edition <${name('list')}>`, say('help.edition'), readEditions(speech))
    .option(`--pdf-standard <${name('standard')}>`, say('help.pdf-standard'), readPdfStandard(speech))
    .option('--draft', say('help.draft'))
    .option('--no-cache', say('help.no-cache'))
    .option(`--jobs <${name('number')}>`, say('help.jobs'), readJobs(speech))
    .option(`--reporter <${name('form')}>`, say('help.reporter'), readReporter(speech))
    .option(`--report <${name('file')}>`, say('help.report'))
    .action(async (folder: string | undefined, options) => {
      const { buildCommand } = await import('./build.ts');
      end(await buildCommand(folder ?? '.', options, context));
    });
  command('check', dir, 'dir')
    .option(`--edition <${name('list')}>`, say('help.edition'), readEditions(speech))
    .option('--external', say('help.external'))
    .option('--no-cache', say('help.no-cache'))
    .option(`--reporter <${name('form')}>`, say('help.reporter'), readReporter(speech))
    .option(`--report <${name('file')}>`, say('help.report'))
    .action(async (folder: string | undefined, options) => {
      const { checkCommand } = await import('./check.ts');
      end(await checkCommand(folder ?? '.', options, context));
    });
  command('status', dir, 'dir')
    .option('--all', say('help.all-listed'))
    .option(`--reporter <${name('form')}>`, say('help.status-reporter'), readStatusReporter(speech))
    .action(async (folder: string | undefined, options) => {
      const { statusCommand } = await import('./status.ts');
      end(await statusCommand(folder ?? '.', options, context));
    });
  command('approve', `[${name('unit')}...]`, 'unit')
    .option('--all', say('help.all-units'))
    .action(async (names: readonly string[], options) => {
      const { approveCommand } = await import('./approve.ts');
      end(await approveCommand(names, options, context));
    });
  command('fmt', dir, 'dir')
    .option('--typography', say('help.fmt-typography'))
    .option('--ids', say('help.fmt-ids'))
    .option('--check', say('help.fmt-check'))
    .action(async (folder: string | undefined, options) => {
      const { fmtCommand } = await import('./fmt.ts');
      end(await fmtCommand(folder ?? '.', options, context));
    });
  command('split', dir, 'dir')
    .option(`--out <${name('dir')}>`, say('help.split-out'))
    .action(async (folder: string | undefined, options) => {
      const { splitCommand } = await import('./split.ts');
      end(await splitCommand(folder ?? '.', options, context));
    });
  command('join', `<${name('dir')}>`, 'join-from')
    .option(`--out <${name('dir')}>`, say('help.split-out'))
    .action(async (folder: string, options) => {
      const { joinCommand } = await import('./join.ts');
      end(await joinCommand(folder, options, context));
    });
  command('export', dir, 'dir')
    .option('--xliff', say('help.export-xliff'))
    .option('--po', say('help.export-po'))
    .option('--stale', say('help.export-stale'))
    .option(`--out <${name('dir')}>`, say('help.export-out'))
    .action(async (folder: string | undefined, options) => {
      const { exportCommand } = await import('./export.ts');
      end(await exportCommand(folder ?? '.', options, context));
    });
  command('import', `<${name('dir')}|${name('file')}>`, 'import-from')
    .option(`--into <${name('dir')}>`, say('help.import-into'))
    .option(`--out <${name('dir')}>`, say('help.import-out'))
    .action(async (from: string, options) => {
      const { importCommand } = await import('./import.ts');
      end(await importCommand(from, options, context));
    });
  command('watch', dir, 'dir')
    .option(`--port <${name('number')}>`, say('help.port', { port: startPort }), readPort(speech))
    .option(`--host <${name('address')}>`, say('help.host'))
    .option(`--editor <${name('program')}>`, say('help.editor'))
    .option('--open', say('help.open'))
    .option(`--out <${name('dir')}>`, say('help.out'))
    .option('--draft', say('help.draft'))
    .action(async (folder: string | undefined, options) => {
      const { watchCommand } = await import('./watch.ts');
      end(await watchCommand(folder ?? '.', options, context));
    });
  command('explain', `<${name('rule')}>`, 'rule').action(async (rule: string) => {
    const { explainCommand } = await import('./explain.ts');
    end(await explainCommand(rule, context));
  });
  command('init', `<${name('dir')}>`, 'new-dir').action(async (folder: string) => {
    const { initCommand } = await import('./init.ts');
    end(await initCommand(folder, context));
  });
  addTerms(group('terms'), context, end);
  addCache(group('cache'), context, end);
  return program;

  function group(noun: string): Command {
    return program
      .command(noun)
      .description(say(`help.${noun}`))
      .helpOption('-h, --help', say('help.help-option'))
      .helpCommand(false);
  }

  function command(verb: string, argument: string, argumentHelp: string): Command {
    return program
      .command(verb)
      .usage(`[${name('options')}] ${argument}`)
      .description(say(`help.${verb}`))
      .argument(argument, say(`help.${argumentHelp}`))
      .helpOption('-h, --help', say('help.help-option'));
  }
}

/** The titles that commander prints, in the reader's language. */
function titles({ say }: Speech): Readonly<Record<string, string>> {
  return {
    'Usage:': say('help.usage'),
    'Arguments:': say('help.arguments'),
    'Options:': say('help.options'),
    'Global Options:': say('help.global'),
    'Commands:': say('help.commands'),
  };
}
