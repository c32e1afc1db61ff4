import { fieldTable } from './table.ts';

const refusal = 'Zkontrolujte rodné číslo, zadejte ho ve tvaru 805213/1234';

fieldTable({
  type: 'birthNumber',
  field: { reason: 'Podle zákona.' },
  accepts: [
    ['736028/5163', '7360285163', ['736028/5163']],
    ['736028 5163', '7360285163', ['736028/5163']],
  ],
  refuses: [
    ['736028/5164', refusal],
    ['73602851', refusal],
    ['nevím', refusal],
  ],
});
