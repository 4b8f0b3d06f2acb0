import type { Language } from '../../model/index.ts';
import { type Found, foundAs, type Reading } from './fact.ts';
import { space } from './notation.ts';

export function timesIn(language: Language): readonly Reading[] {
  return language === 'en' ? englishTimes() : frenchTimes();
}

/** @param hours - The likeliest first; those over 24 are none. */
function timeFact(hours: readonly number[], minute = '00', more: Partial<Found> = {}): Found | undefined {
  const possible = hours.filter((hour) => hour <= 24);
  return possible.length < 1 || possible[0] !== hours[0]
    ? undefined
    : foundAs(
        'time',
        possible.map((hour) => `${hour}:${minute}`),
        more,
      );
}

/** Half a day later too, where it is not said which half it is. */
function eitherHalf(hour: number): readonly number[] {
  return hour >= 1 && hour <= 12 ? [hour, (hour + 12) % 24] : [hour];
}

function englishTimes(): readonly Reading[] {
  return [
    {
      pattern: new RegExp(
        `(?<!\\d)(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?${space}?(?<half>[ap])\\.?${space}?m\\b\\.?`,
        'gi',
      ),
      read: ({ hour, minute, half }) =>
        timeFact([(Number(hour) % 12) + (half?.toLowerCase() === 'p' ? 12 : 0)], minute),
    },
    wordsOfDay(`(?:12${space})?(?:(?<noon>noon)|midnight)\\b`),
    {
      // how long something lasts is « 2 h 15 » in French
      pattern: new RegExp(
        `(?<![\\d.,])(?<hour>\\d{1,2})${space}(?:hours?|hrs?|h),?${space}(?:and${space})?(?<minute>\\d\\d)${space}min(?:ute)?s?\\b`,
        'giu',
      ),
      read: ({ hour, minute }) => timeFact([Number(hour)], minute),
    },
    {
      pattern: new RegExp(`(?<![\\d:.,])(?<hour>\\d{1,2})${space}o[’']clock`, 'giu'),
      read: ({ hour }) => timeFact(eitherHalf(Number(hour))),
    },
    {
      pattern: /(?<![\d:.])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])/g,
      read: ({ hour, minute }) => timeFact(eitherHalf(Number(hour)), minute),
    },
  ];
}

function frenchTimes(): readonly Reading[] {
  return [
    {
      // “9 heures” and “24 h” may be a time of day or how long something lasts
      pattern: new RegExp(
        `(?<![\\d\\p{L}.,])(?<hour>\\d{1,2})${space}?(?:h(?!\\p{L})|(?<long>heures?)(?!\\p{L}))(?:${space}?(?<minute>\\d\\d)(?!\\d|${space}?%))?(?<later>${space}(?:du${space}soir|de${space}l[’']après-midi))?`,
        'gu',
      ),
      read: ({ hour, minute, long, later }) => {
        const number = Number(hour);
        const hours = later && number < 12 ? [number + 12] : [number];
        if (minute === undefined && long) {
          return { kind: 'number', value: String(number), also: [{ kind: 'time', value: `${hours[0]}:00` }] };
        }
        return timeFact(
          hours,
          minute,
          minute === undefined ? { also: [{ kind: 'number', value: String(number) }] } : {},
        );
      },
    },
    wordsOfDay('(?:(?<noon>midi)|minuit)(?!\\p{L})'),
    {
      pattern: /(?<![\d:.])(?<hour>[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?![\d:])/g,
      read: ({ hour, minute }) => timeFact([Number(hour)], minute),
    },
  ];
}

/** Noon and midnight: like number words, they excuse a time in figures and ask for none. */
function wordsOfDay(words: string): Reading {
  return {
    pattern: new RegExp(`(?<![\\p{L}\\d-])${words}`, 'giu'),
    read: ({ noon }) => ({
      kind: 'time',
      value: noon ? '12:00' : '0:00',
      word: true,
      ...(!noon && { alternatives: ['24:00'] }),
    }),
  };
}
