import { fieldTable } from './table.ts';

const firm = { name: 'Statutární město Hradec Králové', ico: '268810' };
const read = { name: firm.name, ico: '00268810' };

fieldTable({
  type: 'organisation',
  accepts: [[firm, read, ['Statutární město Hradec Králové', 'IČO 00268810']]],
  refuses: [
    [{ ico: '00268810' }, 'Doplňte název', 'name'],
    [{ name: firm.name }, 'Doplňte IČO', 'ico'],
    [{ ...firm, ico: '123' }, 'Zkontrolujte IČO, má osm číslic, třeba 00268810', 'ico'],
    [{ ...firm, ico: '00268811' }, 'Zkontrolujte číslice IČO, takové IČO neexistuje', 'ico'],
    [{ ...firm, ico: 'CZ00268810' }, 'Zadejte IČO bez písmen CZ, s~nimi je to DIČ', 'ico'],
    [{ ...firm, name: 'x'.repeat(201) }, 'Zkraťte text na nejvýš 200~znaků, teď jich má 201', 'name'],
  ],
});

const seat = { street: 'Československé armády 408', city: 'Hradec Králové', zip: '50200' };

fieldTable({
  type: 'organisation',
  field: { ask: ['address'] },
  accepts: [
    [
      { ...firm, ...seat },
      { ...read, address: seat },
      ['Statutární město Hradec Králové', 'IČO 00268810', 'Československé armády 408', '502~00 Hradec Králové'],
    ],
  ],
  refuses: [
    [{ ...seat }, 'Doplňte název', 'name'],
    [firm, 'Doplňte ulici a~číslo domu', 'street'],
    [{ ...firm, ...seat, city: '' }, 'Doplňte obec', 'city'],
  ],
});
