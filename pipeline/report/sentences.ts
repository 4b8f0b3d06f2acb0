import { type Diagnostic, fill, type Strings } from '../model/index.ts';

/** What a finding says in the reader's language. */
export interface Sentences {
  readonly message: string;
  /** What to do about it; not every rule has one. */
  readonly hint?: string;
}

/** @throws when the table has no sentence for the rule, or a place in it has no detail: our mistake. */
export function sentencesOf({ rule, details }: Diagnostic, strings: Strings): Sentences {
  const key = details.variant === undefined ? `rules.${rule}` : `rules.${rule}.${details.variant}`;
  const message = fill(strings, `${key}.message`, details);
  return strings[`${key}.hint`] ? { message, hint: fill(strings, `${key}.hint`, details) } : { message };
}
