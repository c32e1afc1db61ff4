import { z } from 'zod';
import type { Wording } from './wording.ts';

/** Two centuries either way. */
const days = z.int().min(-73_000).max(73_000);

/** Tokens of HTML's `autocomplete`, so that the browser can fill in what the person filled in elsewhere (WCAG 1.3.5). */
export const autocompleteTokens = [
  'name',
  'given-name',
  'family-name',
  'organization',
  'organization-title',
  'street-address',
  'email',
  'tel',
  'bday',
] as const;
const autocomplete = z.enum(autocompleteTokens).optional();

/** What the account may know of the person or their organisation; each fits one type of question. */
export const prefillSources = [
  'name',
  'email',
  'phone',
  'birthDate',
  'address',
  'person',
  'organisationName',
  'organisationAddress',
  'organisation',
  'ico',
  'dataBox',
  'bankAccount',
] as const;
export type PrefillSource = (typeof prefillSources)[number];

/** Formats the registry accepts; each is recognised by its content, not by its name. */
export const attachmentFormats = ['pdf', 'jpg', 'png', 'docx', 'odt', 'xlsx', 'ods'] as const;
export type AttachmentFormat = (typeof attachmentFormats)[number];

export const rowLimit = 200;

/** What attachments and questions answered by a file have in common. */
export const uploadShape = {
  formats: z.array(z.enum(attachmentFormats)).min(1).default(['pdf', 'jpg', 'png']),
  maxMegabytes: z.int().positive().max(100).default(10),
  maxFiles: z.int().positive().max(20).default(1),
};

/** The schemas of fields; how much may still be left empty is said by `wording`. */
export function fieldSchemas({ id, reference, text, shortText, logic, atLeast }: Wording) {
  const common = {
    id,
    label: shortText,
    hint: shortText.optional(),
    /** What to say when the answer is missing, e.g. "Zadejte jméno psa"; left out, it is made from the label. */
    missing: shortText.optional(),
    /** Answering is required whenever the question is relevant. */
    required: z.boolean().default(true),
    /** The question is asked only when this holds. */
    when: logic.optional(),
    /** Filled in beforehand from the account of whoever is signed in; always editable. */
    prefill: z.enum(prefillSources).optional(),
  };
  const notice = { id, label: shortText, when: logic.optional() };
  const option = z.strictObject({
    value: z.string().min(1).max(60),
    label: shortText,
    hint: shortText.optional(),
  });

  const questions = [
    z.strictObject({
      type: z.literal('text'),
      ...common,
      maxLength: z.int().positive().max(300).default(200),
      /** Exactly so many digits and nothing else, e.g. a chip number; spaces are dropped. */
      digits: z.int().positive().max(40).optional(),
      autocomplete,
    }),
    z.strictObject({
      type: z.literal('longText'),
      ...common,
      maxLength: z.int().positive().max(20_000).default(3000),
    }),
    z.strictObject({
      type: z.literal('number'),
      ...common,
      min: z.number().optional(),
      max: z.number().optional(),
      decimals: z.int().min(0).max(4).default(0),
      unit: z.string().max(20).optional(),
    }),
    z.strictObject({ type: z.literal('money'), ...common, min: z.number().optional(), max: z.number().optional() }),
    z.strictObject({
      type: z.literal('date'),
      ...common,
      /** Days from today: `min: 0` refuses the past, `max: 0` refuses the future. */
      minDaysFromToday: days.optional(),
      maxDaysFromToday: days.optional(),
      /** Not before the day answered in this other date field. */
      notBefore: reference.optional(),
      autocomplete,
    }),
    z.strictObject({ type: z.literal('time'), ...common }),
    z.strictObject({ type: z.literal('yesNo'), ...common }),
    z.strictObject({ type: z.literal('oneOf'), ...common, options: z.array(option).min(atLeast(2)).max(60) }),
    z.strictObject({ type: z.literal('severalOf'), ...common, options: z.array(option).min(atLeast(1)).max(60) }),
    z.strictObject({ type: z.literal('email'), ...common, autocomplete }),
    z.strictObject({ type: z.literal('phone'), ...common, autocomplete }),
    z.strictObject({ type: z.literal('address'), ...common, autocomplete }),
    /** A natural person; `ask` says what is asked beside the name. */
    z.strictObject({
      type: z.literal('person'),
      ...common,
      ask: z.array(z.enum(['born', 'address'])).default([]),
    }),
    /** A legal person or an entrepreneur: name and IČO, and the seat when asked for. */
    z.strictObject({ type: z.literal('organisation'), ...common, ask: z.array(z.enum(['address'])).default([]) }),
    z.strictObject({ type: z.literal('birthNumber'), ...common, reason: shortText }),
    z.strictObject({ type: z.literal('ico'), ...common }),
    z.strictObject({ type: z.literal('bankAccount'), ...common }),
    z.strictObject({ type: z.literal('dataBox'), ...common }),
    z.strictObject({ type: z.literal('licencePlate'), ...common }),
    /** Cadastral area and parcel number (§ 8 of act 256/2013). */
    z.strictObject({ type: z.literal('landParcel'), ...common }),
    /** A statement the person confirms by ticking it. */
    z.strictObject({ type: z.literal('declaration'), ...common }),
  ] as const;

  /** Not asked: worked out from answers before it and shown; conditions, fees and other computed values may use it. */
  const computed = z.strictObject({
    type: z.literal('computed'),
    id,
    label: shortText,
    hint: shortText.optional(),
    when: logic.optional(),
    value: logic,
    format: z.enum(['number', 'money']).default('number'),
    decimals: z.int().min(0).max(4).default(0),
    unit: z.string().max(20).optional(),
  });

  const group = z.strictObject({
    type: z.literal('group'),
    id,
    label: shortText,
    hint: shortText.optional(),
    missing: shortText.optional(),
    required: z.boolean().default(true),
    when: logic.optional(),
    /** What one row is called, e.g. "Položka rozpočtu". */
    rowLabel: shortText,
    min: z.int().min(0).max(rowLimit).default(1),
    max: z.int().positive().max(rowLimit).default(20),
    /** Conditions and computed values in a row may ask about the row's own fields and about answers before the group. */
    fields: z
      .array(z.discriminatedUnion('type', [...questions, computed]))
      .min(atLeast(1))
      .max(20),
  });

  return [
    ...questions,
    computed,
    group,
    /** A question answered by a file; it is kept and filed as the attachment of that name. */
    z.strictObject({
      type: z.literal('file'),
      id,
      label: shortText,
      hint: shortText.optional(),
      required: z.boolean().default(true),
      when: logic.optional(),
      ...uploadShape,
    }),
    /** Not a question: a title over the questions that follow. */
    z.strictObject({ type: z.literal('heading'), ...notice }),
    /** Not a question: a paragraph between questions. */
    z.strictObject({ type: z.literal('explanation'), ...notice, text }),
  ] as const;
}
