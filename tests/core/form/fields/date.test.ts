import { fieldTable } from './table.ts';

const day = (day: string, month: string, year: string) => ({ day, month, year });

fieldTable({
  type: 'date',
  accepts: [
    [day('5', '3', '2026'), '2026-03-05', ['5.~3.~2026']],
    [day('05', '03', '2026'), '2026-03-05', ['5.~3.~2026']],
    [day(' 5. ', '3.', ' 2026 '), '2026-03-05', ['5.~3.~2026']],
    [day('29', '2', '2024'), '2024-02-29', ['29.~2.~2024']],
    [day('31', '12', '1899'), '1899-12-31', ['31.~12.~1899']],
  ],
  refuses: [
    [day('31', '2', '2026'), 'Opravte den, 31.~2.~2026 v~kalendáři není', 'day'],
    [day('29', '2', '2025'), 'Opravte den, 29.~2.~2025 v~kalendáři není', 'day'],
    [day('', '3', '2026'), 'Doplňte den', 'day'],
    [day('5', '', '2026'), 'Doplňte měsíc', 'month'],
    [day('5', '3', ''), 'Doplňte rok', 'year'],
    [{ day: '5' }, 'Doplňte měsíc', 'month'],
    [day('0', '3', '2026'), 'Zadejte den číslem od 1 do 31', 'day'],
    [day('32', '3', '2026'), 'Zadejte den číslem od 1 do 31', 'day'],
    [day('5', '13', '2026'), 'Zadejte měsíc číslem od 1 do 12', 'month'],
    [day('5', 'března', '2026'), 'Zadejte měsíc číslem od 1 do 12', 'month'],
    [day('5', '3', '26'), 'Zadejte rok čtyřmi číslicemi, třeba 2026', 'year'],
    [day('5', '3', '20266'), 'Zadejte rok čtyřmi číslicemi, třeba 2026', 'year'],
    [day('-5', '3', '2026'), 'Zadejte den číslem od 1 do 31', 'day'],
    [day('5e0', '3', '2026'), 'Zadejte den číslem od 1 do 31', 'day'],
  ],
});

fieldTable({
  type: 'date',
  field: { minDaysFromToday: 0, maxDaysFromToday: 30 },
  accepts: [
    [day('5', '3', '2026'), '2026-03-05', ['5.~3.~2026']],
    [day('4', '4', '2026'), '2026-04-04', ['4.~4.~2026']],
  ],
  refuses: [
    [day('4', '3', '2026'), 'Zadejte dnešní nebo pozdější datum'],
    [day('5', '4', '2026'), 'Zadejte datum nejpozději 4.~4.~2026'],
  ],
});

fieldTable({
  type: 'date',
  field: { maxDaysFromToday: 0 },
  accepts: [[day('5', '3', '2026'), '2026-03-05', ['5.~3.~2026']]],
  refuses: [[day('6', '3', '2026'), 'Zadejte dnešní nebo dřívější datum']],
});

fieldTable({
  type: 'date',
  field: { minDaysFromToday: 7, notBefore: 'from' },
  answers: { from: '2026-06-01' },
  accepts: [[day('1', '6', '2026'), '2026-06-01', ['1.~6.~2026']]],
  refuses: [
    [day('11', '3', '2026'), 'Zadejte datum 12.~3.~2026 nebo pozdější'],
    [day('31', '5', '2026'), 'Zadejte datum 1.~6.~2026 nebo pozdější'],
  ],
});
