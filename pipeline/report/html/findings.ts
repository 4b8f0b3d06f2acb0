import type { Element } from 'hast';
import { type Diagnostic, fill, type Related, type Strings } from '../../model/index.ts';
import { sentencesOf } from '../sentences.ts';
import type { Waived } from '../waived.ts';
import { harmless } from '../width.ts';
import { element } from './markup.ts';

/** Findings as a list: severity, rule, sentence, place, hint. */
export function findingList(findings: readonly Diagnostic[], strings: Strings): Element {
  return element(
    'ul',
    { className: ['findings'] },
    findings.map((found) => finding(found, strings)),
  );
}

/** What is waived, with the reasons. */
export function waivedList(waived: Waived, strings: Strings): Element {
  return element(
    'ul',
    { className: ['findings', 'waived'] },
    waived.map(({ finding: found, reason }) =>
      finding(
        found,
        strings,
        element('p', { className: ['reason'] }, fill(strings, 'tool.html.reason', { reason: harmless(reason) })),
      ),
    ),
  );
}

function finding(found: Diagnostic, strings: Strings, reason?: Element): Element {
  const { message, hint } = sentencesOf(found, strings);
  const see = (place: Related): string => fill(strings, 'tool.report.see', { place: placeOf(place) });
  const word = element('strong', {}, fill(strings, `tool.severity.${found.severity}`));
  return element(
    'li',
    { className: reason ? [] : [found.severity] }, // what is waived is no error any more
    element('p', {}, ...(reason ? [] : [word, ' ']), element('code', {}, found.rule)),
    element('p', {}, harmless(message)),
    reason ?? (hint ? element('p', { className: ['hint'] }, harmless(hint)) : undefined),
    element('p', { className: ['place'] }, placeOf(found)),
    found.related ? element('p', { className: ['place'] }, see(found.related)) : undefined,
  );
}

function placeOf({ path, position }: Related): string {
  return harmless(position ? `${path}:${position.start.line}:${position.start.column}` : path);
}
