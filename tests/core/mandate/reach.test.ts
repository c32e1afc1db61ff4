import { describe, expect, test } from 'vitest';
import { transition } from '../../../src/core/case/lifecycle.ts';
import { visibleTo } from '../../../src/core/case/permissions.ts';
import { roles } from '../../../src/core/case/roles.ts';
import { agentName } from '../../../src/core/mandate/agent-name.ts';
import { heldIn, mandatesOf, mayAgent } from '../../../src/core/mandate/reach.ts';
import { memberRoles } from '../../../src/core/organisation/roles.ts';
import { aCase, citizen, clerk, guest, now } from '../case/people.ts';
import { agent, firm, held } from './people.ts';

describe('who acts by a mandate', () => {
  test('is the agent themselves, or members of the agent by their role', () => {
    expect(mayAgent({ agent: null }, 'file')).toBe(true);
    const may = memberRoles.map(role => [
      role,
      mayAgent({ agent: { ...firm, role } }, 'file'),
      mayAgent({ agent: { ...firm, role } }, 'readCases'),
    ]);
    expect(may).toEqual([
      ['representative', true, true],
      ['manager', false, false],
      ['filer', true, true],
      ['reader', false, true],
    ]);
  });

  test('is nobody of the office, and no guest', () => {
    expect(mandatesOf(agent(held()), 'file')).toHaveLength(1);
    for (const actor of [guest, clerk, citizen]) expect(mandatesOf(actor, 'readCases')).toEqual([]);
    expect(heldIn({ mandateId: null }, agent(held()), 'file')).toBeUndefined();
  });

  test('is named with the organisation they do it for', () => {
    expect(agentName('Petra', held())).toBe('Petra');
    expect(agentName('Petra', held({ agent: { ...firm, role: 'filer' } }))).toBe('Petra, Účtárna, s.r.o.');
  });
});

describe('a case with an agent', () => {
  const under = { mandateId: 'mandate' };
  const reader = agent(held({ agent: { ...firm, role: 'reader' } }));

  test('is the agent’s to act in as long as they hold that mandate, and of no other agent', () => {
    expect(roles.agent.is(aCase(under), agent(held()))).toBe(true);
    expect(roles.agent.is(aCase(under), agent())).toBe(false);
    expect(roles.agent.is(aCase(under), agent(held({ mandateId: 'other' })))).toBe(false);
    expect(roles.agent.is(aCase(), agent(held()))).toBe(false);
    expect(roles.agent.is(aCase(under), reader)).toBe(false);
    expect(roles.applicant.is(aCase(under), citizen)).toBe(true);
  });

  test('of somebody without an account is not to act in for a member of the agent who may only read', () => {
    expect(roles.applicant.is(aCase({ ...under, applicantId: null }), reader)).toBe(false);
    expect(roles.applicant.is(aCase({ ...under, applicantId: null }), guest)).toBe(true);
  });

  test('keeps in its history who acted for the applicant, and under which mandate', () => {
    const action = { type: 'withdraw', reason: '' } as const;
    const byAgent = transition(aCase(under), action, agent(held()), now);
    if (!byAgent.ok) throw new Error(byAgent.refusal.message);
    expect(byAgent.events[0]?.actor).toEqual({
      ...{ kind: 'citizen', accountId: 'petra', agent: { name: 'Petra Zmocněná', mandateId: 'mandate' } },
    });
    const own = transition(aCase(under), action, citizen, now);
    expect(own.ok && own.events[0]?.actor).toEqual({ kind: 'citizen', accountId: 'karel' });
    const former = transition(aCase(under), action, agent(), now);
    expect(former.ok).toBe(false);
  });

  test('is seen by who holds the mandate, with what is their own', () => {
    expect(visibleTo(agent(held(), held({ mandateId: 'second' })))).toEqual({
      OR: [{ applicantId: 'petra', organisationId: null }, { mandateId: { in: ['mandate', 'second'] } }],
    });
    const member = { organisationId: 'firm', name: 'Firma', role: 'reader' as const };
    expect(visibleTo({ ...agent(held()), memberships: [member] })).toEqual({
      OR: [
        { applicantId: 'petra', organisationId: null },
        { organisationId: { in: ['firm'] } },
        { mandateId: { in: ['mandate'] } },
      ],
    });
  });
});
