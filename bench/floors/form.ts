import { z } from 'zod';
import type { Definition, Field, RowField } from '../../src/core/form/definition.ts';

/**
 * The floor of evaluating a form: zod, which most Node services would read such a body with, turns the same typed strings
 * into the same values within the same bounds. It knows no conditions, no computed values, no rules and no fee, keeps
 * nothing of what was typed and says nothing in Czech.
 */
export function zodForm({ steps }: Definition): z.ZodType {
  return objectOf(steps.flatMap(step => step.fields));
}

function objectOf(fields: readonly (Field | RowField)[]): z.ZodType {
  const schemas = fields.flatMap(field => {
    const schema = schemaOf(field);
    return schema === undefined ? [] : [[field.id, schema.optional()] as const];
  });
  return z.object(Object.fromEntries(schemas));
}

function schemaOf(field: Field | RowField): z.ZodType | undefined {
  switch (field.type) {
    case 'group':
      return z.array(objectOf(field.fields)).min(field.min).max(field.max);
    case 'number':
    case 'money':
      return typedNumber.pipe(
        z
          .number()
          .min(field.min ?? 0)
          .max(field.max ?? Infinity),
      );
    case 'date':
      return typedDay;
    case 'yesNo':
    case 'declaration':
      return z.enum(['yes', 'no']).transform(answer => answer === 'yes');
    case 'oneOf':
      return z.enum(field.options.map(option => option.value));
    case 'severalOf':
      return z.array(z.enum(field.options.map(option => option.value))).min(1);
    case 'email':
      return z.string().trim().pipe(z.email());
    case 'address':
      return z.object(address);
    case 'person':
      return z
        .object({ given: line, family: line, ...dayParts, ...address })
        .transform(({ day, month, year, ...person }) => ({ ...person, born: dayOf({ day, month, year }) }));
    case 'organisation':
      return z.object({ name: line, ico: line, ...address });
    case 'landParcel':
      return z.object({ area: line, parcel: line });
    case 'phone':
    case 'birthNumber':
      return z.string().regex(/^[\d\s/+]+$/);
    case 'longText':
      return z.string().trim().min(1).max(field.maxLength);
    case 'computed':
    case 'file':
    case 'heading':
    case 'explanation':
      return undefined;
    default:
      return line;
  }
}

const line = z.string().trim().min(1).max(200);

const address = { street: line, city: line, zip: z.string().regex(/^\d{3} ?\d{2}$/) };

const typedNumber = z
  .string()
  .regex(/^[\d\s]+(,\d+)?( Kč)?$/)
  .transform(typed => Number(typed.replace(' Kč', '').replace(/\s/g, '').replace(',', '.')));

const dayParts = { day: z.coerce.number().int(), month: z.coerce.number().int(), year: z.coerce.number().int() };
const typedDay = z.object(dayParts).transform(dayOf);

function dayOf(parts: { day: number; month: number; year: number }): string {
  return Temporal.PlainDate.from(parts, { overflow: 'reject' }).toString();
}
