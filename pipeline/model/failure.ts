/**
 * Why a command cannot go on, when the source is not to blame: wrong usage, or a disk, port or file that is not as needed.
 * It carries a sentence of the string tables, so that whoever speaks to the reader says it in the reader's language.
 */
export class Failure extends Error {
  /** Under `tool.failure.`. */
  readonly key: string;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(key: string, details: Readonly<Record<string, string | number>> = {}) {
    super(`${key} ${JSON.stringify(details)}`);
    this.name = 'Failure';
    this.key = key;
    this.details = details;
  }
}

/** What somebody else's code failed with: in one line, without where in the code. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return (text.split('\n')[0] ?? '').slice(0, 200);
}
