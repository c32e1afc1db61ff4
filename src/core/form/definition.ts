import { z } from 'zod';

/**
 * One agenda version is one JSON document of this shape: importable, exportable, comparable.
 * The schema checks shape only; what hangs together (unknown fields in a condition, a question nobody
 * can reach) is checked by `checkDefinition`.
 */

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'jen malá písmena bez diakritiky, číslice a spojovník');
/** Ids of steps, fields and attachments; stable across versions, used as keys of the answers. */
const id = z
  .string()
  .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'začíná malým písmenem, dál písmena a číslice, nejvýš 40\u00a0znaků')
  // `constructor` and the like are found on any object, answered or not.
  .refine(value => !(value in Object.prototype), 'tohle jméno je vyhrazené, zvolte jiné');
const text = z.string().trim().min(1, 'chybí text').max(4000);
const shortText = text.max(300);

/** JSON Logic; which operators and fields are allowed is checked by `checkDefinition`. */
const logic = z.union([z.boolean(), z.record(z.string(), z.unknown())]);

const fieldCommon = {
  id,
  label: shortText,
  hint: shortText.optional(),
  /** What to say when the answer is missing, e.g. "Zadejte jméno psa"; left out, it is made from the label. */
  missing: shortText.optional(),
  /** Answering is required whenever the question is relevant. */
  required: z.boolean().default(true),
  /** The question is asked only when this holds. */
  when: logic.optional(),
};

/** Two centuries either way. */
const days = z.int().min(-73_000).max(73_000);

/** Tokens of HTML's `autocomplete`, so that the browser can fill in what the person filled in elsewhere (WCAG 1.3.5). */
const autocomplete = z
  .enum([
    'name',
    'given-name',
    'family-name',
    'organization',
    'organization-title',
    'street-address',
    'email',
    'tel',
    'bday',
  ])
  .optional();

const option = z.strictObject({ value: z.string().min(1).max(60), label: shortText, hint: shortText.optional() });

export const fieldSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('text'),
    ...fieldCommon,
    maxLength: z.int().positive().max(300).default(200),
    /** Exactly so many digits and nothing else, e.g. a chip number; spaces are dropped. */
    digits: z.int().positive().max(40).optional(),
    autocomplete,
  }),
  z.strictObject({
    type: z.literal('longText'),
    ...fieldCommon,
    maxLength: z.int().positive().max(20_000).default(3000),
  }),
  z.strictObject({
    type: z.literal('number'),
    ...fieldCommon,
    min: z.number().optional(),
    max: z.number().optional(),
    decimals: z.int().min(0).max(4).default(0),
    unit: z.string().max(20).optional(),
  }),
  z.strictObject({ type: z.literal('money'), ...fieldCommon, min: z.number().optional(), max: z.number().optional() }),
  z.strictObject({
    type: z.literal('date'),
    ...fieldCommon,
    /** Days from today: `min: 0` refuses the past, `max: 0` refuses the future. */
    minDaysFromToday: days.optional(),
    maxDaysFromToday: days.optional(),
    /** Not before the day answered in this other date field. */
    notBefore: id.optional(),
    autocomplete,
  }),
  z.strictObject({ type: z.literal('yesNo'), ...fieldCommon }),
  z.strictObject({ type: z.literal('oneOf'), ...fieldCommon, options: z.array(option).min(2).max(60) }),
  z.strictObject({ type: z.literal('severalOf'), ...fieldCommon, options: z.array(option).min(1).max(60) }),
  z.strictObject({ type: z.literal('email'), ...fieldCommon, autocomplete }),
  z.strictObject({ type: z.literal('phone'), ...fieldCommon, autocomplete }),
  z.strictObject({ type: z.literal('address'), ...fieldCommon, autocomplete }),
  z.strictObject({ type: z.literal('birthNumber'), ...fieldCommon, reason: shortText }),
  z.strictObject({ type: z.literal('ico'), ...fieldCommon }),
  z.strictObject({ type: z.literal('bankAccount'), ...fieldCommon }),
  z.strictObject({ type: z.literal('dataBox'), ...fieldCommon }),
  z.strictObject({ type: z.literal('licencePlate'), ...fieldCommon }),
  /** A statement the person confirms by ticking it. */
  z.strictObject({ type: z.literal('declaration'), ...fieldCommon }),
  /** Not a question: a paragraph between questions. */
  z.strictObject({ type: z.literal('explanation'), id, label: shortText, text, when: logic.optional() }),
]);

const stepSchema = z.strictObject({
  id,
  title: shortText,
  /** Why we ask; shown under the title. */
  why: text.optional(),
  when: logic.optional(),
  fields: z.array(fieldSchema).min(1).max(40),
});

/** Formats the registry accepts; each is recognised by its content, not by its name. */
export const attachmentFormats = ['pdf', 'jpg', 'png', 'docx', 'odt', 'xlsx', 'ods'] as const;
export type AttachmentFormat = (typeof attachmentFormats)[number];

const attachmentSchema = z.strictObject({
  id,
  label: shortText,
  hint: shortText.optional(),
  required: z.boolean().default(true),
  when: logic.optional(),
  formats: z.array(z.enum(attachmentFormats)).min(1).default(['pdf', 'jpg', 'png']),
  maxMegabytes: z.int().positive().max(100).default(10),
  maxFiles: z.int().positive().max(20).default(1),
});

const planStepSchema = z.strictObject({
  id,
  /** What the citizen reads in the timeline, e.g. "Posouzení žádosti". */
  title: shortText,
  department: slug,
  targetDays: z.int().positive().max(365),
});

const clockSchema = z.strictObject({
  days: z.int().positive().max(365),
  unit: z.enum(['calendar', 'working']),
  /** The provision the period follows, e.g. "§ 71 odst. 3 zákona č. 500/2004 Sb.". */
  provision: shortText,
});

const feeSchema = z.strictObject({
  summary: shortText,
  rows: z.array(z.strictObject({ label: shortText, amount: shortText })).default([]),
  note: text.optional(),
  provision: shortText.optional(),
});

export const definitionSchema = z.strictObject({
  format: z.literal(1),
  slug,
  title: shortText,
  /** One or two sentences: what it is for. */
  summary: text,
  audiences: z.array(z.enum(['obcan', 'firma', 'instituce'])).min(1),
  lifeSituations: z.array(slug).min(1),
  keywords: z.array(shortText).default([]),
  /** The department that receives the case. */
  department: slug,
  whoMayFile: z.strictObject({
    text,
    /** `none`: also without an account; `account`: an account with a confirmed e-mail. */
    identity: z.enum(['none', 'account']),
  }),
  prepare: z.array(shortText).default([]),
  duration: shortText,
  fee: feeSchema,
  visit: z.strictObject({ needed: z.boolean(), text }),
  law: z.array(z.strictObject({ provision: shortText, text: shortText, url: z.url().optional() })).min(1),
  steps: z.array(stepSchema).min(1).max(20),
  attachments: z.array(attachmentSchema).max(20).default([]),
  /** Field ids joined with a space make the line by which clerks tell cases of this agenda apart. */
  subjectFields: z.array(id).default([]),
  /** Which answers say who is filing and how to reach them. */
  applicant: z.strictObject({ name: id, email: id, phone: id.optional() }),
  plan: z.array(planStepSchema).min(1).max(12),
  clock: clockSchema,
});

/** A definition as the author may write it (defaults left out). */
export type DefinitionInput = z.input<typeof definitionSchema>;
export type Definition = z.output<typeof definitionSchema>;
export type Step = Definition['steps'][number];
export type Field = Step['fields'][number];
export type FieldType = Field['type'];
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
/** A field that takes an answer. */
export type Question = Exclude<Field, { type: 'explanation' }>;
export type QuestionType = Question['type'];
export type AttachmentSlot = Definition['attachments'][number];
export type Logic = z.output<typeof logic>;
