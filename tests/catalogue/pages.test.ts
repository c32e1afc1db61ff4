import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';

const portal = await startPortal();
const guest = () => portal.visitor();

describe('home', () => {
  it('asks one question and offers the ways to answer it', async () => {
    const page = await (await guest()).get('/');
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Co potřebujete vyřídit?');
    expect(page.$('form[role=search] input[name=hledat]').length).toBe(1);
    expect(page.$('a[href="/sluzby?situace=zvirata"]').text()).toBe('Zvířata');
    expect(page.$('main a[href="/stav"]').length).toBe(1);
    expect(page.$('main a[href="/sluzby?pro=firma"]').length).toBe(1);
    expect(page.$('main a[href^="/sluzby/"]').length).toBeGreaterThan(0);
  });

  it('offers no area in which there is nothing', async () => {
    const visitor = await guest();
    const page = await visitor.get('/');
    for (const link of page.$('main a[href^="/sluzby?situace="]').toArray()) {
      const area = await visitor.get(page.$(link).attr('href') ?? '');
      expect(area.$('.link-list__item').length).toBeGreaterThan(0);
    }
  });
});

describe('services', () => {
  const found = async (query: string) => {
    const page = await (await guest()).get(`/sluzby?${query}`);
    expect(page.status).toBe(200);
    return page
      .$('.link-list__link')
      .toArray()
      .map(link => page.$(link).attr('href'));
  };

  it.each(['hledat=pes', 'hledat=PSA', 'hledat=ohlaseni', 'hledat=stene', 'hledat=ohlašeni+psa'])(
    '%s finds the dog',
    async query => {
      expect((await found(query))[0]).toBe('/sluzby/ohlaseni-psa');
    },
  );

  it('are narrowed down by area and audience', async () => {
    const all = await found('');
    const area = await found('situace=zvirata');
    expect(area).toContain('/sluzby/ohlaseni-psa');
    expect(area.length).toBeLessThan(all.length);
    expect((await found('pro=obcan')).length).toBeGreaterThan(0);
  });

  it.each(['pro=nikdo', 'situace=neni', 'pro=obcan&pro=firma', 'hledat=&situace='])(
    'take %s in their stride',
    async query => {
      expect((await found(query)).length).toBeGreaterThan(0);
    },
  );

  it('that are not there are answered with help', async () => {
    const page = await (await guest()).get('/sluzby?hledat=kryptom%C4%9Bna');
    expect(page.text).toContain('Takovou službu jsme nenašli');
    expect(page.$('input[name=hledat]').val()).toBe('kryptoměna');
    expect(page.$('main a[href="/sluzby"]').length).toBeGreaterThan(0);
  });

  it('found elsewhere are offered when the area has none', async () => {
    const page = await (await guest()).get('/sluzby?hledat=pes&situace=doprava-a-parkovani');
    expect(page.text).toContain('Možná hledáte');
    expect(page.$('.link-list__link').first().attr('href')).toBe('/sluzby/ohlaseni-psa');
  });

  it('show what was typed as text', async () => {
    const page = await (await guest()).get(`/sluzby?hledat=${encodeURIComponent('"><script>x</script>')}`);
    expect(page.$('main script').length).toBe(0);
    expect(page.$('input[name=hledat]').val()).toBe('"><script>x</script>');
  });
});

describe('an agenda', () => {
  it('says everything one needs before filing, the law last', async () => {
    const page = await (await guest()).get('/sluzby/ohlaseni-psa');
    const headings = page
      .$('main h2')
      .toArray()
      .map(heading => page.$(heading).text());
    expect(headings).toEqual([
      'Kdo může podat',
      'Co si připravit',
      'Jak dlouho to trvá',
      'Kolik to stojí',
      'Musím někam jít?',
      'Podle jakých předpisů',
      'In English',
      'Українською',
      'Potřebujete poradit?',
    ]);
    expect(page.text).toContain('Odbor rozpočtu a financí');
    expect(page.$('main a[href^="tel:+420"]').length).toBe(1);
    expect(page.text).toContain('Po, St');
    expect(page.$('.button--primary').length).toBe(1);
    expect(page.$('.button--primary').attr('href')).toBe('/sluzby/ohlaseni-psa/podat');
  });

  it('that needs a visit says what to bring, and what only some have to', async () => {
    const page = await (await guest()).get('/sluzby/cestovni-pas');
    const items = page
      .$('section[aria-labelledby="navsteva"] li')
      .toArray()
      .map(item => page.$(item).text().replaceAll('\u00a0', ' ').trim());
    expect(items).toContain('svůj občanský průkaz');
    expect(items).toContain('dosavadní cestovní pas (jen někdy)');
  });

  it('says in other languages what it is, marked as such for screen readers', async () => {
    const page = await (await guest()).get('/sluzby/ohlaseni-psa');
    expect(page.$('[lang="en"]').text()).toContain('The form is in Czech');
    expect(page.$('[lang="uk"] h2').text()).toBe('Українською');
  });

  it('is found by its English name', async () => {
    const page = await (await guest()).get('/sluzby?hledat=passport');
    expect(page.$('.link-list__link').first().attr('href')).toBe('/sluzby/cestovni-pas');
  });

  it.each(['/sluzby/neni', '/sluzby/__proto__', '/sluzby/%00', `/sluzby/${'x'.repeat(300)}`])(
    '%s is not found',
    async path => {
      expect([400, 404]).toContain((await (await guest()).get(path)).status);
    },
  );
});

describe('texts', () => {
  it('the accessibility statement names the act, the way to complain and who oversees it', async () => {
    const page = await (await guest()).get('/pristupnost');
    expect(page.text.replaceAll('\u00a0', ' ')).toContain('zákona č. 99/2019 Sb.');
    expect(page.text).toContain('Digitální a informační agentura');
    expect(page.$('main a[href^="mailto:"]').length).toBe(1);
  });

  it('the page on privacy names the ground, the time and the rights', async () => {
    const page = await (await guest()).get('/soukromi');
    expect(page.text).toContain('čl. 6 odst. 1');
    expect(page.text).toContain('30 dní');
    expect(page.text).toContain('Úřadu pro ochranu osobních údajů');
  });
});

describe('pages kept in memory', () => {
  it('are the same for every guest, and a browser asks only whether they have changed', async () => {
    const [one, two] = [await guest(), await guest()];
    const first = await one.agent.get('/sluzby/ohlaseni-psa');
    const second = await two.agent.get('/sluzby/ohlaseni-psa');
    expect(second.text).toBe(first.text);
    expect(second.headers['set-cookie']).toBeUndefined();
    const third = await two.agent.get('/sluzby/ohlaseni-psa').set('If-None-Match', String(second.headers['etag']));
    expect(third.status).toBe(304);
  });

  it('are kept by the address of our links alone, however often somebody writes it otherwise', async () => {
    const visitor = await guest();
    const before = made('/soukromi');
    for (let i = 0; i < 3; i += 1) expect((await visitor.get('/SOUKROMI')).status).toBe(200);
    expect(made('/soukromi') - before).toBe(3);
  });

  it('are no pages of people who are signed in, and theirs are nobody else’s', async () => {
    const citizen = await portal.visitor(await createCitizen(portal.deps, 'Božena Němcová'));
    const before = await (await guest()).get('/');
    const own = await citizen.get('/');
    expect(own.html).toContain('Božena Němcová');
    const after = await (await guest()).get('/');
    expect(after.html).not.toContain('Božena Němcová');
    expect(after.html).toBe(before.html);
  });

  it('follow a change that any process announces', async () => {
    const visitor = await guest();
    expect((await visitor.get('/sluzby/zadost-o-informace')).status).toBe(200);
    await withdraw('zadost-o-informace');
    await expect.poll(async () => (await visitor.get('/sluzby/zadost-o-informace')).status).toBe(404);
    const page = await visitor.get('/sluzby/zadost-o-informace');
    expect(page.text).toContain('teď online nenabízíme');
    expect((await visitor.get('/sluzby?hledat=informace+106')).html).not.toContain('/sluzby/zadost-o-informace');
    expect((await visitor.get('/sluzby/zadost-o-informace/podat')).status).toBe(404);
  });
});

/** How many requests came as far as the route; what is kept is sent before. */
function made(route: string): number {
  return portal.log().split(`"route":"${route}"`).length - 1;
}

async function withdraw(slug: string): Promise<void> {
  await portal.db.agendaVersion.updateMany({
    where: { status: 'published', agenda: { slug } },
    data: { status: 'withdrawn', withdrawnAt: new Date() },
  });
  await portal.db.$executeRaw`NOTIFY catalogue_changed`;
}
