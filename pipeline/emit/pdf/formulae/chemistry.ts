import type { TexNode } from './tags.ts';

/** By MathJax's own sign for mhchem, for which it has a face apart: the same in the face of all formulae. */
const arrows: Readonly<Record<string, string>> = {
  '\uE408': '\u21CC',
  '\uE409': '\u2942',
  '\uE40A': '\u2944',
  '\uE428': '\u27F5',
  '\uE429': '\u27F6',
  '\uE42A': '\u27F7',
  '\uE42B': '\u21C4',
  '\uE42C': '\u2190',
  '\uE42D': '\u2192',
  '\uE42E': '\u2194',
};

/** Bonds of dashes above or below lines, in TeX as mhchem writes them itself. */
const dashes = '\\vphantom{-}\\raise2mu{\\kern2mu\\tiny\\text{-}\\kern1mu\\text{-}\\kern1mu\\text{-}\\kern2mu}';
export const bonds = {
  tripledash: dashes,
  mhchemBondTD: '{\\rlap{\\lower.1em{-}}\\raise.1em{\\tripledash}}',
  mhchemBondTDD: '{\\rlap{\\lower.2em{-}}\\rlap{\\raise.2em{\\tripledash}}-}',
  mhchemBondDTD: '{\\rlap{\\lower.2em{-}}\\rlap{\\raise.2em{-}}\\tripledash}',
} as const;

/** Arrows of `\ce` as those of other formulae; the tree is changed in place. */
export function placeArrows(root: TexNode): void {
  root.walkTree((node) => {
    if (!node.isToken) return;
    for (const child of node.childNodes) {
      const arrow = arrows[child.getText?.() ?? ''];
      if (!arrow) continue;
      child.setText?.(arrow);
      node.attributes.unset('mathvariant');
    }
  });
}
