import type { Language } from '../../../model/index.ts';
import { spokenOf } from './spoken.ts';

/** What a formula says, in words: MathML in. */
export type Speaker = (mathml: string, language: Language) => Promise<string>;

/**
 * Loads Speech Rule Engine, whose rules for both languages are files of its own package; nothing is fetched.
 * ClearSpeak says formulae as a teacher would: “the fraction with numerator a and denominator b”.
 */
export async function makeSpeaker(): Promise<Speaker> {
  const { default: engine } = await import('speech-rule-engine');
  return (mathml, language) =>
    turns.take(async () => {
      await engine.setupEngine({ locale: language, domain: 'clearspeak', style: 'default', modality: 'speech' });
      const spoken = spokenOf(mathml, language);
      const words = engine.toSpeech(spoken.mathml).replace(/\s+/g, ' ').trim();
      return spoken.inWords(language === 'fr' ? mended(words) : words);
    });
}

/** The engine has one language at a time, whoever asks: each waits until what was asked before is said. */
class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<Value>(speak: () => Promise<Value>): Promise<Value> {
    const said = this.#last.then(speak);
    this.#last = said.catch(() => {});
    return said;
  }
}

const turns = new Turns();

/** What the French rules of Speech Rule Engine 5.0.0-rc.4 leave in English, or say with a slip. */
const slips: readonly (readonly [said: RegExp, meant: string])[] = [
  [/(?<=^| )sub(?= |$)/g, 'indice'],
  [/(?<=^| )le (?=int)/g, 'l’'],
  [/(?<=^| )le (?=sommation|réunion)/g, 'la '],
  [/(?<=^| )pour tous(?= |$)/g, 'pour tout'],
  [/flèche vers le haut par dessus/g, 'flèche droite par-dessus'],
  [/horizontalle/g, 'horizontale'],
  [/(?<=^| )pourcent(?= |$)/g, 'pour cent'],
  [/nombres entier naturel(?= |$)/g, 'nombres entiers naturels'],
  [/est un nombres (réel|rationnel|complexe|entier)s(?: naturels)?/g, 'est un nombre $1'],
  [/(?<=^| )n'est pas un(?! diviseur)(?= |$)/g, 'n’appartient pas à'],
  [/(?<=^| )1 lignes/g, '1 ligne'],
  [/opérateur (?=point|étoile|astérisque|rond|tilde)/g, ''],
  [/'/g, '’'],
];

function mended(words: string): string {
  return slips.reduce((text, [said, meant]) => text.replace(said, meant), words);
}
