import { z } from 'zod';
import { fieldSchemas, uploadShape } from './field-schema.ts';
import { wording } from './wording.ts';

/** Shown as a link, so nothing that a browser would run. */
const webAddress = z.url({ protocol: /^https?$/, error: 'napište celou adresu, která začíná https://' });

/**
 * One agenda version is one JSON document of this shape: importable, exportable, comparable.
 * The schema checks shape only; what hangs together (unknown fields in a condition, a question nobody
 * can reach) is checked by `checkDefinition`, and whether it may be published by `gate`.
 */
function agendaSchema(completeness: 'complete' | 'sketch') {
  const parts = wording(completeness);
  const { id, reference, slug, cityReference, text, shortText, logic, atLeast } = parts;

  const step = z.strictObject({
    id,
    title: shortText,
    /** Why we ask; shown under the title. */
    why: text.optional(),
    when: logic.optional(),
    fields: z
      .array(z.discriminatedUnion('type', fieldSchemas(parts)))
      .min(atLeast(1))
      .max(100),
  });

  const attachment = z.strictObject({
    id,
    label: shortText,
    hint: shortText.optional(),
    required: z.boolean().default(true),
    when: logic.optional(),
    ...uploadShape,
  });

  /** What has to hold between answers, e.g. that an event does not end before it begins. */
  const rule = z.strictObject({
    id,
    /** Judged only when this holds, e.g. once both days are known. */
    when: logic.optional(),
    holds: logic,
    /** Says what to do. */
    message: shortText,
    /**
     * The question that shows the message; everything the rule asks about comes no later than on its step. When it is not
     * asked, another one does (core/form/judge-rules).
     */
    at: reference,
  });

  const planStep = z.strictObject({
    id,
    /** What the citizen reads in the timeline, e.g. "Posouzení žádosti". */
    title: shortText,
    department: cityReference,
    targetDays: z.int().positive().max(365),
  });

  const clock = z.strictObject({
    /** A clock that a law sets (core/form/legal-clocks), or the agenda's own. */
    kind: z.enum(['administrative', 'information', 'complaint', 'own']).default('own'),
    days: z.int().positive().max(365),
    unit: z.enum(['calendar', 'working']),
    /** The provision the period follows, e.g. "§ 71 odst. 3 zákona č. 500/2004 Sb.". */
    provision: shortText,
  });

  /** How much this filing costs, worked out from its answers, in Kč. */
  const charge = z.discriminatedUnion('by', [
    z.strictObject({
      by: z.literal('table'),
      /** Of the rows whose condition holds: the first one, or all of them added up. */
      take: z.enum(['first', 'all']).default('first'),
      rows: z
        .array(z.strictObject({ label: shortText, crowns: z.number().min(0).max(100_000_000), when: logic.optional() }))
        .min(atLeast(1))
        .max(60),
    }),
    z.strictObject({ by: z.literal('formula'), crowns: logic }),
  ]);

  const fee = z.strictObject({
    summary: shortText,
    rows: z
      .array(z.strictObject({ label: shortText, amount: shortText }))
      .max(60)
      .default([]),
    note: text.optional(),
    provision: shortText.optional(),
    charge: charge.optional(),
  });

  return z.strictObject({
    format: z.literal(1),
    slug,
    title: shortText,
    /** One or two sentences: what it is for. */
    summary: text,
    audiences: z.array(z.enum(['obcan', 'firma', 'instituce'])).min(atLeast(1)),
    lifeSituations: z.array(cityReference).min(atLeast(1)).max(20),
    keywords: z.array(shortText).max(60).default([]),
    /** The department that receives the case. */
    department: cityReference,
    whoMayFile: z.strictObject({
      text,
      /**
       * `none`: also without an account; `account`: an account with a confirmed e-mail; the others: a proven identity of
       * that level of assurance (eIDAS, article 8).
       */
      identity: z.enum(['none', 'account', 'substantial', 'high']),
      /**
       * Signing in is no signature. `none`: the act needs none; `authorised`: whoever files confirms exactly what they file
       * first; `withinFiveDays`: whoever does not may confirm it later (§ 37 (4) of the Code of Administrative Procedure).
       */
      confirmation: z.enum(['none', 'authorised', 'withinFiveDays']).default('none'),
    }),
    prepare: z.array(shortText).max(30).default([]),
    duration: shortText,
    fee,
    visit: z.strictObject({
      needed: z.boolean(),
      text,
      /** What to bring; the list is made for each filing from what was answered. */
      bring: z
        .array(z.strictObject({ text: shortText, when: logic.optional() }))
        .max(40)
        .default([]),
    }),
    law: z
      .array(z.strictObject({ provision: shortText, text: shortText, url: webAddress.optional() }))
      .min(atLeast(1))
      .max(30),
    steps: z.array(step).min(atLeast(1)).max(40),
    attachments: z.array(attachment).max(20).default([]),
    rules: z.array(rule).max(60).default([]),
    /** Field ids joined with a comma make the line by which clerks tell cases of this agenda apart. */
    subjectFields: z.array(reference).max(10).default([]),
    /** Which answers say who is filing and how to reach them. */
    applicant: z.strictObject({ name: reference, email: reference, phone: reference.optional() }),
    plan: z.array(planStep).min(atLeast(1)).max(12),
    clock,
    /** `approval`: what the office decides, the head of its department approves first. */
    decision: z.strictObject({ approval: z.boolean() }).optional(),
    /** Paragraphs this agenda adds to the mails of the portal, with placeholders (core/form/placeholders). */
    mails: z.strictObject({ filed: text.optional(), assigned: text.optional(), decided: text.optional() }).default({}),
    /** Texts the clerk begins a letter to the applicant with, with placeholders. */
    letters: z
      .array(z.strictObject({ id, title: shortText, text }))
      .max(20)
      .default([]),
    /** Texts in other languages by the place of the Czech one (core/form/translations), e.g. "fields.dogName.label". */
    translations: z
      .strictObject({
        en: z.record(z.string().max(160), text).optional(),
        uk: z.record(z.string().max(160), text).optional(),
      })
      .default({}),
  });
}

export const definitionSchema = agendaSchema('complete');
/** An agenda that is still being written: of the same shape, with texts, lists and references left empty. */
export const sketchSchema = agendaSchema('sketch');

/** A definition as the author may write it (defaults left out). */
export type DefinitionInput = z.input<typeof definitionSchema>;
export type Definition = z.output<typeof definitionSchema>;
export type Step = Definition['steps'][number];
export type Field = Step['fields'][number];
export type FieldType = Field['type'];
export type FieldOf<T extends FieldType> = Extract<Field, { type: T }>;
/** A field that one answer is typed into. */
export type Question = Exclude<Field, { type: 'computed' | 'group' | 'file' | 'heading' | 'explanation' }>;
export type QuestionType = Question['type'];
/** A field of a row of a repeating group. */
export type RowField = FieldOf<'group'>['fields'][number];
export type AttachmentSlot = Definition['attachments'][number];
export type Rule = Definition['rules'][number];
export type Logic = NonNullable<Step['when']>;
export type Language = keyof Definition['translations'];

export { attachmentFormats, type AttachmentFormat } from './field-schema.ts';

/** One field as a published agenda has it. */
export const fieldSchema = z.discriminatedUnion('type', fieldSchemas(wording('complete')));
/** Every type a field can have. */
export const fieldTypes = fieldSchema.options.map(option => option.shape.type.value);

const notTyped: readonly FieldType[] = ['computed', 'group', 'file', 'heading', 'explanation'];

export function isQuestion(field: Field): field is Question {
  return !notTyped.includes(field.type);
}
