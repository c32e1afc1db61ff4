import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { startPortal } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';
import { samples } from '../attachments/samples.ts';
import { storedFiles } from './stored-files.ts';
import { begin, draftId, draftOf } from './walk.ts';

const portal = await startPortal();
const server = portal.app.listen(0, '127.0.0.1');
afterAll(() => new Promise(resolve => server.close(resolve)));

interface Place {
  visitor: Visitor;
  id: string;
  path: string;
  token: string;
}

async function atSlot(): Promise<Place> {
  const visitor = await portal.visitor();
  const first = await begin(visitor, 'zadost-o-informace');
  const token = first.$('input[name=_csrf]').val() as string;
  return { visitor, id: draftId(first), path: `${draftOf(first)}/prilohy/annex`, token };
}

const boundary = 'hranice';
const type = `multipart/form-data; boundary=${boundary}`;

function field(name: string, value: string): Buffer {
  return Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
}

function file(name: string, filename: string, content = samples.pdf): Buffer {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: application/pdf\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')]);
}

const end = Buffer.from(`--${boundary}--\r\n`);
const body = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, end]);

type Attack = { type?: string; body: (token: string) => Buffer; status: number };

const attacks: Record<string, Attack> = {
  'no boundary': {
    type: 'multipart/form-data',
    body: t => body(field('_csrf', t), file('file', 'a.pdf')),
    status: 400,
  },
  'a wrong boundary': { type: `${type}x`, body: t => body(field('_csrf', t), file('file', 'a.pdf')), status: 400 },
  'nothing at all': { body: () => Buffer.alloc(0), status: 400 },
  'an end that never comes': { body: t => Buffer.concat([field('_csrf', t), file('file', 'a.pdf')]), status: 400 },
  'a file cut in half': {
    body: t =>
      Buffer.concat([
        field('_csrf', t),
        file('file', 'a.pdf', Buffer.concat([samples.pdf, Buffer.alloc(200_000)])),
      ]).subarray(0, 150_000),
    status: 400,
  },
  'two files': { body: t => body(field('_csrf', t), file('file', 'a.pdf'), file('file', 'b.pdf')), status: 400 },
  'a file in another field': { body: t => body(field('_csrf', t), file('other', 'a.pdf')), status: 400 },
  'a second file in another field': {
    body: t => body(field('_csrf', t), file('file', 'a.pdf'), file('x', 'b.pdf')),
    status: 400,
  },
  'the token doubled': { body: t => body(field('_csrf', t), field('_csrf', t), file('file', 'a.pdf')), status: 403 },
  'the token again behind the file': {
    body: t => body(field('_csrf', t), file('file', 'a.pdf'), field('_csrf', t)),
    status: 403,
  },
  'the token after the file': { body: t => body(file('file', 'a.pdf'), field('_csrf', t)), status: 403 },
  'no token': { body: () => body(file('file', 'a.pdf')), status: 403 },
  'a made-up token': { body: () => body(field('_csrf', 'a.b'), file('file', 'a.pdf')), status: 403 },
  'a huge field name': {
    body: t => body(field('_csrf', t), field('x'.repeat(5000), '1'), file('file', 'a.pdf')),
    status: 400,
  },
  'a huge field name after the file': {
    body: t => body(field('_csrf', t), file('file', 'a.pdf'), field('x'.repeat(5000), '1')),
    status: 400,
  },
  'a huge field value': {
    body: t => body(field('_csrf', t), field('x', '1'.repeat(100_000)), file('file', 'a.pdf')),
    status: 400,
  },
  'a thousand fields': {
    body: t =>
      body(field('_csrf', t), ...Array.from({ length: 1000 }, (_, i) => field(`f${i}`, '1')), file('file', 'a.pdf')),
    status: 400,
  },
  'nested field names': {
    body: t => body(field('_csrf', t), field('a[b][c][d]', '1'), file('file', 'a.pdf')),
    status: 400,
  },
  'a null byte in the file name': { body: t => body(field('_csrf', t), file('file', 'a\0.pdf')), status: 400 },
  'a file name of the prototype': { body: t => body(field('_csrf', t), file('__proto__', 'a.pdf')), status: 400 },
  'the file sent as text': { body: t => body(field('_csrf', t), field('file', '%PDF-1.7')), status: 400 },
  'a form that is not multipart': {
    type: 'application/x-www-form-urlencoded',
    body: t => Buffer.from(`_csrf=${encodeURIComponent(t)}&file=x`),
    status: 400,
  },
  JSON: { type: 'application/json', body: t => Buffer.from(JSON.stringify({ _csrf: t, file: 'x' })), status: 403 },
};

describe('an upload no form of ours makes is refused with a page, and nothing stays', () => {
  it.each(Object.entries(attacks))('%s', async (_what, attack) => {
    const { visitor, id, path, token } = await atSlot();
    const stored = await storedFiles(portal.deps);
    const request = visitor.agent.post(path).set('Content-Type', attack.type ?? type);
    const sent = attack.body(token);
    const response = await request.send(attack.type?.startsWith('application/') ? sent.toString() : sent);
    expect(response.status).toBe(attack.status);
    expect(response.text).toContain('<h1');
    expect(await storedFiles(portal.deps)).toEqual(stored);
    expect(await portal.db.attachment.count({ where: { draftId: id } })).toBe(0);
  });

  it('a slot the agenda does not have', async () => {
    const { visitor, path, token } = await atSlot();
    const request = visitor.agent.post(path.replace('annex', 'neni')).set('Content-Type', type);
    const response = await request.send(body(field('_csrf', token), file('file', 'a.pdf')));
    expect(response.status).toBe(404);
  });

  it("somebody else's draft", async () => {
    const { path } = await atSlot();
    const stranger = await portal.visitor();
    const token = await stranger.token();
    const stored = await storedFiles(portal.deps);
    const request = stranger.agent.post(path).set('Content-Type', type);
    const response = await request.send(body(field('_csrf', token), file('file', 'a.pdf')));
    expect(response.status).toBe(404);
    expect(await storedFiles(portal.deps)).toEqual(stored);
  });

  it('a connection that breaks in the middle of a file', async () => {
    const { visitor, id, path, token } = await atSlot();
    const stored = await storedFiles(portal.deps);
    const content = Buffer.concat([
      field('_csrf', token),
      file('file', 'a.pdf', Buffer.concat([samples.pdf, Buffer.alloc(500_000)])),
    ]);
    await breakOff(path, await cookiesOf(visitor), content);
    // The partial file was there; wait until the portal has cleaned up after it.
    await expect.poll(() => storedFiles(portal.deps), { timeout: 5000 }).toEqual(stored);
    expect(await portal.db.attachment.count({ where: { draftId: id } })).toBe(0);
  });
});

async function cookiesOf(visitor: Visitor): Promise<string> {
  const response = await visitor.agent.get('/');
  const sent: unknown = response.request.cookies;
  return typeof sent === 'string' ? sent : '';
}

/** Sends half of what it has promised, waits until it lies in the store, and hangs up. */
async function breakOff(path: string, cookies: string, content: Buffer): Promise<void> {
  const before = await storedFiles(portal.deps);
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  await once(socket, 'connect');
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: localhost',
    `Cookie: ${cookies}`,
    `Content-Type: ${type}`,
    'Content-Length: 1000000',
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  socket.write(content);
  await expect.poll(() => storedFiles(portal.deps), { timeout: 5000 }).not.toEqual(before);
  socket.destroy();
}
