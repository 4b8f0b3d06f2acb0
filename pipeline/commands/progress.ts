import type { Step } from '../course.ts';
import type { Context } from './program.ts';

/** Shows what is being done and how long it took. */
export interface Progress {
  onStep(step: Step, state: 'begins' | 'ended'): void;
  /** To be called when no further step comes, whether all were reached or not. */
  end(): Promise<void>;
}

/** A list that is redrawn, for somebody who looks at a terminal; else a line for each step that has ended. */
export async function progressFor(steps: readonly Step[], context: Context): Promise<Progress> {
  return context.terminal.interactive ? drawn(steps, context) : plain(context);
}

/** No progress at all, as programs want it. */
export const silent: Progress = { onStep: () => {}, end: async () => {} };

function plain({ speech, terminal }: Context): Progress {
  const begun = new Map<Step, number>();
  return {
    onStep(step, state) {
      if (state === 'begins') begun.set(step, performance.now());
      else terminal.out(`${titled(step, performance.now() - (begun.get(step) ?? 0), speech)}\n`);
    },
    end: async () => {},
  };
}

async function drawn(steps: readonly Step[], { speech, terminal }: Context): Promise<Progress> {
  const { Listr } = await import('listr2');
  const waiting = new Map<Step, (took: number | undefined) => void>();
  const begun = new Map<Step, number>();
  const list = new Listr(
    steps.map((step) => {
      const ended = new Promise<number | undefined>((resolve) => waiting.set(step, resolve));
      return {
        title: speech.say(`step.${step}`),
        task: async (_, task) => {
          const took = await ended;
          if (took === undefined) task.skip();
          else task.title = titled(step, took, speech);
        },
      };
    }),
    { rendererOptions: { showSkipMessage: false, suffixSkips: false }, registerSignalListeners: false },
  );
  const running = list.run();
  return {
    onStep(step, state) {
      if (state === 'begins') begun.set(step, performance.now());
      else waiting.get(step)?.(performance.now() - (begun.get(step) ?? 0));
    },
    async end() {
      for (const resolve of waiting.values()) resolve(undefined);
      await running;
      terminal.out('');
    },
  };
}

function titled(step: Step, took: number, { say, duration }: Context['speech']): string {
  return `${say(`step.${step}`)}  ${duration(took)}`;
}
