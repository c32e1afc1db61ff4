import { fieldTable } from './table.ts';

fieldTable({
  type: 'money',
  field: { max: 100_000 },
  accepts: [
    ['1250', 1250, ['1~250~Kč']],
    ['1 250 Kč', 1250, ['1~250~Kč']],
    ['1 250,- Kč', 1250, ['1~250~Kč']],
    ['1250,–', 1250, ['1~250~Kč']],
    ['99,5', 99.5, ['99,50~Kč']],
    ['1.250,50', 1250.5, ['1~250,50~Kč']],
    ['0', 0, ['0~Kč']],
  ],
  refuses: [
    ['-5', 'Zadejte nejméně 0~Kč'],
    ['100 001', 'Zadejte nejvýš 100~000~Kč'],
    ['1.250', 'Zadejte částku v~korunách, třeba 1~250 nebo 99,50'],
    ['sto', 'Zadejte částku v~korunách, třeba 1~250 nebo 99,50'],
    [`1${' '.repeat(998)}1`, 'Zadejte částku v~korunách, třeba 1~250 nebo 99,50'],
    ['5 EUR', 'Zadejte částku v~korunách, třeba 1~250 nebo 99,50'],
  ],
});
