import { answerTask, changeCase, giveTask } from '../../../cases/commands.ts';
import { refusal } from '../../../core/case/refusals.ts';
import type { ReadDirectory } from '../../directory.ts';
import { answerTaskForm, giveTaskForm, withdrawTaskForm } from '../task-forms.ts';
import { isDeserted } from '../../staffed.ts';
import { type ActionDeps, perform } from '../perform.ts';
import type { Handlers } from './handlers.ts';

/** What the case needs of other departments. */
export function taskHandlers(
  deps: ActionDeps,
  directory: ReadDirectory,
): Handlers<'giveTask' | 'answerTask' | 'withdrawTask'> {
  return {
    giveTask: perform(deps, directory, {
      name: 'giveTask',
      schema: giveTaskForm,
      run: async (command, form) => {
        const { 'ukol-co': kind, 'ukol-komu': to, 'ukol-zadani': text, 'ukol-termin': until } = form;
        if (await isDeserted(deps.db, to)) return { ok: false, refusal: refusal('nobodyThere') };
        return giveTask(deps, { ...command, kind, to, text, until });
      },
      done: 'Úkol je zadaný. Odpověď najdete tady v\u00a0případu.',
      mendable: {
        taskInPast: 'ukol-termin',
        taskToItself: 'ukol-komu',
        taskDepartmentGone: 'ukol-komu',
        nobodyThere: 'ukol-komu',
        officerOfAnotherDepartment: 'ukol-komu',
        officerBiased: 'ukol-komu',
        officerLeft: 'ukol-komu',
        officerAbsent: 'ukol-komu',
      },
    }),
    answerTask: perform(deps, directory, {
      name: 'answerTask',
      schema: answerTaskForm,
      run: (command, form) =>
        answerTask(deps, {
          ...command,
          taskId: form['vyjadreni-ukol'],
          answer: form['vyjadreni-vysledek'],
          text: form['vyjadreni-text'],
        }),
      done: 'Odpověď jste odeslali.',
      gone: '/urad/ukoly',
    }),
    withdrawTask: perform(deps, directory, {
      name: 'withdrawTask',
      schema: withdrawTaskForm,
      run: (command, form) =>
        changeCase(deps, command, {
          type: 'withdrawTask',
          taskId: form['ukol-ktery'],
          reason: form['ukol-zruseni-duvod'],
        }),
      done: 'Úkol je zrušený. Odbor o\u00a0tom ví.',
    }),
  };
}
