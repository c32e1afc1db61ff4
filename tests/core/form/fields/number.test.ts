import { fieldTable } from './table.ts';

fieldTable({
  type: 'number',
  field: { min: 0.5, max: 50_000, decimals: 1, unit: 'm²' },
  accepts: [
    ['42', 42, ['42~m²']],
    ['1 250,5', 1250.5, ['1~250,5~m²']],
    ['1\u00a0250', 1250, ['1~250~m²']],
    ['1\u202f250', 1250, ['1~250~m²']],
    ['1.250,5', 1250.5, ['1~250,5~m²']],
    ['1250.5', 1250.5, ['1~250,5~m²']],
    ['007', 7, ['7~m²']],
    ['+3', 3, ['3~m²']],
    ['12 m²', 12, ['12~m²']],
  ],
  refuses: [
    ['1,25', 'Zadejte číslo nejvýš s~jedním desetinným místem'],
    ['0,4', 'Zadejte nejméně 0,5~m²'],
    ['50 001', 'Zadejte nejvýš 50~000~m²'],
    ['1 25', 'Zadejte číslo, třeba 12,5'],
    ['dvacet', 'Zadejte číslo, třeba 12,5'],
    ['12-5', 'Zadejte číslo, třeba 12,5'],
    ['1e3', 'Zadejte číslo, třeba 12,5'],
    ['Infinity', 'Zadejte číslo, třeba 12,5'],
    ['9'.repeat(16), 'Zadejte číslo, třeba 12,5'],
  ],
});

fieldTable({
  type: 'number',
  accepts: [
    ['−3', -3, ['-3']],
    ['- 3', -3, ['-3']],
    ['-0', 0, ['0']],
    ['123 456 789', 123_456_789, ['123~456~789']],
  ],
  refuses: [
    ['2,5', 'Zadejte celé číslo, třeba 25'],
    ['1.250', 'Zadejte celé číslo, třeba 25'],
    ['x', 'Zadejte celé číslo, třeba 25'],
  ],
});

fieldTable({
  type: 'number',
  field: { decimals: 3 },
  accepts: [['1,125', 1.125, ['1,125']]],
  refuses: [['1,1255', 'Zadejte číslo nejvýš s~3 desetinnými místy']],
});
