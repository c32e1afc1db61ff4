import { z } from 'zod';
import { taskAnswers, taskKinds } from '../../core/case/tasks.ts';
import { day, text } from './fields.ts';
import { departmentOrOfficer } from './forms.ts';

/** What the forms about tasks of other departments send. */

export const giveTaskForm = z.object({
  'ukol-komu': departmentOrOfficer('Vyberte, koho se ptáte.'),
  'ukol-co': z.enum(taskKinds, { error: 'Vyberte, co potřebujete.' }),
  'ukol-zadani': text('Napište, co přesně potřebujete.', 5000),
  'ukol-termin': day('Vyplňte, do kdy odpověď potřebujete.'),
});

export const answerTaskForm = z.object({
  'vyjadreni-ukol': z.uuid({ error: 'Vyberte, na který úkol odpovídáte.' }),
  'vyjadreni-vysledek': z.enum(taskAnswers, { error: 'Vyberte, jak se k\u00a0věci stavíte.' }),
  'vyjadreni-text': text('Napište odpověď.', 20_000),
});

export const withdrawTaskForm = z.object({
  'ukol-ktery': z.uuid({ error: 'Vyberte, který úkol rušíte.' }),
  'ukol-zruseni-duvod': text('Napište, proč úkol rušíte.', 500),
});
