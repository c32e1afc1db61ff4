import { fieldTable } from './table.ts';

fieldTable({
  type: 'text',
  field: { maxLength: 20 },
  accepts: [
    ['Alík', 'Alík', ['Alík']],
    ['  Alík \n', 'Alík', ['Alík']],
    // Decomposed, as macOS sends it.
    ['Ali\u0301k', 'Alík', ['Alík']],
    ['dva\tsloupce', 'dva sloupce', ['dva sloupce']],
    ['🐕'.repeat(20), '🐕'.repeat(20), ['🐕'.repeat(20)]],
    ['<b>tučně</b>', '<b>tučně</b>', ['<b>tučně</b>']],
  ],
  refuses: [
    ['x'.repeat(21), 'Zkraťte text na nejvýš 20~znaků, teď jich má 21'],
    ['a\0b', 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst'],
    ['a\uFFFDb', 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst'],
    ['dva\nřádky', 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst'],
    ['a\u202Eb', 'Napište text znovu na klávesnici, obsahuje znaky, které neumíme přečíst'],
  ],
});

fieldTable({
  type: 'text',
  field: { digits: 15 },
  accepts: [
    ['203 003 400 123 456', '203003400123456', ['203003400123456']],
    ['003003400123456', '003003400123456', ['003003400123456']],
  ],
  refuses: [
    ['20300340012345', 'Zadejte 15~číslic, teď jich je 14'],
    ['2030034001234567', 'Zadejte 15~číslic, teď jich je 16'],
    ['CZ3003400123456', 'Zadejte jen číslice, má jich být 15'],
  ],
});
