import type { Answers } from '../../../core/form/answers.ts';
import type { Definition } from '../../../core/form/definition.ts';
import { renumbered } from '../../../core/form/edit/renumber-translations.ts';
import {
  numberOf,
  optionalText,
  questions,
  rowsOf,
  rowsWith,
  textOf,
  typed,
  type ConditionPlace,
  type SettingsPart,
} from './part.ts';

type Fee = Definition['fee'];
type Charge = NonNullable<Fee['charge']>;
type ChargeRow = Extract<Charge, { by: 'table' }>['rows'][number];

/** What it costs: in words for everybody, and, when it can be worked out, for one filing from its answers. */
export const fee: SettingsPart = {
  id: 'poplatek',
  fields: () =>
    questions(
      {
        type: 'text',
        id: 'summary',
        label: 'Kolik to stojí',
        hint: 'Jednou větou, třeba: Podání je zdarma.',
        maxLength: 300,
      },
      {
        type: 'group',
        id: 'rows',
        label: 'Sazebník',
        hint: 'Ukáže se na stránce služby. Když stačí věta nahoře, nechte prázdné.',
        rowLabel: 'Řádek sazebníku',
        max: 60,
        fields: [
          { type: 'text', id: 'label', label: 'Za co', maxLength: 300, required: false },
          { type: 'text', id: 'amount', label: 'Kolik', hint: 'Třeba 450\u00a0Kč.', maxLength: 300, required: false },
        ],
      },
      { type: 'longText', id: 'note', label: 'Poznámka', hint: 'Třeba kdy a\u00a0jak se platí.', maxLength: 1000 },
      {
        type: 'text',
        id: 'provision',
        label: 'Podle čeho se platí',
        hint: 'Ve druhém pádě, třeba: vyhlášky č.\u00a03/2024.',
        maxLength: 300,
      },
      {
        type: 'oneOf',
        id: 'by',
        label: 'Má portál poplatek spočítat?',
        required: true,
        options: [
          { value: 'none', label: 'Ne' },
          { value: 'table', label: 'Ano, podle tabulky', hint: 'Každý řádek platí, když platí jeho podmínka.' },
          { value: 'formula', label: 'Ano, podle vzorce', hint: 'Třeba plocha krát počet dnů krát sazba.' },
        ],
      },
      {
        type: 'oneOf',
        id: 'take',
        label: 'Které řádky tabulky se počítají?',
        required: true,
        when: { '==': [{ var: 'by' }, 'table'] },
        options: [
          { value: 'first', label: 'První, který platí' },
          { value: 'all', label: 'Všechny, které platí, dohromady' },
        ],
      },
      {
        type: 'group',
        id: 'chargeRows',
        label: 'Tabulka výpočtu',
        hint: 'Kdy který řádek platí, nastavíte po uložení pod tabulkou.',
        rowLabel: 'Řádek výpočtu',
        max: 60,
        when: { '==': [{ var: 'by' }, 'table'] },
        fields: [
          { type: 'text', id: 'chargeLabel', label: 'Za co', maxLength: 300, required: false },
          { type: 'money', id: 'crowns', label: 'Kč', required: false, max: 100_000_000 },
        ],
      },
    ),
  toEntries: ({ fee: { summary, rows, note, provision, charge } }) => ({
    summary,
    rows: rows.map(row => ({ label: row.label, amount: row.amount })),
    note: typed(note),
    provision: typed(provision),
    by: charge?.by ?? 'none',
    take: charge?.by === 'table' ? charge.take : 'first',
    chargeRows: tableOf(charge).map(row => ({ chargeLabel: row.label, crowns: typed(row.crowns) })),
  }),
  apply: (sketch, answers, origin): Definition => {
    const charge = chargeOf(sketch.fee.charge, answers, origin('chargeRows'));
    const rows = rowsOf(answers, 'rows');
    const translations = renumbered(sketch.translations, 'fee.rows', origin('rows'));
    return {
      ...sketch,
      translations: renumbered(translations, 'fee.charge.rows', origin('chargeRows')),
      fee: {
        summary: textOf(answers, 'summary'),
        rows: rows.map(row => ({ label: textOf(row, 'label'), amount: textOf(row, 'amount') })),
        ...optionalText(answers, 'note'),
        ...optionalText(answers, 'provision'),
        ...(charge && { charge }),
      },
    };
  },
  conditions: ({ fee: { charge } }): ConditionPlace[] =>
    tableOf(charge).map(({ label, when }, index) => ({ place: `fee.charge.rows.${index}.when`, label, when })),
};

/** A formula is written on a page of its own; choosing it begins with zero. */
function chargeOf(before: Charge | undefined, answers: Answers, places: number[]): Charge | undefined {
  switch (textOf(answers, 'by')) {
    case 'table':
      return {
        by: 'table',
        take: textOf(answers, 'take') === 'all' ? 'all' : 'first',
        rows: rowsWith(rowsOf(answers, 'chargeRows'), tableOf(before), places).map(
          ({ row, before: { when } = {} }) => ({
            label: textOf(row, 'chargeLabel'),
            crowns: numberOf(row, 'crowns') ?? 0,
            ...(when !== undefined && { when }),
          }),
        ),
      };
    case 'formula':
      return before?.by === 'formula' ? before : { by: 'formula', crowns: 0 };
    default:
      return undefined;
  }
}

function tableOf(charge: Charge | undefined): ChargeRow[] {
  return charge?.by === 'table' ? charge.rows : [];
}
