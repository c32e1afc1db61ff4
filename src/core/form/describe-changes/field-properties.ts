import { formatCrowns, formatNumber } from '../../czech/amounts.ts';
import { formatDays } from '../../czech/format.ts';
import type { FieldOf, FieldType, Question } from '../definition.ts';
import type { PrefillSource } from '../field-schema.ts';
import type { Change } from './change.ts';
import { condition, formula } from './conditions.ts';
import { flag, identity, properties, text, value, wording, words, type Describe, type Properties } from './describe.ts';
import { listById } from './list.ts';
import { agreeing, change, itself, labelIn, type Subject } from './subject.ts';
import { uploadProperties } from './upload-properties.ts';

/** How a field of one type differs; where it stands and the fields in its rows are told elsewhere. */
export function fieldChanges<T extends FieldType>(
  type: T,
  [before, after]: [FieldOf<T>, FieldOf<T>],
  subject: Subject,
): Change[] {
  return properties<FieldOf<T>>(byType[type])(before, after, subject);
}

/** What questions of all types have in common, for one that has become a question of another type. */
export function commonChanges(before: Question, after: Question, subject: Subject): Change[] {
  return properties<Common>(asked)(before, after, subject);
}

type Common = Pick<Question, 'type' | 'id' | 'label' | 'hint' | 'when' | 'required' | 'missing' | 'prefill'>;

const label = wording('nově zní');
const hint = text({ is: 'Nápověda', has: 'nápovědu' });
const when = condition('se zobrazí');
const required = flag({
  on: subject => `${itself(subject)} je nově ${agreeing(subject, 'povinný', 'povinná', 'povinné')}`,
  off: subject => `${itself(subject)} už není ${agreeing(subject, 'povinný', 'povinná', 'povinné')}`,
});
const missing = text({ is: 'Věta pro chybějící odpověď', has: 'větu pro chybějící odpověď' });

const notice = { type: identity, id: identity, label, when };
const asked = {
  ...notice,
  hint,
  missing,
  required,
  prefill: value<PrefillSource>(
    { is: 'Údaj předvyplněný z\u00a0účtu', has: 'údaj předvyplněný z\u00a0účtu' },
    source => `„${prefillNames[source]}“`,
  ),
};

const prefillNames: Record<PrefillSource, string> = {
  name: 'jméno',
  email: 'e-mail',
  phone: 'telefon',
  birthDate: 'datum narození',
  address: 'adresa',
  person: 'osoba',
  organisationName: 'název organizace',
  organisationAddress: 'sídlo organizace',
  organisation: 'organizace',
  ico: 'IČO',
  dataBox: 'datová schránka',
  bankAccount: 'číslo účtu',
};

type Autocomplete = NonNullable<FieldOf<'text'>['autocomplete']>;

const autocomplete = value<Autocomplete>(
  { is: 'Nabídka prohlížeče', has: 'nabídku prohlížeče' },
  token => `„${autocompleteNames[token]}“`,
);

const autocompleteNames: Record<Autocomplete, string> = {
  name: 'jméno a\u00a0příjmení',
  'given-name': 'jméno',
  'family-name': 'příjmení',
  organization: 'název organizace',
  'organization-title': 'funkce',
  'street-address': 'ulice a\u00a0číslo',
  email: 'e-mail',
  tel: 'telefon',
  bday: 'datum narození',
};

const maxLength = value<number>({ is: 'Nejvyšší počet znaků', has: 'nejvyšší počet znaků' }, count =>
  formatNumber(count),
);
const lowest = { is: 'Nejnižší dovolená hodnota', has: 'nejnižší dovolenou hodnotu' };
const highest = { is: 'Nejvyšší dovolená hodnota', has: 'nejvyšší dovolenou hodnotu' };
const decimals = value<number>({ is: 'Počet desetinných míst', has: 'počet desetinných míst' }, String);
const unit = text({ is: 'Jednotka', has: 'jednotku' });

const options = listById<FieldOf<'oneOf'>['options'][number]>({
  noun: 'option',
  idOf: option => option.value,
  nameOf: option => option.label,
  isPart: true,
  describe: properties<FieldOf<'oneOf'>['options'][number]>({ value: identity, label, hint }),
});

const parts = { born: 'datum narození', address: 'adresa' };
const ask = words<keyof typeof parts>('Co se zjišťuje kromě jména', part => parts[part]);

/** Days from today, e.g. "za 7 dní". */
function fromToday(days: number): string {
  if (days === 0) return 'dnešek';
  return days > 0 ? `${formatDays(days)} po dnešku` : `${formatDays(-days)} před dneškem`;
}

const notBefore: Describe<string | undefined> = (before, after, subject) => {
  const [it, { context }] = [itself(subject), subject];
  const old = before === undefined ? '' : labelIn(context.before, before);
  const young = after === undefined ? '' : labelIn(context.after, after);
  if (after === undefined) return change(subject, 'removed', `${it} už dovolí i\u00a0datum před odpovědí ${old}`);
  const formerly = before === undefined ? '' : ` (dřív před odpovědí ${old})`;
  const kind = before === undefined ? 'added' : 'changed';
  return change(subject, kind, `${it} už nedovolí datum před odpovědí ${young}${formerly}`);
};

const byType: { [T in FieldType]: Properties<FieldOf<T>> } = {
  text: {
    ...asked,
    maxLength,
    digits: value<number>({ is: 'Přesný počet číslic', has: 'přesný počet číslic' }, String),
    autocomplete,
  },
  longText: { ...asked, maxLength },
  number: {
    ...asked,
    min: value<number>(lowest, formatNumber),
    max: value<number>(highest, formatNumber),
    decimals,
    unit,
  },
  money: { ...asked, min: value<number>(lowest, formatCrowns), max: value<number>(highest, formatCrowns) },
  date: {
    ...asked,
    minDaysFromToday: value<number>({ is: 'Nejbližší dovolené datum', has: 'nejbližší dovolené datum' }, fromToday),
    maxDaysFromToday: value<number>(
      { is: 'Nejvzdálenější dovolené datum', has: 'nejvzdálenější dovolené datum' },
      fromToday,
    ),
    notBefore,
    autocomplete,
  },
  time: asked,
  yesNo: asked,
  oneOf: { ...asked, options },
  severalOf: { ...asked, options },
  email: { ...asked, autocomplete },
  phone: { ...asked, autocomplete },
  address: { ...asked, autocomplete },
  person: { ...asked, ask },
  organisation: { ...asked, ask },
  birthNumber: { ...asked, reason: text({ is: 'Zdůvodnění', has: 'zdůvodnění' }) },
  ico: asked,
  bankAccount: asked,
  dataBox: asked,
  licencePlate: asked,
  landParcel: asked,
  declaration: asked,
  computed: {
    ...notice,
    hint,
    value: formula(itself),
    format: value<FieldOf<'computed'>['format']>({ is: 'Podoba výsledku', has: 'podobu výsledku' }, format =>
      format === 'money' ? '„částka v\u00a0Kč“' : '„číslo“',
    ),
    decimals,
    unit,
  },
  group: {
    ...notice,
    hint,
    missing,
    required,
    rowLabel: text({ is: 'Název řádku', has: 'název řádku' }),
    min: value<number>({ is: 'Nejnižší počet řádků', has: 'nejnižší počet řádků' }, String),
    max: value<number>({ is: 'Nejvyšší počet řádků', has: 'nejvyšší počet řádků' }, String),
    fields: identity,
  },
  file: { ...notice, hint, required, ...uploadProperties },
  heading: notice,
  explanation: { ...notice, text: text({ is: 'Text', has: 'text' }) },
};
