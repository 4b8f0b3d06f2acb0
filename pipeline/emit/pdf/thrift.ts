import { setFlagsFromString } from 'node:v8';

/**
 * Lets the heap grow by no more than it has to. A book's pages live until the last is painted, and V8 would make room
 * for half as much again that is already dead: at 500 pages a third more memory, for a tenth less processor time.
 * docs/decisions/memory-of-pdf.md has the figures.
 */
export function keepMemoryLow(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
}
