import { fieldTable } from './table.ts';

const refusal = 'Zkontrolujte registrační značku, zadejte ji třeba jako 1H2~3456';

fieldTable({
  type: 'licencePlate',
  accepts: [
    ['1h2 3456', '1H23456', ['1H2~3456']],
    ['HKA-12-34', 'HKA1234', ['HKA1234']],
  ],
  refuses: [
    ['1GO 3456', 'Zkontrolujte registrační značku, písmena G, O, Q a~W na ní nebývají'],
    ['ABCDE', refusal],
    ['1H2', refusal],
  ],
});
