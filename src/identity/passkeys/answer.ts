import { z } from 'zod';

const text = z.string().max(20_000);

const common = z.object({
  id: text.min(1),
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).default({}),
});

/** What a browser says of a new passkey; only what the portal reads. */
export const newKeyAnswer = fromJson(
  common.extend({
    response: z.object({
      clientDataJSON: text,
      attestationObject: text,
      transports: z.array(z.string().max(50)).max(10).default([]),
    }),
  }),
);

/** What a browser says for somebody who signs in with one. */
export const signInAnswer = fromJson(
  common.extend({
    response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text }),
  }),
);

/** A script puts it into a field of the form. */
function fromJson<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(100_000)
    .transform((written, context): unknown => {
      try {
        return JSON.parse(written);
      } catch {
        context.addIssue('not JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
}
