/**
 * What is worth knowing later who did it, with the sentence it reads as. What stands in braces has to be given in the
 * details; ids and references only, so that the record itself holds no personal content.
 */
export const auditActions = {
  caseFiled: 'podáno {reference} (agenda {agenda}, verze {version})',
  caseAssigned: 'případ {reference} předán (odbor {departmentId}, úředník {officerId})',
  caseTakenOver: 'případ {reference} převzat',
  caseStarted: 'začalo vyřizování případu {reference}',
  caseDecided: 'případ {reference} vyřízen ({outcome})',
  caseClosed: 'případ {reference} uzavřen',
  caseMovedOn: 'případ {reference} postoupil ke kroku {step}',
  caseBiasDeclared: 'úředník se vyloučil z\u00a0případu {reference} pro podjatost',
  supplementRequested: 'k\u00a0případu {reference} vyžádáno doplnění do {until}',
  caseSupplemented: 'případ {reference} doplněn ({correctionId})',
  supplementMissed: 'doplnění případu {reference} do {until} nepřišlo',
  caseSuspended: 'případ {reference} přerušen',
  caseResumed: 'v\u00a0případu {reference} se pokračuje, lhůta do {dueOn}',
  caseExtended: 'lhůta případu {reference} prodloužena do {dueOn}',
  decisionServed: 'zapsáno doručení rozhodnutí v\u00a0případu {reference} ({way})',
  caseAppealed: 'proti rozhodnutí v\u00a0případu {reference} podáno odvolání {appeal}',
  appealSettled: 'zapsán výsledek odvolání v\u00a0případu {reference} ({result})',
  caseForwarded: 'případ {reference} postoupen jinému úřadu',
  caseWithdrawn: 'podání {reference} vzato zpět',
  caseDiscontinued: 'případ {reference} zastaven',
  caseShelved: 'případ {reference} odložen',
  inspectionRequested: 'žádost o\u00a0nahlédnutí do spisu {reference}',
  messageWritten: 'k\u00a0případu {reference} napsána zpráva {messageId}',
  taskGiven: 'v\u00a0případu {reference} zadán úkol {taskId} (odbor {departmentId})',
  taskAnswered: 'v\u00a0případu {reference} zodpovězen úkol {taskId}',
  taskWithdrawn: 'v\u00a0případu {reference} zrušen úkol {taskId}',
  caseNoted: 'k\u00a0případu {reference} přidána poznámka {noteId}',
  caseOpened: 'případ {reference} otevřen úředníkem',
  caseLookedInto: 'případ {reference} otevřen s\u00a0uvedením důvodu z\u00a0jiného odboru',
  listExported: 'seznam případů {view} vyvezen ({format})',
  casesExported: 'vybrané případy vyvezeny ({format}): {references}',
  attachmentOpened: 'příloha {attachmentId} případu {reference} stažena úředníkem',
  letterIssued: 'případ {reference}: vydán dokument {letterId}',
  letterSaved: 'případ {reference}: uložen dopis {letterId} ({state})',
  letterTemplateSaved: 'uložen vzor dopisu {templateId}, znění {version}',
  letterTemplateRemoved: 'odebrán vzor dopisu {templateId}',
  casesLinked: 'případ {reference} propojen s případem {other}',
  casesUnlinked: 'propojení případu {reference} s případem {other} zrušeno',
  attachmentShown: 'příloha {attachmentId} případu {reference} zobrazena úředníkem',
  caseOpenedByCode: 'případ {reference} otevřen značkou a\u00a0sledovacím kódem',

  departmentAdded: 'přidán odbor {slug}',
  departmentChanged: 'změněn odbor {slug}',
  departmentRemoved: 'odebrán odbor {slug}',
  officerAdded: 'přidán úředník {officerId}, oprávnění {roles}',
  officerChanged: 'změněn úředník {officerId}, oprávnění {roles}',
  rolesAsked: 'pro úředníka {officerId} žádáno o\u00a0oprávnění {roles}',
  rolesGranted: 'úředníkovi {officerId} přiznána oprávnění {roles}',
  rolesRefused: 'úředníkovi {officerId} nepřiznána oprávnění {roles}',
  officerLeft: 'úředník {officerId} odešel, otevřených případů {cases}',
  officerWithoutPost:
    'úředníka {officerId} adresář úřadu nezná v\u00a0žádné roli, otevřených případů {cases}, nepřihlášen',
  officerReturned: 'úředník {officerId} se vrátil',
  routingChanged: 'agenda {agenda}: změněno rozdělování případů v\u00a0odboru {department} ({by})',
  absenceSet: 'úředník {officerId}: nepřítomnost od {from} do {until}, zástup {deputyId}',
  absenceCancelled: 'úředník {officerId}: zrušena nepřítomnost od {from} do {until}',

  logRead: 'nahlédnuto do protokolu ({reference}, záznamů {count})',
  signedIn: 'přihlášení ({method})',
  identityLinked: 'k\u00a0účtu připojen způsob přihlášení {provider}',
  identityUnlinked: 'od účtu odpojen způsob přihlášení {provider}',
  accountConfirmed: 'účet potvrzen e-mailem',
  passwordChanged: 'heslo změněno',
  adminCreated: 'z\u00a0příkazové řádky založen účet správce (úředník {officerId})',

  agendaBegun: 'agenda {agenda}: založena, koncept verze {version}',
  versionBegun: 'agenda {agenda}: založen koncept verze {version}',
  agendaImported: 'agenda {agenda}: uložen koncept verze {version}',
  agendaEdited: 'agenda {agenda}: upravován koncept verze {version}',
  agendaPublished: 'agenda {agenda}: zveřejněna verze {version}',
  agendaScheduled: 'agenda {agenda}: verze {version} čeká na zveřejnění {publishAt}',
  scheduleCancelled: 'agenda {agenda}: zveřejnění verze {version} v\u00a0daný čas zrušeno',
  agendaNotPublished: 'agenda {agenda}: verze {version} nezveřejněna v\u00a0daný čas, pravidlo {rule}',
  warningAccepted: 'agenda {agenda}: verze {version} zveřejněna přes upozornění {rule} ({path})',
  sketchDiscarded: 'agenda {agenda}: koncept verze {version} zahozen',
  trialBegun: 'agenda {agenda}: zkouška konceptu verze {version}',
  agendaWithdrawn: 'agenda {agenda}: stažena verze {version}',

  representationAsked: 'požádáno o\u00a0zastupování organizace {organisationId} ({membershipId})',
  representationApproved: 'potvrzeno zastupování organizace {organisationId} ({membershipId})',
  representationRefused: 'nepotvrzeno zastupování organizace {organisationId} ({membershipId})',
  memberInvited: 'k\u00a0organizaci {organisationId} někdo pozván jako {role} ({invitationId})',
  invitationWithdrawn: 'odvolána pozvánka {invitationId} k\u00a0organizaci {organisationId}',
  memberJoined: 'pozvánkou {invitationId} přibyl k\u00a0organizaci {organisationId} člen jako {role} ({membershipId})',
  memberRoleChanged: 'v\u00a0organizaci {organisationId} změněna role na {role} ({membershipId})',
  memberEnded: 'členství v\u00a0organizaci {organisationId} ukončeno ({membershipId})',

  mailRetried: 'odchozí pošta: e-mail {mailId} poslán znovu',
  mailsRetried: 'odchozí pošta: znovu poslány e-maily, které se nedařilo odeslat ({count})',
  mailGivenUp: 'odchozí pošta: e-mail {mailId} se už nebude zkoušet odeslat',
} as const;

export type AuditAction = keyof typeof auditActions;

/** One property for each name in braces. */
export type AuditDetails<A extends AuditAction> = Record<NamesIn<(typeof auditActions)[A]>, string | number | null>;

type NamesIn<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
