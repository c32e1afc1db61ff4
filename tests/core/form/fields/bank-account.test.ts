import { fieldTable } from './table.ts';

const refusal = 'Zkontrolujte číslo účtu, zadejte ho ve tvaru 2000145399/0800 nebo 19-2000145399/0800';

fieldTable({
  type: 'bankAccount',
  accepts: [
    ['19-2000145399/0800', '19-2000145399/0800', ['19-2000145399/0800']],
    ['2000145399 / 0800', '2000145399/0800', ['2000145399/0800']],
  ],
  refuses: [
    ['19-2000145398/0800', refusal],
    ['2000145399', 'Doplňte za číslo účtu lomítko a~kód banky, třeba /0800'],
    ['CZ65 0800 0000 1920 0014 5399', 'Zadejte číslo účtu v~českém tvaru, ne IBAN, třeba 19-2000145399/0800'],
    ['2000145399/08', refusal],
  ],
});
