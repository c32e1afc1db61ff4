import { fieldTable } from './table.ts';

fieldTable({
  type: 'declaration',
  accepts: [['yes', true, ['Potvrzeno']]],
  refuses: [],
});
