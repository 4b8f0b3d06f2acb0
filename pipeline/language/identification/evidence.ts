/**
 * How likely three letters are in a word of one language rather than the other: natural logarithm of the ratio, in
 * steps of a half; `_` is the edge of a word. Counted over 100 pairs of public pages in English and French, each word by
 * the root of its frequency. Letters with accents are not here: they speak for themselves.
 */
export const trigrams: Readonly<Record<'en' | 'fr', readonly (readonly [weight: number, list: string])[]>> = {
  en: [
    [3.5, 'she'],
    [3.0, 'box pic'],
    [2.5, 'ddi emo hig ike ked lik oot pea tly'],
    [
      2.0,
      'ack am_ bac boa ck_ cre ded ed_ een efe epe epl fy_ ged ght hed hem ht_ igh led leg lly mbe med ncy ntl oad oar oun rm_ row see ted tme top ved war',
    ],
    [
      1.5,
      '_ev _hi _ke _sh _wa _wh ad_ add ade ake als ark ary clo cy_ dec def dep det ead eak ear eas eat eci eck ee_ eed efi ely ere ese evi ful gin gua hea hic hou ify ing ink ish ity ize key kin ks_ ld_ ll_ low ly_ nds ned ng_ nin old ona ool ope or_ ork ory ow_ own ows pt_ rea red ree ref rk_ ry_ sed sel shi sho ss_ th_ the too ty_ unc und unt whe wit xt_ ys_ zed',
    ],
    [
      1.0,
      '_be _bu _he _sc _sp _th _us _we _wi _wo al_ all ase ate cal ch_ ct_ del der din ds_ ele eli ene equ eri eve fer hec hin ic_ id_ ies lea lin ms_ nd_ one ove req rin sin spe st_ thi tin to_ tor ual use ve_ wor you',
    ],
    [0.5, '_al _st are ers in_'],
  ],
  fr: [
    [4, 'aux eil ez_ nem oir ouv teu tue uel'],
    [3.5, 'ieu leu nai nir nna oit peu rez sez tez tiq uve vez voy vre'],
    [
      3.0,
      '_aj aie diq dui eau eur eux evr ffr giq hiq ie_ iez ifs itr ivr jet lez liq loi nez oi_ oie onn pou ppa pui qu_ soi uem uer uez ui_ uvr ux_ vea vei vou vra xig yan',
    ],
    [
      2.5,
      '_l_ _ut adr ais ait aqu arq cet cun du_ enn enr eui euv foi gou iqu isq la_ lir mbr nom otr ppu riq rir rqu rsq san seu squ veu xe_ yez',
    ],
    [2.0, '_d_ au_ ec_ eul fs_ ige ir_ jou mbl ndr nel nne ois que ra_ rer roi sai til tou uiv uli une'],
    [
      1.5,
      '_et _il _vo air ajo ale ell env fon fou gne iel isa lai lle nan onc plu rai rav rme rni rte sat sem si_ sui ttr uan ue_ uis ule un_ ur_ urs xem',
    ],
    [
      1.0,
      '_ce _qu amm ant dan don dre el_ els eme ett exe gue ien ier ire ise iss les lis nis nt_ ren sou tre ues urn uti',
    ],
    [0.5, '_au ent es_ it_ our par re_ son sse tes tif us_'],
  ],
};

/** Words that hold sentences together. Those of the second list also stand in names and in the other language. */
export const functionWords: Readonly<Record<'en' | 'fr', readonly [sure: string, unsure: string]>> = {
  en: [
    'the of and to in is that for it as was with be by not he his but at are this have from had they which one you were all her she there would their we him been has when who will more if out so what up its about into than them can only other new some could these two may first then do any like my now over such our even most after also did many before must well back through years much where your way should because each just those people between under being here while both during without again against does within itself using used not',
    'or',
  ],
  fr: [
    'le la les de des du un une et à au aux dans que qui ne pas par sur avec sont est être ce cette ces cet il elle ils elles nous vous leur leurs ses se où mais comme tout tous toute toutes même peut peuvent doit doivent faire sous depuis lors lorsque dont ainsi afin chaque autre autres après avant aussi très bien selon chez vers donc votre vos notre nos mon été avait étaient ont était avez sera seront lui eux celui celle ceux cela ceci quand encore puis pendant contre deux trois quel quelle',
    'en pour son sa si plus ou fait entre sans ni car ma mes y',
  ],
};
