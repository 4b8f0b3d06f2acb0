import { z } from 'zod';
import type { Settings } from '../model/index.ts';
import { defined, mapMessage, textMap } from './schema.ts';

/** `epub:` of `publication.yaml`. */
export const book = z.strictObject(
  {
    conformsTo: z
      .string({ error: 'conforms-to' })
      .regex(/^WCAG 2\.[0-2] A{1,3}$/, { error: 'conforms-to' })
      .optional(),
    certifiedBy: textMap.optional(),
    notes: z.enum(['block', 'aside'], { error: 'book-notes' }).optional(),
    fonts: z.enum(['embedded', 'reader'], { error: 'book-fonts' }).optional(),
  },
  { error: mapMessage },
);

export const bookKeys = ['epub', 'conformsTo', 'certifiedBy', 'notes', 'fonts'] as const;

/** As `Settings` has them: without what was left out. */
export function bookOf(written: z.output<typeof book>): NonNullable<Settings['epub']> {
  return defined(written);
}
