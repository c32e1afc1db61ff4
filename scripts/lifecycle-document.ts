import { clockLaws } from '../src/core/case/clock-law.ts';
import { type RoleName, roles } from '../src/core/case/roles.ts';
import { rules } from '../src/core/case/rules.ts';
import { caseStates, openStates, stateLabel, type CaseState } from '../src/core/case/states.ts';

/** The document of the lifecycle in Markdown, before it is formatted. */
export function lifecycleDocument(): string {
  return [
    '# The life of a case',
    'Drawn from `src/core/case/rules.ts` by `npm run docs`; a test fails when the two differ. Every change of a case is one of these actions, and `transition(case, action, actor, now)` is what decides about it. Every change appends one event to the history, and one for each task that ends with the case; what the applicant reads of it is in `event-words.ts`.',
    '## States',
    'The office has yet to decide in the states on the left of the table; in the others it is done.',
    table(
      ['open', 'on pages', 'ended', 'on pages'],
      openStates.map((state, i) => [`\`${state}\``, stateLabel(state), ...endedAt(i)]).concat(moreEnded()),
    ),
    ['```mermaid', 'stateDiagram-v2', ...composites, ...edges(), '```'].join('\n'),
    'Handing over (`assign`, and `takeOver` but from `filed`), bias, messages, tasks of other departments and a look into the file are left out of the drawing: they lead nowhere else, or back to `filed`.',
    '## Actions',
    `Who may: any one of those named. Officers of the case are ${ofCase.map(role => roles[role].name).join(', ')}. Nobody acts as an officer in their own matter, nor where they declared bias.`,
    table(
      ['action', 'who may', 'from', 'leads to', 'demands', 'the period'],
      Object.entries(rules).map(([action, rule]) => [
        `\`${action}\``,
        whoText(rule.who),
        fromText(rule.from),
        rule.to.join(', '),
        rule.demands.map(({ name }) => name).join('; ') || '–',
        rule.clock.name,
      ]),
    ),
    '## What the law lets the period do',
    table(
      ['clock', 'a call to mend the filing', 'suspension by', 'extension'],
      Object.entries(clockLaws).map(([kind, { supplement, suspension, extension }]) => [
        `\`${kind}\``,
        {
          suspends: 'it stands still, then goes on',
          restarts: 'it stands still, then begins anew',
          runsOn: 'it runs on',
        }[supplement],
        suspension ?? 'none',
        extension ? `${extension.days} days, ${extension.provision}` : 'none',
      ]),
    ),
    'After a suspension at least fifteen days remain; an end moves off weekends and holidays. `clock.ts` names the provisions.',
  ].join('\n\n');
}

const ended = caseStates.filter(state => !openStates.some(open => open === state));

function endedAt(row: number): string[] {
  const state = ended[row];
  return state ? [`\`${state}\``, stateLabel(state)] : ['', ''];
}

function moreEnded(): string[][] {
  return ended.slice(openStates.length).map(state => ['', '', `\`${state}\``, stateLabel(state)]);
}

const notDrawn = [
  'assign',
  'takeOver',
  'declareBias',
  'write',
  'requestInspection',
  'giveTask',
  'answerTask',
  'withdrawTask',
];

const composites = [
  '  [*] --> filed',
  '  [*] --> unconfirmed',
  '  state open {',
  '    unconfirmed',
  '    filed',
  '    state worked {',
  '      takenOver',
  '      inProgress',
  '    }',
  '    awaitingApplicant',
  '    suspended',
  '  }',
  '  filed --> takenOver: takeOver',
];
const worked: CaseState[] = ['takenOver', 'inProgress'];

function edges(): string[] {
  const lines = Object.entries(rules)
    .filter(([action]) => !notDrawn.includes(action))
    .flatMap(([action, { from, to }]) =>
      groups(from).flatMap(source =>
        to.filter(target => target !== 'stays').map(target => [`  ${source} --> ${target}`, action] as const),
      ),
    );
  const byEnds = Map.groupBy(lines, ([ends]) => ends);
  return [...byEnds].map(([ends, all]) => `${ends}: ${all.map(([, action]) => action).join(', ')}`);
}

/** States that are drawn as one, where an action leads from all of them. */
function groups(from: readonly CaseState[]): string[] {
  if (openStates.every(state => from.includes(state))) return ['open', ...from.filter(state => ended.includes(state))];
  return worked.every(state => from.includes(state))
    ? ['worked', ...from.filter(state => !worked.includes(state))]
    : [...from];
}

const ofCase: RoleName[] = ['holder', 'deputy', 'clerkOfDepartment', 'headOfDepartment'];

function whoText(who: readonly RoleName[]): string {
  const others = ofCase.every(role => who.includes(role)) ? who.filter(role => !ofCase.includes(role)) : who;
  const names = others.map(role => roles[role].name);
  return (others === who ? names : ['officers of the case', ...names]).join(', ');
}

function fromText(from: readonly CaseState[]): string {
  if (from.length === caseStates.length) return 'any';
  const missing = openStates.filter(state => !from.includes(state));
  if (from.length + missing.length !== openStates.length || missing.length > 1) return from.join(', ');
  return ['any open', ...missing.map(state => `but ${state}`)].join(' ');
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
