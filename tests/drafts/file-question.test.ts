import { describe, expect, it } from 'vitest';
import { samples } from '../attachments/samples.ts';
import { startPortal } from '../support/app.ts';
import type { Page, Visitor } from '../support/visitor.ts';
import { offerAgenda } from './offer-agenda.ts';
import { storedFiles } from './stored-files.ts';
import { alerts, begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();
const slug = await offerAgenda(portal, [
  {
    id: 'proof',
    title: 'Doklady',
    fields: [
      { type: 'text', id: 'before', label: 'Před' },
      { type: 'file', id: 'photo', label: 'Fotka', formats: ['jpg'], maxMegabytes: 1 },
      { type: 'text', id: 'after', label: 'Za' },
    ],
  },
]);

interface Place {
  visitor: Visitor;
  page: Page;
}

async function atStep(): Promise<Place> {
  const visitor = await portal.visitor();
  const first = await begin(visitor, slug);
  return { visitor, page: await visitor.submit(first, { fields: { name: 'Jana', email: 'jana@example.cz' } }) };
}

const typed = { before: 'první', after: 'druhé' };
const photo = (content: Buffer = samples.jpg) => ({ field: 'photo', content, filename: 'strom.jpg' });
/** As browsers do it: the token first, the file in its place among the boxes. */
async function send({ visitor, page }: Place, { button, content }: { button: string; content?: Buffer }) {
  const token = page.$('input[name=_csrf]').val() as string;
  let request = visitor.agent.post(page.path).field('_csrf', token).field('before', typed.before);
  if (content) request = request.attach('photo', content, 'strom.jpg');
  const answer = await request.field('after', typed.after).field(button, 'photo');
  return { status: answer.status, location: answer.headers['location'] };
}

describe('a question answered by a file', () => {
  it('takes the file with everything else that was typed', async () => {
    const place = await atStep();
    const { status, location } = await send(place, { button: '_nahrat', content: samples.jpg });
    expect([status, location]).toEqual([303, `${place.page.path}#photo-slot`]);
    const page = await place.visitor.get(place.page.path);
    expect(page.$('#photo-slot').text()).toContain('strom.jpg');
    expect([page.$('#before').val(), page.$('#after').val()]).toEqual(['první', 'druhé']);
    expect(alerts(page)).toContain('Soubor je nahraný.');
    expect(alerts(page)).not.toContain('strom.jpg');
  });

  it('takes it also when the person presses the button that leads on', async () => {
    const place = await atStep();
    const next = await place.visitor.submit(place.page, { fields: typed, file: photo() });
    expect(next.path).toBe(`${draftOf(place.page)}/souhrn`);
    expect(next.text).toContain('strom.jpg');
    expect(next.$('a[href$="/proof?zpet=souhrn#photo-slot"]').length).toBe(1);
  });

  it.each<[string, Buffer, string]>([
    ['of another format', samples.pdf, 'Nahrajte JPG'],
    ['that is empty', Buffer.alloc(0), 'prázdný'],
    ['too big', Buffer.concat([samples.jpg, Buffer.alloc(3_000_000)]), 'větší než'],
  ])('refuses one %s, and keeps what was typed before and behind it', async (_what, content, message) => {
    const place = await atStep();
    const stored = await storedFiles(portal.deps);
    const { status } = await send(place, { button: '_nahrat', content });
    expect(status).toBe(400);
    const refused = await place.visitor.submit(place.page, { fields: typed, file: photo(content) });
    expect(refused.status).toBe(400);
    expect(alerts(refused)).toContain(message);
    expect(refused.$('.govuk-error-summary a').attr('href')).toBe('#photo');
    const page = await place.visitor.get(place.page.path);
    expect([page.$('#before').val(), page.$('#after').val()]).toEqual(['první', 'druhé']);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('that is required is told on continuing, and stands in the way on the summary', async () => {
    const { visitor, page } = await atStep();
    const refused = await visitor.submit(page, { fields: typed });
    expect(refused.status).toBe(400);
    expect(alerts(refused)).toContain('Nahrajte soubor „Fotka“');
    const summary = await visitor.get(`${draftOf(page)}/souhrn`);
    expect(summary.$('#chybi').text()).toContain('Doklady');
    expect(summary.$('main form[action$="/odeslani"]').length).toBe(0);
  });

  it('is taken alone for a script, which gets the step back', async () => {
    const { visitor, page } = await atStep();
    const token = page.$('input[name=_csrf]').val() as string;
    const action = page.$('#photo-slot').attr('data-upload') ?? '';
    const file = { field: 'file', content: samples.jpg, filename: 'strom.jpg' };
    const back = await visitor.upload(action, [['_csrf', token]], file);
    expect(back.path).toBe(page.path);
    expect(back.$('#photo-slot').text()).toContain('strom.jpg');
  });

  it('lets go of its file, and saves what was typed meanwhile', async () => {
    const { visitor, page } = await atStep();
    await visitor.submit(page, { fields: typed, file: photo() });
    const [row] = await portal.db.attachment.findMany({ where: { draftId: draftId(page) } });
    const full = await visitor.get(page.path);
    const left = await visitor.submit(full, { fields: { before: 'třetí', _odebratSoubor: row?.id ?? '' } });
    expect(left.$('#photo').is('input[type=file]')).toBe(true);
    expect(left.$('#before').val()).toBe('třetí');
    expect(await portal.db.attachment.count({ where: { draftId: draftId(page) } })).toBe(0);
  });

  it('lets go of nothing when what it is asked to let go of is no file of it', async () => {
    const { visitor, page } = await atStep();
    await visitor.submit(page, { fields: typed, file: photo() });
    const full = await visitor.get(page.path);
    for (const _odebratSoubor of ['x', '', "'", '00000000-0000-4000-8000-000000000000']) {
      const left = await visitor.submit(full, { fields: { before: 'třetí', _odebratSoubor } });
      expect(left.status).toBe(200);
      expect(left.$('#photo-slot').text()).toContain('strom.jpg');
      expect(left.$('#before').val()).toBe('třetí');
    }
  });

  it('has no place among the attachments', async () => {
    const { visitor, page } = await atStep();
    expect((await visitor.get(`${draftOf(page)}/prilohy`)).path).not.toContain('prilohy');
  });

  it('is filed with the case', async () => {
    const { visitor, page } = await atStep();
    const summary = await visitor.submit(page, { fields: typed, file: photo() });
    const receipt = await visitor.submit(summary, { form: 'main form[action$="/odeslani"]' });
    expect(receipt.path).toMatch(/potvrzeni$/);
    expect(receipt.text).toContain('strom.jpg');
  });

  it.each<[string, number, (token: string) => [string, string][]]>([
    ['no token', 403, () => []],
    ['a made-up token', 403, () => [['_csrf', 'a.b']]],
    [
      'nested names',
      400,
      token => [
        ['_csrf', token],
        ['a[b][c]', '1'],
      ],
    ],
    [
      'more typed than anybody types',
      400,
      token => [
        ['_csrf', token],
        ['before', 'x'.repeat(400_000)],
      ],
    ],
  ])('takes nothing from a form with %s', async (_what, status, fields) => {
    const { visitor, page } = await atStep();
    const stored = await storedFiles(portal.deps);
    const token = page.$('input[name=_csrf]').val() as string;
    expect((await visitor.upload(page.path, fields(token), photo())).status).toBe(status);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('keeps nothing of a form whose token comes again behind the file', async () => {
    const { visitor, page } = await atStep();
    const stored = await storedFiles(portal.deps);
    const token = page.$('input[name=_csrf]').val() as string;
    const answer = await visitor.agent
      .post(page.path)
      .field('_csrf', token)
      .attach('photo', samples.jpg, 'strom.jpg')
      .field('_csrf', token);
    expect(answer.status).toBe(403);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it.each<[string, Buffer | undefined]>([
    ['', undefined],
    [' behind a file', samples.jpg],
  ])('answers a form too long as a whole%s with a page, and keeps nothing of it', async (_where, content) => {
    const { visitor, page } = await atStep();
    const stored = await storedFiles(portal.deps);
    const request = visitor.agent.post(page.path).field('_csrf', page.$('input[name=_csrf]').val() as string);
    if (content) request.attach('photo', content, 'strom.jpg');
    for (let row = 0; row < 12; row += 1) request.field(`more${row}`, 'x'.repeat(250_000));
    const answer = await request;
    expect([answer.status, answer.text]).toEqual([413, expect.stringContaining('To je moc velké')]);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('says why it refuses a form also when a big file was on its way', async () => {
    const { visitor, page } = await atStep();
    const big = Buffer.concat([samples.jpg, Buffer.alloc(6_000_000)]);
    const refused = await visitor.upload(page.path, [['_csrf', 'a.b']], photo(big));
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining('už neplatí')]);
  });

  it('takes no file for a question that is not there', async () => {
    const { visitor, page } = await atStep();
    const token = page.$('input[name=_csrf]').val() as string;
    const refused = await visitor.upload(page.path, [['_csrf', token]], { ...photo(), field: 'before' });
    expect(refused.status).toBe(400);
  });
});
