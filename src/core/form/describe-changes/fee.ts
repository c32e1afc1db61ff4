import { formatCrowns } from '../../czech/amounts.ts';
import type { Definition } from '../definition.ts';
import { formulaWords } from '../formula-words.ts';
import { condition, formula } from './conditions.ts';
import { identity, properties, text, value, wording, type Describe } from './describe.ts';
import { listByName } from './list.ts';
import { change, type Subject } from './subject.ts';

type Fee = Definition['fee'];
type Price = Fee['rows'][number];
type Charge = NonNullable<Fee['charge']>;
type Table = Extract<Charge, { by: 'table' }>;
type Rate = Table['rows'][number];

const describeTable = properties<Table>({
  by: identity,
  take: (_before, after, subject) =>
    change(
      subject,
      'changed',
      after === 'first'
        ? 'Ze sazeb se nově počítá jen první, která platí'
        : 'Nově se sčítají všechny sazby, které platí',
    ),
  rows: listByName<Rate>({
    noun: 'rate',
    nameOf: ({ label }) => label,
    describe: properties<Rate>({
      label: wording('se nově jmenuje'),
      crowns: value<number>({ is: 'Částka', has: 'částku' }, formatCrowns),
      when: condition('se účtuje'),
    }),
  }),
});

const describeFormula = properties<Extract<Charge, { by: 'formula' }>>({
  by: identity,
  crowns: formula(() => 'Výpočet poplatku'),
});

const describeCharge: Describe<Charge | undefined> = (before, after, subject) => {
  if (before === undefined)
    return change(subject, 'added', `Poplatek se nově počítá z\u00a0odpovědí: ${inWords(after, subject)}`);
  if (after === undefined) return change(subject, 'removed', 'Poplatek se už nepočítá z\u00a0odpovědí');
  if (before.by === 'table' && after.by === 'table') return describeTable(before, after, subject);
  if (before.by === 'formula' && after.by === 'formula') return describeFormula(before, after, subject);
  return change(subject, 'changed', `Poplatek se nově počítá jinak: ${inWords(after, subject)}`);
};

function inWords(charge: Charge | undefined, { context }: Subject): string {
  if (charge === undefined) return '';
  if (charge.by === 'formula') return `vzorcem ${formulaWords(charge.crowns, context.after) ?? ''}`.trim();
  const rates = charge.rows.map(({ label, crowns }) => `${label} ${formatCrowns(crowns)}`);
  return rates.length <= 4 ? rates.join('; ') : `podle sazeb (je jich ${rates.length})`;
}

export const describeFee = properties<Fee>({
  summary: text({ is: 'Shrnutí poplatku', has: 'shrnutí poplatku' }),
  rows: listByName<Price>({
    noun: 'price',
    nameOf: ({ label }) => label,
    describe: properties<Price>({
      label: wording('se nově jmenuje'),
      amount: text({ is: 'Částka', has: 'částku' }),
    }),
  }),
  note: text({ is: 'Poznámka k\u00a0poplatku', has: 'poznámku k\u00a0poplatku' }),
  provision: text({ is: 'Předpis, podle kterého se poplatek platí,', has: 'předpis k\u00a0poplatku' }),
  charge: describeCharge,
});
