import type { Rule } from './rule.ts';

/** Who pays learns before filling in that there is something to pay. */
export const feeWithoutSummary: Rule = {
  name: 'fee-without-summary',
  level: 'error',
  find: ({ definition: { fee } }) =>
    fee.charge !== undefined && fee.summary.trim() === ''
      ? [{ path: 'fee.summary', message: 'Poplatek se počítá. Napište jednou větou, za co a\u00a0kolik zhruba.' }]
      : [],
};

export const feeSaidToBeFree: Rule = {
  name: 'fee-said-to-be-free',
  level: 'warning',
  find({ definition: { fee } }) {
    const isFree = /^(zdarma|bez poplatku|nic se neplatí)\W*$/i.test(fee.summary.trim());
    const isCharged = fee.charge?.by === 'formula' || (fee.charge?.rows ?? []).some(({ crowns }) => crowns > 0);
    if (!isFree || !isCharged) return [];
    return [
      {
        path: 'fee.summary',
        message: 'Píše se tu, že je to zdarma, ale poplatek se počítá. Opravte jedno z\u00a0toho.',
      },
    ];
  },
};

/** Of a table that takes the first row that holds, nothing after a row without a condition is ever taken. */
export const feeRowNeverUsed: Rule = {
  name: 'fee-row-never-used',
  level: 'error',
  find({ definition: { fee } }) {
    if (fee.charge?.by !== 'table' || fee.charge.take !== 'first') return [];
    const always = fee.charge.rows.findIndex(({ when }) => when === undefined || when === true);
    if (always < 0 || always === fee.charge.rows.length - 1) return [];
    return [
      {
        path: `fee.charge.rows[${always}]`,
        message: 'Řádek platí vždy, na další se nedostane. Dejte ho na konec, nebo mu přidejte podmínku.',
      },
    ];
  },
};
