import { z } from 'zod';
import { comparisonRules, type RuleSettings } from '../model/index.ts';
import { languageMap, listOf, mapMessage, text } from './schema.ts';

const severity = z.enum(['error', 'warning', 'info', 'off'], { error: 'severity' });
const ratio = z.number({ error: 'ratio' }).positive({ error: 'ratio' });

/** What some rules may be told besides their severity. */
const parameters = {
  'length-is-plausible': { min: ratio.optional(), max: ratio.optional() },
  'link-targets-match': { addresses: listOf(languageMap(text)).optional() },
  'text-is-translated': { names: listOf(text).optional() },
} as const;

/** A severity alone, or a map of it and of parameters. */
function ruleOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(
    (value) => (severity.safeParse(value).success ? { severity: value } : value),
    z.strictObject(
      { severity: severity.optional(), ...shape },
      { error: ({ code }) => (code === 'unrecognized_keys' ? undefined : 'severity') },
    ),
  );
}

const plain = ruleOf({});

/** `rules:` of `publication.yaml`. */
export const ruleSettings = z.strictObject(
  {
    ...(Object.fromEntries(comparisonRules.map((rule) => [rule, plain.optional()])) as Record<
      Exclude<(typeof comparisonRules)[number], keyof typeof parameters>,
      z.ZodOptional<typeof plain>
    >),
    'length-is-plausible': ruleOf(parameters['length-is-plausible']).optional(),
    'link-targets-match': ruleOf(parameters['link-targets-match']).optional(),
    'text-is-translated': ruleOf(parameters['text-is-translated']).optional(),
  },
  { error: mapMessage },
);

/** Names that a slip may have meant. */
export const ruleKeys: readonly string[] = [
  ...comparisonRules,
  'severity',
  ...Object.values(parameters).flatMap((shape) => Object.keys(shape)),
];

export function ruleSettingsOf(written: z.output<typeof ruleSettings>): RuleSettings {
  const severities = Object.fromEntries(
    comparisonRules.flatMap((rule) => {
      const set = written[rule]?.severity;
      return set ? [[rule, set]] : [];
    }),
  );
  const { min, max } = written['length-is-plausible'] ?? {};
  const addresses = written['link-targets-match']?.addresses;
  const names = written['text-is-translated']?.names;
  return {
    severities,
    ...((min !== undefined || max !== undefined) && { length: { ...(min && { min }), ...(max && { max }) } }),
    ...(addresses && { addresses }),
    ...(names && { names }),
  };
}
