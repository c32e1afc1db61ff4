import { fieldTable } from './table.ts';

const refusal = 'Zadejte e-mail ve tvaru jmeno@example.cz';

fieldTable({
  type: 'email',
  accepts: [
    ['jana@example.cz', 'jana@example.cz', ['jana@example.cz']],
    [' Jana.Novakova+mesto@Example.CZ ', 'Jana.Novakova+mesto@example.cz', ['Jana.Novakova+mesto@example.cz']],
  ],
  refuses: [
    ['jana', refusal],
    ['jana@example', refusal],
    ['jana@example,cz', refusal],
    ['jana novakova@example.cz', refusal],
    ['jana@example.cz, petr@example.cz', refusal],
    ['jana@example.cz\nBcc: petr@example.cz', refusal],
    [`${'x'.repeat(250)}@example.cz`, refusal],
  ],
});
