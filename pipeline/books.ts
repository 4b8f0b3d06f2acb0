import { bookMaker, type MakeBook } from './bookOf.ts';
import type { BuildOptions } from './build.ts';
import type { Store, Templates } from './model/index.ts';
import { openThreads } from './threads.ts';

/** Where books are made. */
export interface Books {
  readonly make: MakeBook;
  /** In threads: all may be asked for at once. */
  readonly atOnce: boolean;
  close(): Promise<void>;
}

interface Source {
  readonly templates: Templates;
  /** What the publication's own templates say. */
  readonly own: string;
}

/** Books are taken as an earlier run made them, made in threads, or here. */
export function booksIn(
  dir: string,
  { templates, own }: Source,
  { jobs = 1, memory, store }: Pick<BuildOptions, 'jobs' | 'memory' | 'store'>,
): Books {
  if (jobs < 2 || memory) return { make: kept(store, own, bookMaker(templates)), atOnce: false, close: async () => {} };
  const { make, close } = openThreads(jobs, dir);
  return { make: kept(store, own, make), atOnce: true, close };
}

function kept(store: Store | undefined, own: string, make: MakeBook): MakeBook {
  if (!store) return make;
  return (format, edition, options) => {
    const { instant, generator, formats, pdfStandard } = options;
    const inputs = [edition, own, instant, generator, formats, pdfStandard];
    return store.recallLater(format, inputs, () => make(format, edition, options));
  };
}
