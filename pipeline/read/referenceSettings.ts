import { z } from 'zod';
import { mapMessage } from './schema.ts';

/** `numbering:` of `publication.yaml`. */
export const numbering = z.strictObject({ sections: z.boolean({ error: 'truth' }).optional() }, { error: mapMessage });

/** `references:` of `publication.yaml`. */
export const references = z.strictObject(
  {
    pages: z.enum(['all', 'filled', 'none'], { error: 'reference-pages' }).optional(),
    backlinks: z.enum(['figures', 'all', 'none'], { error: 'backlinks' }).optional(),
  },
  { error: mapMessage },
);

export const referenceKeys = ['sections', 'pages', 'backlinks'] as const;
