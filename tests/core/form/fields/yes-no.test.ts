import { fieldTable } from './table.ts';

fieldTable({
  type: 'yesNo',
  accepts: [
    ['yes', true, ['Ano']],
    ['no', false, ['Ne']],
  ],
  refuses: [
    ['maybe', 'Vyberte „Ano“, nebo „Ne“'],
    ['constructor', 'Vyberte „Ano“, nebo „Ne“'],
  ],
});
