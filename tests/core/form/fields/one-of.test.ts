import { fieldTable } from './table.ts';

fieldTable({
  type: 'oneOf',
  field: {
    options: [
      { value: 'male', label: 'Pes' },
      { value: 'female', label: 'Fena' },
    ],
  },
  accepts: [
    ['male', 'male', ['Pes']],
    ['female', 'female', ['Fena']],
  ],
  refuses: [
    ['Pes', 'Vyberte jednu z~nabízených možností'],
    ['constructor', 'Vyberte jednu z~nabízených možností'],
  ],
});
