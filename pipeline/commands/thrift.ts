import { setFlagsFromString } from 'node:v8';
import type { Progress } from './progress.ts';

/**
 * Lets the heap grow by no more than it has to from when PDFs or EPUBs are made. A book's pages live until the last is
 * painted, its chapters until they are packed, and V8 would make room for much that is already dead: at 500 pages a fifth
 * more memory, for a tenth less processor time. docs/decisions/memory-of-pdf.md has the figures. The flags belong to the
 * process, so only the command line, whose process is our own, sets them.
 */
export function sparing(onStep: Progress['onStep']): Progress['onStep'] {
  return (step, state) => {
    if ((step === 'pdf' || step === 'epub') && state === 'begins') keepMemoryLow();
    onStep(step, state);
  };
}

/** @public for the measurements of a PDF and of an EPUB alone. */
export function keepMemoryLow(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
