import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageFolder } from '../about.ts';
import { Failure, type Language, type RuleId, rules } from '../model/index.ts';
import { painter, wrap } from '../report/index.ts';
import { nearest } from './nearest.ts';
import type { Context } from './program.ts';
import type { ExitCode } from './terminal.ts';

/** `diptych explain RULE`: the rule's page, in the reader's language. */
export async function explainCommand(typed: string, { speech, terminal }: Context): Promise<ExitCode> {
  const rule = typed.toLowerCase();
  if (!isRule(rule)) {
    const guess = nearest(rule, Object.keys(rules));
    const lines = [speech.say('failure.rule-unknown', { rule: typed })];
    lines.push(guess ? speech.say('usage.suggestion', { name: guess }) : speech.say('explain.all'));
    if (!guess) lines.push(...Object.keys(rules).map((name) => `  ${name}`));
    terminal.err(`${lines.join('\n')}\n`);
    return 2;
  }
  const paint = painter(terminal.colour);
  const severity = speech.say(`severity.${rules[rule]}`);
  const page = await pageOf(rule, join(packageFolder, 'docs/rules'));
  const text = wrapped(partIn(page, speech.language), Math.min(terminal.columns, 80));
  terminal.out(`${paint('bold', rule)}  ${severity}\n\n${text}\n`);
  return 0;
}

function isRule(name: string): name is RuleId {
  return Object.hasOwn(rules, name);
}

/**
 * A rule's page as it stands in a folder of pages.
 *
 * @throws Failure `rule-page-missing` when the folder has none: the installation is not whole.
 */
export async function pageOf(rule: RuleId, folder: string): Promise<string> {
  const path = join(folder, `${rule}.md`);
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Failure('rule-page-missing', { rule, path }) : error;
  });
}

/**
 * The block `:::en` or `:::fr` of a rule's page. Fences within code blocks do not count: pages show examples of them.
 *
 * @throws when the page has no such block: our mistake.
 */
function partIn(page: string, language: Language): string {
  const lines: string[] = [];
  let colons = '';
  let ticks = '';
  for (const line of page.split('\n')) {
    const code = /^(`{3,}|~{3,})/.exec(line)?.[1];
    if (code && (ticks === '' || line.startsWith(ticks))) ticks = ticks === '' ? code : '';
    const opens: string | undefined = ticks === '' ? new RegExp(`^(:{3,})${language}\\b`).exec(line)?.[1] : undefined;
    if (colons === '' && opens) colons = opens;
    else if (colons !== '' && ticks === '' && line.trimEnd() === colons) return lines.join('\n').trim();
    else if (colons !== '') lines.push(line);
  }
  throw new Error(`A rule’s page has no part in ${language}`);
}

/** Breaks paragraphs to the terminal's width; code, lists and tables stay as they are. */
function wrapped(markdown: string, width: number): string {
  let inCode = false;
  return markdown
    .split('\n')
    .flatMap((line) => {
      if (/^(`{3,}|~{3,})/.test(line)) inCode = !inCode;
      return inCode || /^([`~>|]|\s)/.test(line) ? [line] : wrap(line, width);
    })
    .join('\n');
}
