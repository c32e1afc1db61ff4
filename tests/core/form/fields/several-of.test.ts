import { fieldTable } from './table.ts';

fieldTable({
  type: 'severalOf',
  field: {
    options: [
      { value: 'pavement', label: 'Na chodníku' },
      { value: 'road', label: 'Na silnici' },
      { value: 'green', label: 'V zeleni' },
    ],
  },
  accepts: [
    [['road'], ['road'], ['Na silnici']],
    ['road', ['road'], ['Na silnici']],
    [
      ['green', 'pavement', 'green'],
      ['pavement', 'green'],
      ['Na chodníku', 'V zeleni'],
    ],
  ],
  refuses: [
    [['road', 'water'], 'Vyberte jen z~nabízených možností'],
    [['__proto__'], 'Vyberte jen z~nabízených možností'],
  ],
});
