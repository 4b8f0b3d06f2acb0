import { z } from 'zod';
import { type HouseOptions, houseOptions, profiles } from '../language/index.ts';
import { type LanguageMap, type LanguageTag, languages, type TypographyOptions } from '../model/index.ts';
import { defined, isPlainObject, mapMessage } from './schema.ts';

const houses = Object.keys(profiles) as (keyof typeof profiles)[];

const spaces = { none: '', 'no-break': '\u00A0', narrow: '\u202F' } as const;
const space = z.enum(Object.keys(spaces) as (keyof typeof spaces)[], { error: 'space' });
const truth = z.boolean({ error: 'truth' });

const own = {
  thin: truth.optional(),
  colon: space.optional(),
  semicolon: space.optional(),
  exclamation: space.optional(),
  question: space.optional(),
  guillemets: space.optional(),
  percent: space.optional(),
  groups: z.enum(['comma', 'no-break', 'narrow'], { error: 'groups' }).optional(),
  ellipsis: truth.optional(),
  dashes: z.enum(['closed', 'spaced'], { error: 'dashes' }).optional(),
  ranges: truth.optional(),
};

const side = z.strictObject(own, { error: mapMessage });

const house = z.enum(houses, { error: 'house' });
const map = z.strictObject(
  { profile: house.optional(), en: side.optional(), fr: side.optional() },
  { error: mapMessage },
);

/** `typography:` of `publication.yaml`: the name of a house, or a map with it and with what is set otherwise. */
export const typographySettings = z.unknown().transform((value, context): z.output<typeof map> => {
  const written = isPlainObject(value)
    ? map.safeParse(value)
    : house.transform((profile) => ({ profile })).safeParse(value);
  if (written.success) return written.data;
  for (const issue of written.error.issues)
    context.issues.push({ ...issue, input: value } as (typeof context.issues)[number]);
  return z.NEVER;
});

/** Names that a slip may have meant. */
export const typographyKeys: readonly string[] = ['profile', ...Object.keys(own)];

export function typographyOf(
  { profile, ...sides }: z.output<typeof typographySettings>,
  tags: LanguageMap<LanguageTag>,
): LanguageMap<TypographyOptions> {
  const [en, fr] = languages.map((language) => houseOptions(tags[language], profile, optionsOf(sides[language] ?? {})));
  if (!en || !fr) throw new Error('Two languages have two settings');
  return { en, fr };
}

function optionsOf(written: z.output<typeof side>): HouseOptions {
  const { thin, colon, semicolon, exclamation, question, guillemets, percent, groups, ...rest } = written;
  const high = thin === undefined ? undefined : thin ? spaces.narrow : spaces.none;
  const before = defined({
    colon: colon && spaces[colon],
    semicolon: semicolon ? spaces[semicolon] : high,
    exclamation: exclamation ? spaces[exclamation] : high,
    question: question ? spaces[question] : high,
  });
  const sign = groups && (groups === 'comma' ? ',' : spaces[groups]);
  return {
    before,
    ...defined({
      ...rest,
      guillemets: guillemets && spaces[guillemets],
      percent: percent && spaces[percent],
      groups: sign,
      writtenGroups: sign,
    }),
  };
}
