/**
 * Where French words divide: patterns of Liang's method, in TeX's notation.
 *
 * hyph-utf8 (hyph-fr), as packed in `hyphen` 1.14.1. They stand here as text so that a program that sets no page does
 * not pay for reading them; a test holds them against the package.
 *
 * Copyright (C) 1994-2002 Daniel Flipo, Bernard Gaulle, 2016 Arthur Reutenauer. MIT licence:
 * Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
 * documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
 * rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
 * persons to whom the Software is furnished to do so, subject to the following conditions: The above copyright notice and
 * this permission notice shall be included in all copies or substantial portions of the Software. THE SOFTWARE IS
 * PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
 * MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT
 * HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE,
 * ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
 */
export const frenchPatterns = `
2'2 'a4 'ab3réa 'ae3s4ch '2alcool 'amino1a2c 'ana3s4tr '2a2nesthési 'anti1a2 'anti1e2 'anti2enne 'anti1é2 'anti1s2
'apo2s3ta 'as2ta 'ar3gent. 'ar3pent. 'a2g3nat 'â4 'e4 'en1a2 'en1o2 'eu2r1a2 'ê4 'é4 'è4 'i4 'i2g3né 'i2g3ni
'2informat 'in1a2 'in2a3nit 'in2augur 'in1e2 'in2effab 'in2ept 'in2er 'in2exora 'in1é2 'in2é3lucta 'in2é3narra 'in1i2
'in2i3miti 'in2i3q 'in2i3t 'in1o2 'in2o3cul 'in2ond 'in1s2tab 'inte4r3 'intera2 'intere2 'interé2 'interi2 'intero2
'interu2 'inters2 'in1u2 'in2uit 'in2u3l 'o4 'on3guent. '2octet 'oua1ou 'ovi1s2c 'î4 'ô4 'u4 'û4 'y4 .a4 .ab3réa
.ae3s4ch .amino1a2c .ana3s4tr .anti1a2 .anti1e2 .anti2enne .anti1é2 .anti1s2 .apo2s3ta .as2ta .ar3dent. .ar3gent.
.ar3pent. .a2g3nat .â4 .bai2se3main .bi1a2c .bi1a2t .bi1au .bio1a2 .bi2s1a2 .bi1u2 .ch4 .chè2vre3feuille .ci2s1alp
.con4 .cons4 .contre1s2c .contre3maître .co1o2 .co2o3lie .com3ment. .cul4 .dacryo1a2 .dé1a2 .dé1io .dé1o2 .dé2s
.dé3s2a3cr .dés2a3m .dé3s2a3tell .dé3s2astr .dé3s2c .dé2s1é2 .dé3s2é3gr .dé3s2ensib .dé3s2ert .dé3s2exu .dé2s1i2
.dé3s2i3d .dé3s2i3gn .dé3s2i3li .dé3s2i3nen .dé3s2invo .dé3s2i3r .dé3s2ist .dé3s2o3dé .dé3s2o3l .dé3s2o3pil .dé3s2orm
.dé3s2orp .dé3s2oufr .dé2s1œ .dé3s2p .dé3s2t .dé2s1u2n .di1a2cé .di1a2cid .di1ald .di1a2mi .di1a2tom .di1e2n .di2s3h
.dy2s3 .dy2s1a2 .dy2s1i2 .dy2s1o2 .dy2s1u2 .do3lent. .e4 .en1a2 .en1o2 .eu2r1a2 .ê4 .é4 .émi3nent. .è4 .i4 .i2g3né
.i2g3ni .in1a2 .in2a3nit .in2augur .in1e2 .in2effab .in2ept .in2er .in2exora .in1é2 .in2é3lucta .in2é3narra .in1i2
.in2i3miti .in2i3q .in2i3t .in1o2 .in2o3cul .in2ond .in1s2tab .inte4r3 .intera2 .intere2 .interé2 .interi2 .intero2
.interu2 .inters2 .in1u2 .in2uit .in2u3l .ma2g3nicide .ma2g3nificat .ma2g3num .ma2c3k .macro1s2c .ma2l1a2dres
.ma2l1a2dro .ma2l1aisé .ma2l1ap .ma2l1a2v .ma2l1en .ma2l1int .ma2l1oc .ma2l1o2d .ma2r1x .mé2g1oh .mé2sa .mé3san
.mé2s1es .mé2s1i .mé2s1u2s .méta1s2ta .milli1am .mono1a2 .mono1e2 .mono1é2 .mono1i2 .mono1ï2dé .mono1o2 .mono1u2
.mono1s2 .pro2g3nath .pro1é2 .pro1s2cé .prou3d2h .pré1a2 .pré2a3la .pré2au .pré1é2 .pré1e2 .pré1i2 .pré1o2 .pré1u2
.pré1s2 .pa2n1a2f .pa2n1a2mé .pa2n1a2ra .pa2n1is .pa2n1o2ph .pa2n1opt .pa2r1a2che .pa2r1a2chè .para1s2 .pa2r3hé
.pa3rent. .pa3tent. .pen2ta .pe4r .per1a2 .per1e2 .per1é2 .per1i2 .per1o2 .per1u2 .péri1os .péri1s2 .péri2s3s
.péri2s3ta .péri1u2 .ph4 .phalan3s2t .pluri1a .pon2tet .pos2t3h .pos2t1in .pos2t1o2 .pos2t3r .post1s2 .psycho1a2n
.pud1d2l .sta2g3n .stil3l .syn2g3nath .sar3ment. .ser3ment. .seu2le .sch4 .sh4 .su2b1a2 .su3b2alt .su2b1é2 .su3b2é3r
.su2b1in .su2b3limin .su2b3lin .su2b3lu .su2b1ur .su2r1a2 .su3r2a3t .su2r1e2 .su3r2eau .su3r2ell .su3r2et .su2r1é2
.su2r3h .su2r1i2m .su2r1inf .su2r1int .su2r1of .su2r1ox .sou3vent. .o4 .on3guent. .oua1ou .ovi1s2c .î4 .kh4 .ta3lent.
.th4 .tri1a2c .tri1a2n .tri1a2t .tri1o2n .gem2ment. .no2n1obs .ô4 .ré1a2 .ré2a3le .ré2a3lis .ré2a3lit .ré2aux .ré1é2
.ré1e2 .ré2el .ré2er .ré2èr .ré1i2 .ré2i3fi .ré1o2 .réu2 .ré2uss .rétro1a2 .re1s2 .re2s3cap .re2s3cisi .re2s3ciso
.re2s3cou .re2s3cri .re2s3pect .re2s3pir .re2s3plend .re2s3pons .re2s3quil .re2s3s .res3sent. .re2s3t .re3s4tab
.re3s4tag .re3s4tand .re3s4tat .re3s4tén .re3s4tér .re3s4tim .re3s4tip .re3s4toc .re3s4top .re3s4tr .re4s5trein
.re4s5trict .re4s5trin .re3s4tu .re3s4ty .la3tent. .u4 .û4 .y4 ab2h abî2ment. absti3nent. ab3sent. ad2h a1è2dre
1alcool a2l1algi 1a2nesthési ani2ment. antifer3ment. apo2s3tr appa3rent. archi1é2pis armil5l ar2ment. a2s3tro as2ment.
ac3cent. acquies4cent. a2g3nos avil4l amalga2ment. ai2ment. au2ment. 1ba 1bâ 1be 4be. 4bes. 2bent. 1bé 1bè 1bê 1bi 1bî
1b2l 4ble. 4bles. 2blent. 1bo boutil3l bou2ment. 1bô 1b2r 4bre. 4bres. 2brent. bru2ment. 1bu 1bû 1by 1ç 1ca ca3ou3t2
capil3l carê2ment. 1câ 1ce 4ce. 4ces. 2cent. 1cé 1cè 1cê 1c2h 4ch. 2chb 4che. 4ches. 2chent. chevil4l 2chg ch2l 4chle.
4chles. chlo2r3a2c chlo2r3é2t 2chm 2chn 2chp ch2r 4chre. 4chres. chro2ment. 2chs 2cht 2chw chien3dent. 1ci cil3l 1cî
1c2k 4ck. 2ckb 4cke. 4ckes. 2ckent. 2ckf 2ckg 2ck3h 2ckp 2cks 2ckt 1c2l 4cle. 4cles. 2clent. cla2ment. 1co co1acc
co1acq co1a2d co1ap co1ar co1assoc co1assur co1au co1ax co1é2 co1ef co1en co1ex co2nurb confi3dent. contin3gent.
conti3nent. conni3vent. co2g3niti corpu3lent. compé3tent. 1cô 1cœ 1c2r 4cre. 4cres. 2crent. 1cu cur3rent. 1cû 1cy
cyril3l cci3dent. 1j ja3cent. 2jk 4je. 4jes. 2jent. é3cent. éci2ment. écu2ment. é3dent. éd2hi 1é2drie 1é2drique
1é2lectr 1é2lément éli2ment. élo3quent. 1é2nerg éni3tent. épi2s3cop épi3s4cope émil4l équiva4lent. équipo3tent.
é3quent. é3rent. 1mu munifi3cent. 1mi mil3l mil4let mi2ment. mit3tent. 1mo monova3lent. mon2t3réal moye2n1â2g 1ma 1mâ
1me 4me. 4mes. 1mé mécon3tent. 1mè 1mê 1mî 1m2némo 1m2nési 1m2nès 1mô 1mœ m1s2 1mû 1my 1ré réti3cent. ré3gent.
résur3gent. réma3nent. 1ri rin3gent. ri2ment. rcil4l rmil4l 1re re3lent. reli2ment. re3pent. 4re. 4res. 2rent. 1ru
ru3lent. 1ra ra2ment. rai3ment. radio1a2 1ry ryth2ment. 1râ 1rè 1rê 1r2h 4rhe. 4rhes. 2r3heur 2r3hydr 1rî 1ro 1rô 1rû
1p2r privatdo3cent. privatdo3zent. pru3dent. préémi3nent. pré3sent. proémi3nent. pro2s3tat 4pre. 4pres. 2prent. 1pu
pu2g3nable pu2g3nac pupil3l pusil3l 1pa papil3la papil3le papil3li papil3lom paléo1é2 1pi piril3l 1po polyva3lent.
poly1a2 poly1e2 poly1é2 poly1è2 poly1i2 poly1o2 poly1s2 poly1u2 po1astre 1p2l plu2ment. 4ple. 4ples. 2plent. 1pe
perma3nent. perti3nent. per3h 4pe. 4pes. 2pent. 1pâ 1pé pé2nul pé1r2é2q 1pè 1pê 1p2h 4ph. 4phe. 4phes. 2phent. ph2l
4phle. 4phles. 2phn photo1s2 ph2r 4phre. 4phres. 2phs 2pht 3ph2talé 3ph2tis 1pî 1p2né 1p2neu 1pô 1p2sych 1p2tèr 1p2tér
1pû 1py inno3cent. inci3dent. indi3gent. indul3gent. indo3lent. intelli3gent. inti2ment. instil3l inso3lent. 1informat
is3cent. i2s3ché i2s3chia i2s3chio i1s2tat immis4cent. immi3nent. imma3nent. impu3dent. impo3tent. i1algi i1arthr
i1è2dre il2l ibril3l io1a2ct i1oxy iva3lent. es3cent. e2s3cop e2s3ch esti2ment. e2n1i2vr entre3gent. eu1s2tat extra1
extra2c extra2i er2ment. 1d' 1da da2ment. 1dâ d1d2h 1de 4de. 4des. 2dent. 1dé déca3dent. détri3ment. 1dè 1dê 1di
dissi3dent. di2s3cop distil3l dili3gent. diaphrag2ment. 3d2hal 3d2houd 1dî 2dlent. 1do 1dô 1d2r 4dre. 4dres. 2drent.
d1s2 1du 1dû 1dy 1t2r tri3dent. trucu3lent. tran2s3p transpa3rent. tran2s1a2 tran3s2act tran3s2ats tran2s3h tran2s1o2
tran2s1u2 4tre. 4tres. 2trent. 1ta tan3gent. ta2ment. tachy1a2 1te ter3gent. tempéra3ment. testa3ment. 4tes. 4te.
2tent. 1t2h th2r thril3l 4thre. 4thres. 4th. 4the. 4thes. thermo1s2 2t3heur 2thl 2thm 2thn 2ths 1tu turbu3lent.
tu2ment. tung2s3 1to to2ment. tor3rent. 1tâ 1tà tchin3t2 1té télé1e2 télé1i2 télé1o2b télé1o2p télé1s2 1tè 1tê 1ti 1tî
1tô t1t2l 1tû 1ty 1fa fa2ment. 1fâ 1fe 4fe. 4fes. 2fent. 1fé fécu3lent. 1fè 1fê 1fi fir2ment. fichu3ment. 1fî 1f2l
4fle. 4fles. 2flent. flam2ment. 1fo 1fô 1f2r 4fre. 4fres. 2frent. fritil3l f1s2 1fu fu2ment. 1fû 1fy 1ga 1gâ 1ge 4ge.
4ges. 2gent. 1gé 1gè 1gê 1g2ha 1g2he 1g2hi 1g2ho 1g2hy 1gi gil3l 1gî 1g2l 4gle. 4gles. 2glent. 1g2n 4gne. 4gnes.
2gnent. 1go 1gô 1g2r 4gre. 4gres. 2grent. gram2ment. grandilo3quent. 1gu 4gue. 4gues. 2guent. 1gû g1s2 1gy 1se
ser3gent. ser3pent. semil4l sesqui1a2 4ses. 4se. 2sent. 1su succu3lent. subli2ment. sub1s2 su2ment. surémi3nent.
su3r2ah supe4r1 supero2 supers2 1s2por sporu4lent. 1s2patia 1s2perm 1s2phèr 1s2phér 1s2piel 1s2piros slalo2ment.
1s2lav 1s2lov 1sa 1sâ 1s2caph 1s2clér 1s2cop 1s2ch 4sch. 4sche. 4sches. 2schs 1sé 1sè 1sê 1s2h 4sh. 4she. 4shes.
2shent. 2shm 2s3hom 2shr 2shs 1si 1sî 1so 1sô 1sœ 1s2tandard 1s2tein stéréo1s2 1s2tigm 1s2tock 1s2tomos 1s2troph
1s2tructu 1s2tyle 1sû 1sy o2g3nomoni o2g3nosi opu3lent. om2ment. ombud2s3 omni1s2 omnipo3tent. or2ment. o2b3long
1octet o1d2l o1è2dre o1ioni o1s2tas o1s2tat o1s2téro o1s2tim o1s2tom o1s2trad o1s2tratu o1s2triction oxy1a2 1wa wa2g3n
1we 4we. 4wes. 2went. 1wi 1wo 1wu 1w2r 1ha 1hâ 1he 4he. 4hes. 1hé hémi1é hémo1p2t 1hè 1hê 1hi hil3l 1hî 1ho 1hô 1hu
hu2ment. 1hû 1hy hype4r1 hypera2 hypere2 hyperé2 hyperi2 hypero2 hypers2 hyperu2 hypo1a2 hypo1e2 hypo1é2 hypo1i2
hypo1o2 hypo1s2 hypo1u2 ucil4l uevil4l uvil4l uni1o2v uni1a2x u2s3tr 1va vacil4l vanil3lin vanil3lis 1vi vil3l
vidi2ment. 1ve veni2ment. ventripo3tent. 2vent. 4ve. 4ves. 1vâ 1vé vélo1s2ki 1vè 1vê 1vî 1vo vol2t1amp 1vô 1v2r 4vre.
4vres. 2vrent. 1vu 1vû 1vy 1li lil3l l3lion llu2ment. 1la la2w3re 1lâ 1là 1le 4le. 4les. 2lent. 1lé 1lè 1lê 1lî 1lo
1lô l1s2t 1lu 1lû 1ly l2ment. xil3l 2xent. 1ka 1kâ 1ke 4ke. 4kes. 2kent. 1ké 1kè 1kê 1k2h 4kh. 1ki 1kî 1ko 1kô 1k2r
1ku 1kû 1ky â2ment. 1q qua2ment. 4que. 4ques. 2quent. è2ment. 1nu nutri3ment. 1na 1nâ 1ne 4ne. 4nes. 2nent. 1né 1nè
1nê 1ni 1nî 1no 1nô 1nœ 1nû n3s2at. n3s2ats. n1x 1ny ô2ment. y1asth y1algi y1s2tom 1za 1ze 4ze. 4zes. 2zent. 1zé 1zè
1zi 1zo 1zu 1zy
`;
