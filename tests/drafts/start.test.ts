import { describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import { createCitizen } from '../support/factories.ts';
import { begin, draftId } from './walk.ts';

const portal = await startPortal();

describe('before a form begins', () => {
  it('a guest reads what to have at hand, and that the account can wait', async () => {
    const visitor = await portal.visitor();
    const page = await visitor.get('/sluzby/ohlaseni-psa/podat');
    expect(page.status).toBe(200);
    expect(page.$('h1').text()).toBe('Než začnete');
    expect(page.text).toContain('číslo čipu');
    expect(page.text).toContain('Začít můžete hned');
    expect(page.$('a[href^="/prihlaseni?zpet="]').length).toBe(1);
  });

  it('a guest may begin any agenda', async () => {
    const visitor = await portal.visitor();
    const page = await begin(visitor, 'ohlaseni-psa');
    expect(page.status).toBe(200);
    expect(page.path).toMatch(/^\/podani\/[0-9a-f-]{36}\/holder$/);
    expect(page.$('h1').text()).toBe('Kdo psa drží');
    expect(page.text).toMatch(/Krok 1 z \d/);
  });

  it('what the account knows is filled in already', async () => {
    const jana = await createCitizen(portal.deps, 'Jana Nováková');
    const visitor = await portal.visitor(jana);
    const page = await begin(visitor, 'ohlaseni-psa');
    expect(page.$('input[name=holderName]').val()).toBe('Jana Nováková');
    const contact = await visitor.get(page.path.replace('holder', 'contact'));
    expect(contact.$('input[name=email]').val()).toBe(jana.email);
  });

  it('a draft already begun is offered, to a guest and to an account', async () => {
    for (const visitor of [await portal.visitor(), await portal.visitor(await createCitizen(portal.deps))]) {
      const begun = await begin(visitor, 'ohlaseni-psa');
      const page = await visitor.get('/sluzby/ohlaseni-psa/podat');
      const resume = page.$(`a[href="/podani/${draftId(begun)}"]`);
      expect(resume.text()).toContain('Pokračovat');
      expect((await visitor.get(resume.attr('href') ?? '')).path).toBe(begun.path);
    }
  });

  it('nobody is offered the drafts of others', async () => {
    await begin(await portal.visitor(), 'ohlaseni-psa');
    const page = await (await portal.visitor()).get('/sluzby/ohlaseni-psa/podat');
    expect(page.$('a[href^="/podani/"]').length).toBe(0);
  });

  it('an agenda that does not exist is not found', async () => {
    const page = await (await portal.visitor()).get('/sluzby/neni/podat');
    expect(page.status).toBe(404);
  });

  it('a form without a token begins nothing', async () => {
    const visitor = await portal.visitor();
    const page = await visitor.post('/sluzby/ohlaseni-psa/podat', {});
    expect(page.status).toBe(403);
  });
});
