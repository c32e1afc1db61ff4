import { fieldTable } from './table.ts';

const refusal = 'Zkontrolujte číslo účtu, zadejte ho ve tvaru 123456789/0800 nebo 19-123456789/0800';

fieldTable({
  type: 'bankAccount',
  accepts: [
    ['19-2000145399/0800', '19-2000145399/0800', ['19-2000145399/0800']],
    ['2000145399 / 0800', '2000145399/0800', ['2000145399/0800']],
  ],
  refuses: [
    ['19-2000145398/0800', refusal],
    ['2000145399', refusal],
    ['CZ6508000000192000145399', refusal],
  ],
});
