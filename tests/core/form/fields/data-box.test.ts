import { fieldTable } from './table.ts';

const refusal = 'Zkontrolujte ID datové schránky, má sedm písmen a~číslic, třeba a2b3c4d';

fieldTable({
  type: 'dataBox',
  accepts: [
    ['bebb2in', 'bebb2in', ['bebb2in']],
    [' BEBB2IN ', 'bebb2in', ['bebb2in']],
  ],
  refuses: [
    ['bebb2i', refusal],
    ['bebb2inn', refusal],
    ['bebb-in', refusal],
  ],
});
