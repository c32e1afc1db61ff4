import { fieldTable } from './table.ts';

const refusal = 'Zkontrolujte IČO, má osm číslic, třeba 00268810';

fieldTable({
  type: 'ico',
  accepts: [
    ['00268810', '00268810', ['00268810']],
    ['268810', '00268810', ['00268810']],
    ['002 68 810', '00268810', ['00268810']],
  ],
  refuses: [
    ['00268811', 'Zkontrolujte číslice IČO, takové IČO neexistuje'],
    ['CZ00268810', 'Zadejte IČO bez písmen CZ, s~nimi je to DIČ'],
    ['123', refusal],
    ['0', refusal],
  ],
});
