import { z } from 'zod';

/**
 * How complete a document has to be. An agenda that is offered says everything; one that is still being written may
 * have empty texts, empty lists and references that lead nowhere yet, but never another shape.
 */
export type Wording = ReturnType<typeof wording>;

export function wording(completeness: 'complete' | 'sketch') {
  const isComplete = completeness === 'complete';
  const text = z
    .string()
    .trim()
    .max(4000)
    .min(isComplete ? 1 : 0, 'chybí text');
  const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
  const emptyOr = (schema: z.ZodString) => (isComplete ? schema : z.union([z.literal(''), schema]));
  const id = z
    .string()
    .regex(/^[a-z][a-zA-Z0-9]{0,39}$/, 'začíná malým písmenem, dál písmena a číslice, nejvýš 40\u00a0znaků')
    // `constructor` and the like are found on any object, answered or not.
    .refine(value => !(value in Object.prototype), 'tohle jméno je vyhrazené, zvolte jiné');
  return {
    text,
    shortText: text.max(300),
    slug: z.string().max(80).regex(slugPattern, 'jen malá písmena bez diakritiky, číslice a spojovník'),
    /** The slug of something the city has: a department, a life situation. */
    cityReference: emptyOr(
      z.string().max(80).regex(slugPattern, 'jen malá písmena bez diakritiky, číslice a spojovník'),
    ),
    /** Ids of steps, fields and attachments; stable across versions, used as keys of the answers. */
    id,
    /** The id of something in the same document. */
    reference: emptyOr(id),
    /** JSON Logic; which operators and fields are allowed is checked by `checkDefinition`. */
    logic: z.union([z.boolean(), z.number(), z.record(z.string(), z.unknown())]),
    /** How many items a list needs. */
    atLeast: (count: number) => (isComplete ? count : 0),
  };
}
