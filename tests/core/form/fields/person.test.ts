import { fieldTable } from './table.ts';

const name = { given: 'Jana', family: 'Nováková' };
const born = { day: '9', month: '11', year: '1988' };
const home = { street: 'Pražská třída 88', city: 'Hradec Králové', zip: '500 04' };

fieldTable({
  type: 'person',
  accepts: [
    [{ given: ' Jana ', family: 'Nováková' }, name, ['Jana Nováková']],
    // What is not asked for is not an answer.
    [{ ...name, ...born, ...home }, name, ['Jana Nováková']],
  ],
  refuses: [
    [{ given: '', family: 'Nováková' }, 'Doplňte jméno', 'given'],
    [{ given: 'Jana' }, 'Doplňte příjmení', 'family'],
    [{ given: 'Jana', family: 'x'.repeat(121) }, 'Zkraťte text na nejvýš 120~znaků, teď jich má 121', 'family'],
  ],
});

fieldTable({
  type: 'person',
  field: { ask: ['born', 'address'] },
  accepts: [
    [
      { ...name, ...born, ...home },
      { ...name, born: '1988-11-09', address: { ...home, zip: '50004' } },
      ['Jana Nováková', 'narození 9.~11.~1988', 'Pražská třída 88', '500~04 Hradec Králové'],
    ],
  ],
  refuses: [
    [{ ...born }, 'Doplňte jméno', 'given'],
    [{ ...name }, 'Doplňte datum narození', 'day'],
    [{ ...name, ...born, year: '88', ...home }, 'U~data narození: zadejte rok čtyřmi číslicemi, třeba 2026', 'year'],
    [{ ...name, ...born, year: '2027' }, 'U~data narození: zadejte dnešní nebo dřívější datum', 'day'],
    [{ ...name, ...born }, 'Doplňte ulici a~číslo domu', 'street'],
    [{ ...name, ...born, ...home, zip: '5' }, 'Zadejte PSČ jako pět číslic, třeba 500~02', 'zip'],
  ],
});
