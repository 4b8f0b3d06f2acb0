/** What the generated publication is written with: of our own, the same in English and in French. Nouns are masculine in French. */
const nouns = [
  ['office', 'bureau'],
  ['record', 'dossier'],
  ['program', 'programme'],
  ['report', 'rapport'],
  ['account', 'compte'],
  ['service', 'service'],
  ['project', 'projet'],
  ['permit', 'permis'],
  ['register', 'registre'],
  ['network', 'réseau'],
  ['museum', 'musée'],
  ['market', 'marché'],
  ['bridge', 'pont'],
  ['garden', 'jardin'],
  ['theatre', 'théâtre'],
  ['laboratory', 'laboratoire'],
  ['village', 'village'],
  ['tunnel', 'tunnel'],
  ['catalogue', 'catalogue'],
  ['workbook', 'cahier'],
];

const qualities = [
  ['quarterly', 'trimestriel'],
  ['municipal', 'municipal'],
  ['revised', 'révisé'],
  ['printed', 'imprimé'],
  ['temporary', 'temporaire'],
  ['central', 'central'],
  ['restored', 'restauré'],
  ['digital', 'numérique'],
  ['rural', 'rural'],
  ['travelling', 'itinérant'],
];

/** Each from two nouns, a quality and a number from 2 to 20. */
const forms = [
  ([one, un], [other, autre]) => [
    `The ${one} is reviewed by those who run the ${other} before it opens to the public.`,
    `Le ${un} est examiné par celles et ceux qui dirigent le ${autre} avant d’ouvrir au public.`,
  ],
  ([one, un], [other, autre]) => [
    `When the ${one} moves, the ${other} moves with it, and both keep the number under which they are known.`,
    `Quand le ${un} change de place, le ${autre} le suit, et tous deux gardent le numéro sous lequel on les connaît.`,
  ],
  ([one, un], [other, autre]) => [
    `The council asks that the ${one} be *simplified* and that the **${other}** be kept as it stands.`,
    `Le conseil demande de *simplifier* le ${un} et de garder le **${autre}** tel qu’il est.`,
  ],
  ([one, un], [other, autre], _, number) => [
    `About ${number + 30}% of those who answered find the ${one} clear; the others would rather have a ${other}.`,
    `Environ ${number + 30}\u00A0% des personnes qui ont répondu trouvent le ${un} clair; les autres préféreraient un ${autre}.`,
  ],
  ([one, un], [other, autre], _, number) => [
    `It took ${number} weeks to repair the ${one}, and ${number + 21} more to reopen the ${other}.`,
    `Il a fallu ${number} semaines pour réparer le ${un}, et ${number + 21} de plus pour rouvrir le ${autre}.`,
  ],
  ([one, un], [other, autre], _, number) => [
    `Write to us if the ${one} is closed or if the ${other} cannot be found: we answer within ${number} days.`,
    `Écrivez-nous si le ${un} est fermé ou si le ${autre} est introuvable\u00A0: nous répondons dans les ${number} jours.`,
  ],
  ([one, un], [other, autre]) => [
    `Nobody who visits the ${one} should have to ask again where the ${other} is.`,
    `Personne, en visitant le ${un}, ne devrait avoir à redemander où se trouve le ${autre}.`,
  ],
  ([one, un], [other, autre], _, number) => [
    `Since ${number + 1980}, the ${one} has cost less than the ${other}, although more people use it every year.`,
    `Depuis ${number + 1980}, le ${un} coûte moins que le ${autre}, bien que plus de gens s’en servent chaque année.`,
  ],
  ([one, un], [other, autre]) => [
    `“The ${one} belongs to all of us,” said one visitor, “and so does the ${other}.”`,
    `«\u00A0Le ${un} est à nous tous, a dit une personne, et le ${autre} aussi.\u00A0»`,
  ],
  ([one, un], [other, autre], [quality, qualité]) => [
    `The ${quality} ${one} is described on a page of its own, with a plan and the hours of the ${other}.`,
    `Le ${un} ${qualité} est décrit sur sa propre page, avec un plan et les heures du ${autre}.`,
  ],
  ([one, un], [other, autre]) => [
    `In winter the ${one} is heated by the ${other}, which saves fuel and keeps the road free of snow.`,
    `En hiver, le ${un} est chauffé par le ${autre}, ce qui épargne du combustible et garde la route sans neige.`,
  ],
  ([one, un], [other, autre]) => [
    `A drawing of the ${one} hangs in the entrance; another, which is older, shows the ${other} from above.`,
    `Un dessin du ${un} est accroché dans l’entrée; un autre, qui est plus ancien, montre le ${autre} vu d’en haut.`,
  ],
];

const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const pick = (list, next) => list[Math.floor(next() * list.length)];

/**
 * Running text.
 *
 * @param next - Gives numbers from 0 to 1, as `numbers` of `sample.mjs` does.
 * @returns so many sentences, in English and in French; `*` and `**` around what is emphasised.
 */
export function passage(next, count) {
  const made = Array.from({ length: count }, () => {
    const [one, other, quality] = [pick(nouns, next), pick(nouns, next), pick(qualities, next)];
    return pick(forms, next)(one, other, quality, 2 + Math.floor(next() * 19));
  });
  return [0, 1].map((side) => made.map((sentence) => sentence[side]).join(' '));
}

/** A few words, as headings and cells have them, in English and in French. */
export function phrase(next) {
  const [[noun, nom], [quality, qualité]] = [pick(nouns, next), pick(qualities, next)];
  return [capital(`${quality} ${noun}`), capital(`${nom} ${qualité}`)];
}

/** The 200 terms of its glossary, each with a definition of a sentence; English and French of both. */
export function glossaryTerms(next) {
  return qualities.flatMap(([quality, qualité]) =>
    nouns.map(([noun, nom]) => ({
      term: [`${quality} ${noun}`, `${nom} ${qualité}`],
      definition: passage(next, 1).map((text) => text.replaceAll('*', '')),
    })),
  );
}
