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
    ['00268811', refusal],
    ['CZ00268810', refusal],
    ['0', refusal],
  ],
});
