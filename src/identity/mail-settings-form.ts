import { z } from 'zod';

const choose = 'Vyberte jednu z\u00a0možností';
const timing = z.enum(['atOnce', 'digest', 'never'], { error: choose });
const yesNo = z.enum(['yes', 'no'], { error: choose }).transform(answer => answer === 'yes');

/** What a citizen says about their mails. */
export const citizenSettings = z.object({ progress: yesNo });

/** What an officer says; what is to come in the morning mail needs the morning mail. */
export const officerSettings = z
  .object({ newCase: timing, answered: timing, deadlines: timing, digest: yesNo })
  .refine(({ digest, newCase, answered, deadlines }) => digest || ![newCase, answered, deadlines].includes('digest'), {
    path: ['digest'],
    message:
      'Některé zprávy chcete jen v\u00a0ranním souhrnu. Nechte si ho tedy posílat, nebo u\u00a0nich vyberte něco jiného.',
  });

type Settings = z.output<typeof citizenSettings> & z.output<typeof officerSettings>;

/** What holds for an account that has set nothing. */
const usual: Settings = { progress: true, newCase: 'atOnce', answered: 'atOnce', deadlines: 'atOnce', digest: true };

/** As the boxes of the page show what is kept. */
export function typedSettings(kept: Settings | null): Record<string, string> {
  const { progress, digest, ...topics } = kept ?? usual;
  return { ...topics, progress: progress ? 'yes' : 'no', digest: digest ? 'yes' : 'no' };
}
