import type { Language } from '../../../model/index.ts';

/** What a formula says, in words: MathML in. */
export type Speaker = (mathml: string, language: Language) => Promise<string>;

/**
 * Loads Speech Rule Engine, whose rules for both languages are files of its own package; nothing is fetched.
 * ClearSpeak says formulae as a teacher would: “the fraction with numerator a and denominator b”.
 */
export async function makeSpeaker(): Promise<Speaker> {
  const { default: engine } = await import('speech-rule-engine');
  return async (mathml, language) => {
    await engine.setupEngine({ locale: language, domain: 'clearspeak', style: 'default', modality: 'speech' });
    return engine.toSpeech(mathml).replace(/\s+/g, ' ').trim();
  };
}
