import { Browser } from '../browser.ts';
import type { City } from './two-cities.ts';

/** What somebody sees. */
export interface Page {
  browser: Browser;
  path: string;
}

const office = 'hradeckralove.example';

/** The pages that show cases, by the name of their figure: of a clerk, of the head of the department, of the registry. */
export async function pagesOf({ origin }: City): Promise<Record<string, Record<string, Page>>> {
  const clerk = await Browser.signedIn(origin, `marie.dvorakova@${office}`);
  const head = await Browser.signedIn(origin, `tomas.prochazka@${office}`);
  const registry = await Browser.signedIn(origin, `podatelna@${office}`);
  const citizen = await Browser.signedIn(origin, 'jana.novakova@example.cz');
  const page =
    (browser: Browser) =>
    (path: string): Page => ({ browser, path });
  const [ofClerk, ofHead, ofRegistry, ofCitizen] = [clerk, head, registry, citizen].map(page);
  if (!ofClerk || !ofHead || !ofRegistry || !ofCitizen) throw new Error('nobody signed in');
  const further = await linkOn(registry, '/urad?pohled=vse', /href="([^"]+)" rel="next"/);
  const desk = await linkOn(clerk, '/urad?pohled=moje', /href="(\/urad\/pripady\/[^"/]+)"/);
  const filing = await linkOn(citizen, '/moje', /href="(\/pripady\/[^"/]+)"/);
  const known = desk.split('/').at(-1)?.split('-')[1] ?? '';
  return {
    'inbox-growth': {
      own: ofClerk('/urad?pohled=moje'),
      department: ofClerk('/urad?pohled=odbor'),
      unassigned: ofClerk('/urad?pohled=neprirazene'),
      week: ofHead('/urad?pohled=tyden'),
      overdue: ofHead('/urad?pohled=po-terminu'),
      answered: ofRegistry('/urad?pohled=odpovedel'),
      awaiting: ofHead('/urad?pohled=ceka'),
      watched: ofClerk('/urad?pohled=sledovane'),
      'own-by-changes': ofClerk('/urad?pohled=moje&razeni=-zmena'),
      'department-newest': ofClerk('/urad?pohled=odbor&razeni=-podani'),
      'department-agenda': ofClerk('/urad?pohled=odbor&agenda=ohlaseni-psa'),
      'department-state': ofClerk('/urad?pohled=odbor&stav=prerusene'),
      'department-closed': ofClerk('/urad?pohled=odbor&stav=uzavrene&razeni=-zmena'),
      office: ofRegistry('/urad?pohled=vse'),
      'office-unassigned': ofRegistry('/urad?pohled=neprirazene'),
      'office-overdue': ofRegistry('/urad?pohled=po-terminu'),
      'office-awaiting': ofRegistry('/urad?pohled=ceka'),
      'office-agenda': ofRegistry('/urad?pohled=vse&agenda=vitani-obcanku'),
      'office-department': ofRegistry('/urad?pohled=vse&odbor=dotaci'),
      'office-closed': ofRegistry('/urad?pohled=vse&stav=uzavrene&razeni=znacka'),
      'second-page': ofRegistry(further),
    },
    'search-growth': {
      reference: ofRegistry(search(known)),
      'rare-word': ofRegistry(search('Šimanvec')),
      'common-name': ofRegistry(search('Novák')),
      'common-name-of-department': ofClerk(search('Novák')),
      'mistyped-name': ofClerk(search('Novvák')),
      'whole-name': ofRegistry(search('Jana Nováková')),
      'two-common-words': ofClerk(search('poplatek Svoboda')),
      'word-of-all': ofClerk(search('psa')),
      nothing: ofClerk(search('neexistuje')),
      'within-a-list': ofClerk('/urad?pohled=odbor&hledat=Novák'),
      'common-within-a-list': ofClerk('/urad?pohled=odbor&hledat=psa'),
    },
    'case-growth': {
      desk: ofClerk(desk),
      filing: ofCitizen(filing),
      filings: ofCitizen('/moje'),
    },
  };
}

function search(words: string): string {
  return `/urad?pohled=hledani&hledat=${encodeURIComponent(words)}`;
}

async function linkOn(browser: Browser, path: string, link: RegExp): Promise<string> {
  const { html } = await browser.get(path);
  const href = link.exec(html)?.[1];
  if (href === undefined) throw new Error(`${path} has no ${link.source}`);
  return href.replaceAll('&amp;', '&');
}
