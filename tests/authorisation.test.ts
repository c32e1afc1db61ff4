import { describe, expect, test } from 'vitest';
import type { Route } from '../src/web/route.ts';
import { wire } from '../src/app.ts';
import { routes } from '../src/routes.ts';
import { niaAt } from './identity/nia/settings.ts';
import { startPortal } from './support/app.ts';
import { buildScene, roles, type Role, type Scene } from './support/scene.ts';
import type { Visitor } from './support/visitor.ts';

/**
 * Every route x every role. The table below is the promise; the routes come from the table of contents, so a route
 * without a row fails, and so does a row without a route.
 */

/** let in; sent to sign in; told that there is nothing. */
type Outcome = 'in' | 'signIn' | 'none';
type Row = Record<Role, Outcome>;

const row = (
  guest: Outcome,
  owner: Outcome,
  stranger: Outcome,
  clerk: Outcome,
  outsider: Outcome,
  registry: Outcome,
  admin: Outcome,
  // Without a mandate for it they are strangers to what is the owner's.
  agents: { agent?: Outcome; formerAgent?: Outcome } = {},
): Row => {
  const { agent = stranger, formerAgent = stranger } = agents;
  return { guest, owner, stranger, clerk, outsider, registry, admin, agent, formerAgent };
};

const public_ = row('in', 'in', 'in', 'in', 'in', 'in', 'in');
const signedIn = row('signIn', 'in', 'in', 'in', 'in', 'in', 'in');
const citizens = row('signIn', 'in', 'in', 'none', 'none', 'none', 'none');
/** A draft is its owner's alone, and of the agent who began it as long as the mandate holds; officers have no business with what has not been filed. */
const ownDraft = row('none', 'in', 'none', 'none', 'none', 'none', 'none', { agent: 'in' });
/** Officers who may see a case are led from its public address to their desk. */
const ownCase = row('none', 'in', 'none', 'in', 'none', 'in', 'none', { agent: 'in' });
/** Officers download from their desk. */
const ownFile = row('none', 'in', 'none', 'none', 'none', 'none', 'none', { agent: 'in' });
/** Open to everyone, but an empty form names no person of the demo, and the address no provider that is on. */
const nobodyNamed = row('none', 'none', 'none', 'none', 'none', 'none', 'none');
/** Whoever comes without an identity that was proved just now begins with signing in. */
const justProved = row('signIn', 'signIn', 'signIn', 'signIn', 'signIn', 'signIn', 'signIn');
/** How an account is got into is its holder's alone. */
const ownIdentity = row('signIn', 'in', 'none', 'none', 'none', 'none', 'none');
/** Who represents an organisation; an officer has none. */
const ownOrganisation = row('signIn', 'in', 'none', 'none', 'none', 'none', 'none');
/** Both sides of a mandate read it; its principal ends it one way, its agent another. */
const ownMandate = row('signIn', 'in', 'none', 'none', 'none', 'none', 'none', { agent: 'in', formerAgent: 'in' });
const givenMandate = row('signIn', 'in', 'none', 'none', 'none', 'none', 'none');
const heldMandate = row('signIn', 'none', 'none', 'none', 'none', 'none', 'none', { agent: 'in', formerAgent: 'in' });
const officers = row('signIn', 'none', 'none', 'in', 'in', 'in', 'in');
const caseOfDepartment = row('signIn', 'none', 'none', 'in', 'none', 'in', 'none');
/** Absences of that clerk. */
const ownAbsence = row('signIn', 'none', 'none', 'in', 'none', 'none', 'none');
const caseWorkers = row('signIn', 'none', 'none', 'in', 'in', 'none', 'none');
/** The clerk has stated a reason to read it. */
const looked = row('signIn', 'none', 'none', 'in', 'none', 'none', 'none');
/** Checks who represents an organisation, and who stands at the counter. */
const registry = row('signIn', 'none', 'none', 'none', 'none', 'in', 'none');
/** Administrators alone have no lists of cases. */
const worksCases = row('signIn', 'none', 'none', 'in', 'in', 'in', 'none');
/** What a clerk has saved is shared within the department. */
const colleagues = row('signIn', 'none', 'none', 'in', 'none', 'none', 'none');
const admins = row('signIn', 'none', 'none', 'none', 'none', 'none', 'in');

/** Whoever confirms what they file by signing in is led there. */
const askedToSignIn: Partial<Row> = { owner: 'signIn', agent: 'signIn' };

const matrix: Record<string, Row> = {
  'GET /': public_,
  'GET /sluzby': public_,
  'GET /sluzby/:slug': public_,
  'GET /sluzby/:slug/odpovedi.schema.json': public_,
  'GET /sluzby/:slug/podat': public_,
  'POST /sluzby/:slug/podat': public_,
  'GET /pristupnost': public_,
  'GET /soukromi': public_,

  'GET /prihlaseni': public_,
  'POST /prihlaseni': public_,
  'POST /odhlaseni': public_,
  'GET /registrace': public_,
  'POST /registrace': public_,
  'GET /registrace/odeslano': public_,
  'GET /registrace/znovu': public_,
  'POST /registrace/znovu': public_,
  'GET /potvrzeni-emailu': public_,
  'POST /potvrzeni-emailu': public_,
  'GET /zapomenute-heslo': public_,
  'POST /zapomenute-heslo': public_,
  'GET /zapomenute-heslo/odeslano': public_,
  'GET /nove-heslo': public_,
  'POST /nove-heslo': public_,
  'GET /ucet': signedIn,
  'GET /ucet/udaje': citizens,
  'POST /ucet/udaje': citizens,
  'POST /ucet/udaje/smazat': citizens,
  'GET /ucet/heslo': signedIn,
  'POST /ucet/heslo': signedIn,
  'GET /prihlaseni/poprve': justProved,
  'POST /prihlaseni/poprve': justProved,
  'POST /prihlaseni/poprve/ucet': justProved,
  'GET /ucet/email': citizens,
  'POST /ucet/email': citizens,
  'GET /ucet/email/odeslano': citizens,
  'GET /ucet/email/potvrzeni': citizens,
  'POST /ucet/email/potvrzeni': citizens,
  'GET /zmena-emailu/zpet': public_,
  'POST /zmena-emailu/zpet': public_,
  'GET /ucet/prihlaseni': signedIn,
  'POST /ucet/prihlaseni/ostatni': signedIn,
  'POST /ucet/prihlaseni/:signIn/konec': signedIn,
  'POST /prihlaseni/poprve/tento': justProved,
  'GET /prihlaseni/:provider': nobodyNamed,
  'GET /prihlaseni/:provider/navrat': nobodyNamed,
  'GET /prihlaseni/kod': justProved,
  'POST /prihlaseni/kod': justProved,
  'POST /prihlaseni/klic/vyzva': public_,
  'POST /prihlaseni/klic': public_,
  'GET /ucet/overeni': signedIn,
  'GET /ucet/overeni/aplikace': signedIn,
  'POST /ucet/overeni/aplikace': signedIn,
  'GET /ucet/overeni/kody': signedIn,
  'POST /ucet/overeni/vypnuti': signedIn,
  'POST /ucet/overeni/klice/vyzva': signedIn,
  'POST /ucet/overeni/klice': signedIn,
  'POST /ucet/overeni/klice/:key/odebrani': ownIdentity,
  'POST /prihlaseni/:provider/navrat': nobodyNamed,
  'GET /prihlaseni/identita-obcana/metadata': public_,
  'GET /prihlaseni/identita-obcana/odhlaseni': public_,
  'POST /prihlaseni/identita-obcana/odhlaseni': public_,
  'GET /odhlaseni/identita-obcana': public_,
  'GET /odhlaseni/identita-obcana/hotovo': public_,
  'GET /ucet/identity': citizens,
  'POST /ucet/identity/:provider/pripojeni': citizens,
  'POST /ucet/identity/:identity/odpojeni': ownIdentity,
  'GET /ucet/oznameni': signedIn,
  'POST /ucet/oznameni': signedIn,

  'GET /organizace': citizens,
  'GET /organizace/nova': citizens,
  'POST /organizace/nova': citizens,
  'GET /organizace/pozvanka': signedIn,
  'POST /organizace/pozvanka': signedIn,
  'GET /organizace/:organisation': ownOrganisation,
  'POST /organizace/:organisation/pozvanky': ownOrganisation,
  'POST /organizace/:organisation/pozvanky/:invitation/odvolani': ownOrganisation,
  'GET /organizace/:organisation/lide/:member': ownOrganisation,
  'POST /organizace/:organisation/lide/:member': ownOrganisation,
  'POST /organizace/:organisation/lide/:member/odebrani': ownOrganisation,

  'POST /jednam-za': citizens,

  'GET /ucet/zmocneni': citizens,
  'GET /ucet/zmocneni/nove': citizens,
  'POST /ucet/zmocneni/nove': citizens,
  'GET /ucet/zmocneni/plna-moc': citizens,
  'POST /ucet/zmocneni/plna-moc': citizens,
  'GET /ucet/zmocneni/pozvanka': signedIn,
  'POST /ucet/zmocneni/pozvanka': signedIn,
  'POST /ucet/zmocneni/pozvanka/odmitnuti': signedIn,
  'GET /ucet/zmocneni/:mandate': ownMandate,
  'GET /ucet/zmocneni/:mandate/plna-moc': ownMandate,
  'POST /ucet/zmocneni/:mandate/odvolani': givenMandate,
  'POST /ucet/zmocneni/:mandate/vypoved': heldMandate,
  'GET /ucet/vse': signedIn,
  'POST /ucet/vse': signedIn,
  'GET /ucet/zruseni': signedIn,
  'POST /ucet/zruseni': signedIn,
  'GET /ucet/totoznost': citizens,
  'POST /ucet/totoznost': citizens,
  'GET /urad/overeni-totoznosti': registry,
  'POST /urad/overeni-totoznosti': registry,
  'GET /urad/overeni-totoznosti/:account': registry,
  'POST /urad/overeni-totoznosti/:account': registry,
  'POST /urad/overeni-totoznosti/:account/odvolani': registry,

  'GET /podani/:draft': ownDraft,
  'GET /podani/:draft/:step': ownDraft,
  'POST /podani/:draft/:step': ownDraft,
  'POST /podani/:draft/:step/otazky': ownDraft,
  'GET /podani/:draft/prilohy': ownDraft,
  'POST /podani/:draft/prilohy/:slot': ownDraft,
  'GET /podani/:draft/prilohy/:attachment/soubor': ownDraft,
  'POST /podani/:draft/prilohy/:attachment/smazat': ownDraft,
  'GET /podani/:draft/souhrn': ownDraft,
  'POST /podani/:draft/odeslani': ownDraft,
  'GET /podani/:draft/potvrdit': ownDraft,
  'POST /podani/:draft/potvrdit': ownDraft,
  'POST /podani/:draft/potvrdit/prihlasenim': { ...ownDraft, ...askedToSignIn },
  'POST /podani/:draft/potvrdit/kod': ownDraft,
  'POST /podani/:draft/zmeny': ownDraft,
  'GET /podani/:draft/smazat': ownDraft,
  'POST /podani/:draft/smazat': ownDraft,

  'GET /moje': signedIn,
  'GET /pripady/:ref/nahledy': ownCase,
  'GET /pripady/:ref': ownCase,
  'GET /pripady/:ref/potvrzeni': ownCase,
  'GET /pripady/:ref/potvrzeni.pdf': ownCase,
  'POST /pripady/:ref/zpravy': ownCase,
  'GET /pripady/:ref/doplneni': ownCase,
  'POST /pripady/:ref/doplneni': ownCase,
  'POST /pripady/:ref/doplneni/otazky': ownCase,
  'POST /pripady/:ref/doplneni/prilohy/:slot': ownCase,
  'GET /pripady/:ref/doplneni/soubory/:id': ownCase,
  'GET /pripady/:ref/doplneni/souhrn': ownCase,
  'POST /pripady/:ref/doplneni/odeslani': ownCase,
  'GET /pripady/:ref/opravy/:correction/potvrzeni.pdf': ownCase,
  'GET /pripady/:ref/potvrdit': ownCase,
  'POST /pripady/:ref/potvrdit': ownCase,
  'POST /pripady/:ref/potvrdit/prihlasenim': { ...ownCase, ...askedToSignIn },
  'POST /pripady/:ref/potvrdit/kod': ownCase,
  'POST /pripady/:ref/potvrdit/dokonceni': ownCase,
  'GET /pripady/:ref/zpetvzeti': ownCase,
  'POST /pripady/:ref/zpetvzeti': ownCase,
  'POST /pripady/:ref/odvolani': ownCase,
  'GET /pripady/:ref/nahlednuti': ownCase,
  'POST /pripady/:ref/nahlednuti': ownCase,
  'GET /prilohy/:id': ownFile,
  'GET /stav': public_,
  'POST /stav': public_,
  'GET /overeni': public_,
  'POST /overeni': public_,

  'GET /urad': officers,
  'GET /urad/export.csv': worksCases,
  'GET /urad/export.xlsx': worksCases,
  'POST /urad/hromadne': worksCases,
  'GET /urad/hromadne/:run': colleagues,
  'POST /urad/pohledy': worksCases,
  'GET /urad/pohledy/:view': colleagues,
  'POST /urad/pohledy/:view/smazani': colleagues,
  'GET /urad/pripady/:ref': caseOfDepartment,
  'GET /urad/pripady/:ref/prilohy/:id': caseOfDepartment,
  'GET /urad/pripady/:ref/prilohy/:id/nahled': caseOfDepartment,
  'GET /urad/pripady/:ref/dalsi': caseOfDepartment,
  'GET /urad/pripady/:ref/predchozi': caseOfDepartment,
  'GET /urad/nahlednuti': caseWorkers,
  'POST /urad/nahlednuti': caseWorkers,
  'GET /urad/nahlednuti/:ref': looked,
  'GET /urad/nahlednuti/:ref/prilohy/:id': looked,
  'GET /urad/nahlednuti/:ref/prilohy/:id/nahled': looked,
  'GET /urad/zminky': officers,
  'GET /urad/ukoly': officers,
  'GET /urad/zkratky': officers,
  'POST /urad/pripady/:ref/pritomnost': caseOfDepartment,
  'POST /urad/pripady/:ref/prevzeti': caseOfDepartment,
  'POST /urad/pripady/:ref/vyrizovani': caseOfDepartment,
  'POST /urad/pripady/:ref/prideleni': caseOfDepartment,
  'POST /urad/pripady/:ref/rozhodnuti': caseOfDepartment,
  'POST /urad/pripady/:ref/uzavreni': caseOfDepartment,
  'POST /urad/pripady/:ref/ukoly': caseOfDepartment,
  'POST /urad/pripady/:ref/ukoly/vyjadreni': caseOfDepartment,
  'POST /urad/pripady/:ref/ukoly/zruseni': caseOfDepartment,
  'POST /urad/pripady/:ref/poznamky': caseOfDepartment,
  'POST /urad/pripady/:ref/souvislosti': caseOfDepartment,
  'POST /urad/pripady/:ref/souvislosti/zruseni': caseOfDepartment,
  'POST /urad/pripady/:ref/kroky': caseOfDepartment,
  'POST /urad/pripady/:ref/podjatost': caseOfDepartment,
  'POST /urad/pripady/:ref/vyzva': caseOfDepartment,
  'POST /urad/pripady/:ref/preruseni': caseOfDepartment,
  'POST /urad/pripady/:ref/pokracovani': caseOfDepartment,
  'POST /urad/pripady/:ref/prodlouzeni': caseOfDepartment,
  'POST /urad/pripady/:ref/postoupeni': caseOfDepartment,
  'POST /urad/pripady/:ref/zastaveni': caseOfDepartment,
  'POST /urad/pripady/:ref/odlozeni': caseOfDepartment,
  'POST /urad/pripady/:ref/potvrzeni': caseOfDepartment,
  'POST /urad/pripady/:ref/doruceni': caseOfDepartment,
  'POST /urad/pripady/:ref/vysledek-odvolani': caseOfDepartment,
  'POST /urad/pripady/:ref/zpravy': caseOfDepartment,
  'GET /urad/organizace': registry,
  'GET /urad/organizace/:membership': registry,
  'POST /urad/organizace/:membership/schvaleni': registry,
  'POST /urad/organizace/:membership/odebrani': registry,
  'POST /urad/organizace/:membership/zamitnuti': registry,
  'GET /urad/plne-moci': registry,
  'GET /urad/plne-moci/:mandate': registry,
  'GET /urad/plne-moci/:mandate/soubor': registry,
  'POST /urad/plne-moci/:mandate/prijeti': registry,
  'POST /urad/plne-moci/:mandate/odmitnuti': registry,
  'GET /urad/prehledy': officers,
  'GET /urad/prehledy.csv': officers,
  'GET /urad/schvalovani': officers,
  'GET /urad/pripady/:ref/dopisy/novy': caseOfDepartment,
  'POST /urad/pripady/:ref/dopisy/novy': caseOfDepartment,
  'GET /urad/pripady/:ref/dopisy/:letter': caseOfDepartment,
  'POST /urad/pripady/:ref/dopisy/:letter': caseOfDepartment,
  'POST /urad/pripady/:ref/dopisy/:letter/souhlas': caseOfDepartment,
  'POST /urad/pripady/:ref/dopisy/:letter/vraceni': caseOfDepartment,
  'POST /urad/pripady/:ref/dopisy/:letter/vydani': caseOfDepartment,
  'POST /urad/pripady/:ref/dopisy/:letter/soubor': caseOfDepartment,
  'GET /urad/nepritomnost': officers,
  'POST /urad/nepritomnost': officers,
  'GET /urad/nepritomnost/:absence': ownAbsence,
  'POST /urad/nepritomnost/:absence': ownAbsence,
  'POST /urad/nepritomnost/:absence/zruseni': ownAbsence,
  'POST /urad/pripady/:ref/sledovani': caseOfDepartment,

  'GET /sprava': admins,
  'GET /sprava/agendy': admins,
  'GET /sprava/agendy/nova': admins,
  'POST /sprava/agendy/nova': admins,
  'GET /sprava/agendy/import': admins,
  'POST /sprava/agendy/import': admins,
  'GET /sprava/agendy/archiv.json': admins,
  'GET /sprava/agendy/:slug': admins,
  'GET /sprava/agendy/:slug/rozdil': admins,
  'POST /sprava/agendy/:slug/zkouska': admins,
  'GET /sprava/agendy/:slug/verze/:number/zverejneni': admins,
  'POST /sprava/agendy/:slug/verze/:number/zverejneni/zruseni': admins,
  'POST /sprava/agendy/:slug/verze/:number/uprava': admins,
  'POST /sprava/agendy/:slug/verze/:number/obnova': admins,
  'POST /sprava/agendy/:slug/verze/:number/zahozeni': admins,
  'GET /sprava/agendy/:slug/verze/:number/dokument.json': admins,
  'POST /sprava/agendy/:slug/verze/:number/zverejneni': admins,
  'POST /sprava/agendy/:slug/verze/:number/stazeni': admins,
  'GET /sprava/agendy/:slug/navrh': admins,
  'POST /sprava/agendy/:slug/navrh/kroky': admins,
  'GET /sprava/agendy/:slug/navrh/kroky/:step': admins,
  'POST /sprava/agendy/:slug/navrh/kroky/:step': admins,
  'POST /sprava/agendy/:slug/navrh/kroky/:step/presun': admins,
  'POST /sprava/agendy/:slug/navrh/kroky/:step/kopie': admins,
  'GET /sprava/agendy/:slug/navrh/kroky/:step/smazani': admins,
  'POST /sprava/agendy/:slug/navrh/kroky/:step/smazani': admins,
  'POST /sprava/agendy/:slug/navrh/otazky': admins,
  'GET /sprava/agendy/:slug/navrh/otazky/:field': admins,
  'POST /sprava/agendy/:slug/navrh/otazky/:field': admins,
  'POST /sprava/agendy/:slug/navrh/otazky/:field/presun': admins,
  'POST /sprava/agendy/:slug/navrh/otazky/:field/kopie': admins,
  'POST /sprava/agendy/:slug/navrh/otazky/:field/typ': admins,
  'GET /sprava/agendy/:slug/navrh/otazky/:field/smazani': admins,
  'POST /sprava/agendy/:slug/navrh/otazky/:field/smazani': admins,
  'GET /sprava/agendy/:slug/navrh/nastaveni/:part': admins,
  'POST /sprava/agendy/:slug/navrh/nastaveni/:part': admins,
  'GET /sprava/agendy/:slug/navrh/podminky/:place': admins,
  'POST /sprava/agendy/:slug/navrh/podminky/:place': admins,
  'GET /sprava/agendy/:slug/navrh/jazyky': admins,
  'GET /sprava/agendy/:slug/navrh/nahled/:step': admins,
  'POST /sprava/agendy/:slug/navrh/nahled/:step': admins,
  'GET /sprava/posta': admins,
  'POST /sprava/posta/opakovani': admins,
  'POST /sprava/posta/:id/opakovani': admins,
  'POST /sprava/posta/:id/vzdani': admins,
  'GET /sprava/protokol': admins,
  'GET /sprava/dopisy': admins,
  'GET /sprava/dopisy/novy': admins,
  'POST /sprava/dopisy/novy': admins,
  'GET /sprava/dopisy/:template': admins,
  'POST /sprava/dopisy/:template': admins,
  'POST /sprava/dopisy/:template/odebrani': admins,
  'GET /sprava/odbory': admins,
  'GET /sprava/odbory/novy': admins,
  'POST /sprava/odbory/novy': admins,
  'GET /sprava/odbory/:department': admins,
  'POST /sprava/odbory/:department': admins,
  'POST /sprava/odbory/:department/presun': admins,
  'POST /sprava/odbory/:department/odebrani': admins,
  'GET /sprava/lide': admins,
  'GET /sprava/lide/novy': admins,
  'POST /sprava/lide/novy': admins,
  'GET /sprava/lide/:officer': admins,
  'POST /sprava/lide/:officer': admins,
  'POST /sprava/lide/:officer/opravneni/souhlas': admins,
  'POST /sprava/lide/:officer/opravneni/zamitnuti': admins,
  'POST /sprava/lide/:officer/druhe-overeni': admins,
  'GET /sprava/lide/:officer/odchod': admins,
  'POST /sprava/lide/:officer/odchod': admins,
  'POST /sprava/lide/:officer/navrat': admins,
  'GET /sprava/rozdelovani': admins,
  'GET /sprava/rozdelovani/:slug/:department': admins,
  'POST /sprava/rozdelovani/:slug/:department': admins,

  'GET /demo/posta': public_,
  'GET /demo/posta/:id': public_,
  'POST /demo/prihlaseni': nobodyNamed,

  'GET /healthz': public_,
  'GET /readyz': public_,
};

/** On, so that it can be linked; nobody is led there. */
const unreachable = { issuer: 'http://127.0.0.1:1', clientId: 'portal', clientSecret: 'secret' };
/** On, so that its routes are there. */
const nia = await niaAt('http://127.0.0.1:1');
const portal = await startPortal({ demo: true, demoProvider: unreachable, nia });
const scene = await buildScene(portal);
const table = routes(wire(portal.deps));
const key = ({ method, path }: Pick<Route, 'method' | 'path'>): string => `${method.toUpperCase()} ${path}`;

test('every route has a row, and every row a route', () => {
  expect(Object.keys(matrix).sort()).toEqual(table.map(key).sort());
});

describe.each(roles)('%s', role => {
  test.each(table.map(route => [key(route), route] as const))('%s', async (name, route) => {
    const visitor = await portal.visitor(role === 'guest' ? undefined : scene.people[role]);
    expect(await outcomeOf(visitor, route, { scene, role })).toBe(matrix[name]?.[role]);
  });
});

describe('a form without its token is refused, whoever sends it', () => {
  const posts = table
    .filter(({ method, isForeign }) => method === 'post' && !isForeign)
    .map(route => [key(route), route] as const);
  test.each(posts)('%s', async (name, route) => {
    const role = roles.find(candidate => matrix[name]?.[candidate] === 'in') ?? 'guest';
    const { agent } = await portal.visitor(role === 'guest' ? undefined : scene.people[role]);
    const request = agent.post(await scene.address(route.path, role));
    const forged = { _csrf: 'forged' };
    const { status } = await (route.readsMultipart ? request.field(forged) : request.type('form').send(forged));
    expect(status).toBe(403);
  });
});

test('forms of other sites come to where these prove themselves, and nowhere else', () => {
  expect(table.filter(({ isForeign }) => isForeign).map(key)).toEqual([
    'POST /prihlaseni/identita-obcana/odhlaseni',
    'POST /prihlaseni/:provider/navrat',
  ]);
});

async function outcomeOf(
  visitor: Visitor,
  route: Route,
  { scene, role }: { scene: Scene; role: Role },
): Promise<Outcome | number> {
  const path = await scene.address(route.path, role);
  const { agent } = visitor;
  const form = { _csrf: await visitor.token() };
  const { status, headers } = await (route.method === 'get'
    ? agent.get(path)
    : agent.post(path).type('form').send(form));
  if (status === 404) return 'none';
  if (status === 303 && String(headers.location).startsWith('/prihlaseni')) return 'signIn';
  // Past the guard and the scope, an empty form is invalid or leads on; both mean that the person was let in.
  return status < 500 && status !== 403 ? 'in' : status;
}
