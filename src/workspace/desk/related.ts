import type { Officer } from '../../core/actor.ts';
import { visibleTo } from '../../core/case/permissions.ts';
import { stateLabel } from '../../core/case/states.ts';
import { openLink, openSummary } from '../../cases/commands.ts';
import type { Deps } from '../../deps.ts';

/** Cases that have to do with this one. */
export interface Related {
  /** Of the same applicant, the newest first. */
  sameApplicant: RelatedCase[];
  /** How many more the applicant has that this officer does not see; nothing else is said of them. */
  hidden: number;
  /** Said to belong together; one that this officer does not see is null. */
  linked: { other: RelatedCase | null; why: string }[];
}

interface RelatedCase {
  reference: string;
  agenda: string;
  subject: string;
  state: string;
  stateText: string;
}

const shown = 5;

const columns = {
  id: true,
  reference: true,
  state: true,
  summary: true,
  agendaVersion: { select: { title: true } },
} as const;

type Params = {
  caseId: string;
  applicantId: string | null;
  /** Then related are the cases of the organisation, not what who filed it has with the office privately. */
  organisationId: string | null;
  officer: Officer;
};

export async function findRelated(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { caseId, applicantId, organisationId, officer }: Params,
): Promise<Related> {
  const isKnown = applicantId !== null || organisationId !== null;
  const whose = organisationId === null ? { applicantId: applicantId ?? '', organisationId } : { organisationId };
  const others = { ...whose, id: { not: caseId }, trial: false };
  const visible = { AND: [others, visibleTo(officer)] };
  const [sameApplicant, all, seen, links] = await Promise.all([
    !isKnown ? [] : db.case.findMany({ where: visible, select: columns, orderBy: { filedAt: 'desc' }, take: shown }),
    isKnown ? db.case.count({ where: others }) : 0,
    !isKnown ? 0 : db.case.count({ where: visible }),
    db.caseLink.findMany({ where: { OR: [{ caseId }, { otherId: caseId }] }, orderBy: { at: 'asc' } }),
  ]);
  const linkedIds = links.map(link => (link.caseId === caseId ? link.otherId : link.caseId));
  const found =
    links.length === 0
      ? []
      : await db.case.findMany({ where: { AND: [{ id: { in: linkedIds } }, visibleTo(officer)] }, select: columns });
  const view = ({ id, reference, state, summary, agendaVersion }: (typeof found)[number]): RelatedCase => ({
    reference,
    agenda: agendaVersion.title,
    subject: openSummary(vault, id, summary).subject,
    state,
    stateText: stateLabel(state),
  });
  return {
    sameApplicant: sameApplicant.map(view),
    hidden: all - seen,
    linked: links.map((link, at) => {
      const other = found.find(({ id }) => id === linkedIds[at]);
      return { other: other ? view(other) : null, why: openLink(vault, link) };
    }),
  };
}
