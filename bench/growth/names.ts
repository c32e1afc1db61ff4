import type { Chance } from './chance.ts';

const firstNames =
  'Jana Marie Eva Hana Anna Lenka Kateřina Lucie Věra Alena Petra Veronika Jaroslava Tereza Martina Michaela Jiří Jan Petr Josef Pavel Martin Tomáš Jaroslav Miroslav Zdeněk Václav Michal František Jakub'.split(
    ' ',
  );
const common = 'Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Horák Němec'.split(' ');
const beginnings = 'No Svo Pro Ku Ho Ma Po Be Ko Ze Ja Ru Sta Va Kře Tu Vo Mo Ha Ši'.split(' ');
const middles = 'vá bo řá chá če rá re li ko man do se ma pa ni'.split(' ');
const ends = 'šek da čka ský ch la l vec r nek'.split(' ');

/** Some names are everybody's, most are rare: a tenth is one of ten names, the rest one of three thousand. */
function surname(chance: Chance): string {
  if (chance.next() < 0.1) return chance.pick(common);
  return chance.pick(beginnings) + chance.pick(middles) + chance.pick(ends);
}

export function fullName(chance: Chance): [string, string] {
  return [chance.pick(firstNames), surname(chance)];
}

const nouns = 'Alík Rek Žeryk Bára Dáša zahrada garáž altán průjezd chodník stromy byt kiosek plot oslava'.split(' ');
const places = 'Slezské Kukleny Malšovice Nový Plotiště Věkoše Pouchov Třebeš Roudnička Svobodné'.split(' ');

export function subject(chance: Chance): string[] {
  return [chance.pick(nouns), chance.pick(places), String(1 + chance.below(900))];
}
