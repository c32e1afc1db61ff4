import type { Answers } from '../../../core/form/answers.ts';
import { isQuestion, type Definition, type Question, type QuestionType } from '../../../core/form/definition.ts';
import { choicesOf, inOrder, questions, textOf, type SettingsPart } from './part.ts';

const levels = [
  { value: 'none', label: 'Kdokoli, i bez účtu', hint: 'Stačí e-mail uvedený ve formuláři.' },
  { value: 'account', label: 'Kdo má účet s\u00a0potvrzeným e-mailem' },
  { value: 'substantial', label: 'Kdo prokáže totožnost', hint: 'Identitou občana s\u00a0úrovní záruky značná.' },
  { value: 'high', label: 'Kdo prokáže totožnost na nejvyšší úrovni', hint: 'Třeba čipovým občanským průkazem.' },
] as const;

const confirmations = [
  {
    value: 'none',
    label: 'Nepotvrzuje se',
    hint: 'Třeba u\u00a0podnětu nebo u\u00a0žádosti o\u00a0informace podpis potřeba není.',
  },
  {
    value: 'authorised',
    label: 'Před odesláním',
    hint: 'Kdo podává, potvrdí přesně to, co odesílá: novým přihlášením nebo kódem z\u00a0e-mailu.',
  },
  {
    value: 'withinFiveDays',
    label: 'Před odesláním, nebo do\u00a05\u00a0dnů po\u00a0něm',
    hint: 'Kdo nemá ověřenou totožnost, podá hned a\u00a0potvrdí to později. Jinak podání neplatí.',
  },
] as const;

/** Who files, by what answers the office knows them, and who receives it. */
export const people: SettingsPart = {
  id: 'lide',
  fields: (sketch, { departments }) =>
    questions(
      {
        type: 'longText',
        id: 'whoMayFile',
        label: 'Kdo smí podat',
        hint: 'Třeba: Držitel psa starší 18\u00a0let. Za firmu ten, kdo za ni smí jednat.',
        maxLength: 1000,
      },
      { type: 'oneOf', id: 'identity', label: 'Jak se musí prokázat', required: true, options: levels },
      {
        type: 'oneOf',
        id: 'confirmation',
        label: 'Jak potvrdí, že je podání jeho',
        hint: 'Přihlášení není podpis. Kde zákon chce podpis, musí se potvrdit samo podání.',
        required: true,
        options: confirmations,
      },
      ...choice('name', 'Která otázka se ptá na jméno', questionsOf(sketch, 'text')),
      ...choice('email', 'Která otázka se ptá na e-mail', questionsOf(sketch, 'email')),
      ...choice('phone', 'Která otázka se ptá na telefon', questionsOf(sketch, 'phone')),
      {
        type: 'oneOf',
        id: 'department',
        label: 'Který odbor podání dostane',
        options: departments.map(({ slug, name }) => ({ value: slug, label: name })),
      },
      ...subjectChoice(sketch),
    ),
  toEntries: ({ whoMayFile, applicant, department, subjectFields }) => ({
    whoMayFile: whoMayFile.text,
    identity: whoMayFile.identity,
    confirmation: whoMayFile.confirmation,
    name: applicant.name,
    email: applicant.email,
    phone: applicant.phone ?? '',
    department,
    subjectFields,
  }),
  apply: (sketch, answers): Definition => ({
    ...sketch,
    whoMayFile: {
      text: textOf(answers, 'whoMayFile'),
      identity: levels.find(({ value }) => value === textOf(answers, 'identity'))?.value ?? sketch.whoMayFile.identity,
      confirmation:
        confirmations.find(({ value }) => value === textOf(answers, 'confirmation'))?.value ??
        sketch.whoMayFile.confirmation,
    },
    applicant: applicantOf(answers),
    department: textOf(answers, 'department'),
    subjectFields: inOrder(sketch.subjectFields, choicesOf(answers, 'subjectFields')),
  }),
};

/** "-" is how a form says none. */
function applicantOf(answers: Answers): Definition['applicant'] {
  const chosen = (id: string) => textOf(answers, id).replace('-', '');
  const phone = chosen('phone');
  return { name: chosen('name'), email: chosen('email'), ...(phone !== '' && { phone }) };
}

function questionsOf({ steps }: Definition, ...types: QuestionType[]): Question[] {
  const asked = steps.flatMap(step => step.fields).filter(isQuestion);
  return types.length === 0 ? asked : asked.filter(({ type }) => types.includes(type));
}

/** A choice of one needs two options to be one; a single candidate and the wish to have none make two. */
function choice(id: string, label: string, candidates: Question[]): object[] {
  if (candidates.length === 0) return [];
  const options = candidates.map(question => ({ value: question.id, label: nameOf(question) }));
  return [{ type: 'oneOf', id, label, options: [...options.slice(0, 59), { value: '-', label: 'Žádná' }] }];
}

/** Long texts, confirmations and what is sensitive do not belong into lists that many people read. */
const unfit: readonly QuestionType[] = ['longText', 'birthNumber', 'bankAccount', 'declaration', 'yesNo'];

function subjectChoice(sketch: Definition): object[] {
  const candidates = questionsOf(sketch).filter(({ type }) => !unfit.includes(type));
  if (candidates.length === 0) return [];
  return [
    {
      type: 'severalOf',
      id: 'subjectFields',
      label: 'Podle čeho úředník pozná jedno podání od druhého',
      hint: 'Odpovědi, které uvidí v\u00a0seznamu případů. Stačí jedna až tři.',
      options: candidates.slice(0, 60).map(question => ({ value: question.id, label: nameOf(question) })),
    },
  ];
}

function nameOf({ label, id }: Question): string {
  return label === '' ? id : label;
}
