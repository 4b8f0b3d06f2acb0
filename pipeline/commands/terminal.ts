/** What a command may do to the outside; `cli.ts` has the real one, tests their own. */
export interface Terminal {
  /** Results and findings. */
  out(text: string): void;
  /** Why a command could not do its work. */
  err(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly colour: boolean;
  /** Somebody is looking: progress may be drawn and redrawn. */
  readonly interactive: boolean;
  readonly columns: number;
  /** Waits until the person stops the command (Ctrl+C, or a request to end). */
  untilStopped(): Promise<void>;
}

/** 0 done, 1 errors in the source, 2 wrong usage or our own failure. */
export type ExitCode = 0 | 1 | 2;
