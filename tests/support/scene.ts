import type { Portal } from './app.ts';
import {
  attachPdf,
  createCase,
  createCitizen,
  createDraft,
  createOfficer,
  fileDraft,
  type Person,
} from './factories.ts';

export const roles = ['guest', 'owner', 'stranger', 'clerk', 'outsider', 'registry', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Scene {
  /** Who the roles are; a guest has no account. */
  people: Record<Exclude<Role, 'guest'>, Person>;
  /** Fresh things of the owner, so that one request cannot spoil the next: values for the parameters of a path. */
  params: (path: string) => Promise<Record<string, string>>;
}

const agenda = 'zabor-verejneho-prostranstvi';
/** Where cases of that agenda lie, and a department that has nothing to do with them. */
const department = 'dopravy';
const elsewhere = 'dotaci';

/** A citizen with a draft and a case, another citizen, and officers near and far. */
export async function buildScene({ deps, setNow }: Portal): Promise<Scene> {
  // The example filing asks for days in June.
  setNow('2026-05-04T08:00:00Z');
  const owner = await createCitizen(deps, 'Jana Nováková');
  const people = {
    owner,
    stranger: await createCitizen(deps, 'Petr Svoboda'),
    clerk: await createOfficer(deps, { department }),
    outsider: await createOfficer(deps, { department: elsewhere }),
    registry: await createOfficer(deps, { department: 'spravni', roles: ['registry'] }),
    admin: await createOfficer(deps, { department: 'informatiky', roles: ['admin'] }),
  };

  const params = async (path: string): Promise<Record<string, string>> => {
    const draft = await createDraft(deps, { agenda, owner });
    const [step] = draft.definition.steps;
    const [slot] = draft.definition.attachments;
    if (!step || !slot) throw new Error(`${agenda} has lost its steps or attachments`);
    const attachment = await attachPdf(deps, { draftId: draft.id, slot: slot.id });
    if (path.startsWith('/podani')) return { draft: draft.id, step: step.id, slot: slot.id, attachment };
    if (path.startsWith('/sprava')) return { slug: 'ohlaseni-psa', number: '1' };
    if (path.startsWith('/demo')) {
      const filed = await createCase(deps);
      const mail = await deps.db.mail.findFirstOrThrow({ where: { caseId: filed.id } });
      return { id: mail.id };
    }
    const filed = await fileDraft(deps, draft, owner);
    return { slug: agenda, ref: filed.reference, id: attachment };
  };
  return { people, params };
}
