import { fieldTable } from './table.ts';

fieldTable({
  type: 'address',
  accepts: [
    [
      { street: ' Střelecká 574/13 ', city: 'Hradec Králové', zip: '500 02' },
      { street: 'Střelecká 574/13', city: 'Hradec Králové', zip: '50002' },
      ['Střelecká 574/13', '500~02 Hradec Králové'],
    ],
    [
      { street: 'č. p. 12', city: 'Vysoká nad Labem', zip: '50331' },
      { street: 'č. p. 12', city: 'Vysoká nad Labem', zip: '50331' },
      ['č. p. 12', '503~31 Vysoká nad Labem'],
    ],
  ],
  refuses: [
    [{ street: '', city: 'Hradec Králové', zip: '50002' }, 'Doplňte ulici a~číslo domu', 'street'],
    [{ street: 'Střelecká', city: 'Hradec Králové', zip: '50002' }, 'Doplňte k~ulici číslo domu', 'street'],
    [{ street: 'Střelecká 1' }, 'Doplňte obec', 'city'],
    [{ street: 'Střelecká 1', city: 'Hradec Králové', zip: '' }, 'Zadejte PSČ jako pět číslic, třeba 500~02', 'zip'],
    [
      { street: 'Střelecká 1', city: 'Hradec Králové', zip: '5000' },
      'Zadejte PSČ jako pět číslic, třeba 500~02',
      'zip',
    ],
    [
      { street: '1'.repeat(121), city: 'Hradec Králové', zip: '50002' },
      'Zkraťte text na nejvýš 120~znaků, teď jich má 121',
      'street',
    ],
    [
      { street: 'Střelecká 1', city: 'Hradec\0Králové', zip: '50002' },
      'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst',
      'city',
    ],
  ],
});
