import { randomBytes, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls';
import { load } from 'cheerio';
import express, { type Response } from 'express';
import { afterAll } from 'vitest';
import type { DataBoxGate } from '../../../src/config.ts';
import { queryText } from '../../../src/web/input.ts';
import { keyPair } from '../nia/settings.ts';

/** What ISDS knows of whoever sits at the browser: attributes by their names. */
export type DataBoxUser = Record<string, string>;

export interface DataBoxPeer {
  /** The settings of a portal that ISDS knows. */
  gate: DataBoxGate;
  /** The person who is there now; null turns back at the page. */
  user: DataBoxUser | null;
  /** Sessions it was asked about, in order. */
  asked: string[];
  /** What it does instead of answering about a session. */
  instead: ((res: Response, answer: string) => unknown) | null;
}

const atsId = 'PORTALHK';
export const namespace = 'http://agw-as.cz/ats-ws/v1';

/** The owner of a firm's box: its statutory representative. */
export function ownerOf(ico: string, changes: DataBoxUser = {}): DataBoxUser {
  return {
    dbID: 'ab3cd4e',
    dbType: 'PO',
    ic: ico,
    firmName: 'Pekárna U\u00a0Labe, s.r.o.',
    isdsID: 'UZ000123',
    userType: 'PRIMARY_USER',
    pnGivenNames: 'Jana',
    pnLastName: 'Nováková',
    ...changes,
  };
}

/**
 * ISDS on this machine, as its operating rules describe signing in for other systems: a page where people sign in (`/as/login`), which
 * sends them back with the name of a session, and a service that tells once, and only whoever has the registered certificate,
 * whose session it is (`authConfirmation`).
 */
export async function startIsds(
  returnTo = 'http://localhost:3000/prihlaseni/datova-schranka/navrat',
): Promise<DataBoxPeer> {
  const isds = join(import.meta.dirname, 'keys', 'isds');
  const [key, cert] = await Promise.all([readFile(`${isds}.key.pem`, 'utf8'), readFile(`${isds}.cert.pem`, 'utf8')]);
  setDefaultCACertificates([...getCACertificates('default'), cert]);
  const client = await keyPair('portal');
  const sessions = new Map<string, DataBoxUser>();

  const pages = express();
  pages.get('/as/login', (req, res) => {
    if (req.query['atsId'] !== atsId) {
      res.status(404).end();
      return;
    }
    const token = queryText(req, 'appToken');
    res.send(
      `<!doctype html><html lang="cs"><title>Přihlášení do datové schránky</title><h1>Datová schránka</h1>
      <form method="post" action="/as/login?appToken=${encodeURIComponent(token)}"><button>Přihlásit se do schránky</button></form></html>`,
    );
  });
  pages.post('/as/login', (req, res) => {
    const back = new URL(returnTo);
    const appToken = queryText(req, 'appToken');
    if (peer.user) {
      const sessionId = `S01-${randomBytes(24).toString('hex')}`;
      sessions.set(sessionId, { timeLimitedId: ` T01-${randomBytes(8).toString('hex')}`, appToken, ...peer.user });
      back.searchParams.set('sessionId', sessionId);
    }
    back.searchParams.set('appToken', appToken);
    res.redirect(302, back.href);
  });

  const service = express();
  service.use(express.text({ type: 'text/xml' }));
  service.post('/asws/atsEndpoint', (req, res) => {
    const { raw } = (req.socket as unknown as Pick<TLSSocket, 'getPeerCertificate'>).getPeerCertificate();
    const registered = new X509Certificate(client.certificate).raw;
    if (!(raw as Buffer | undefined)?.equals(registered)) {
      res.status(401).json({ status: 401, error: 'Unauthorized' });
      return;
    }
    const $ = load(String(req.body), { xml: true });
    const asked = $('[xmlns\\:ats]');
    const sessionId = asked.attr('xmlns:ats') === namespace ? asked.find('ats\\:sessionId').text() : '';
    peer.asked.push(sessionId);
    const user = sessions.get(sessionId);
    sessions.delete(sessionId);
    const answer = user ? answerOf('OK', user) : answerOf('SESSION_NOT_FOUND');
    if (peer.instead) peer.instead(res, answer);
    else res.type('text/xml').send(answer);
  });

  const login = await listening(createHttp(pages));
  const confirm = await listening(createHttps({ key, cert, requestCert: true, rejectUnauthorized: false }, service));
  const peer: DataBoxPeer = {
    gate: {
      atsId,
      loginUrl: `http://127.0.0.1:${login}/as/login`,
      confirmUrl: `https://127.0.0.1:${confirm}/asws/atsEndpoint`,
      client,
    },
    user: null,
    asked: [],
    instead: null,
  };
  return peer;
}

/** What the service answers; attributes are those of the person. */
export function answerOf(status: string, user: DataBoxUser = {}): string {
  const attributes = Object.entries(user).map(([name, value]) => `<m:attribute name="${name}" value="${value}"/>`);
  return (
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Header/><SOAP-ENV:Body>' +
    `<m:authConfirmationResponse xmlns:m="${namespace}"><m:status>${status}</m:status><m:userRequestIp>127.0.0.1</m:userRequestIp>` +
    `<m:attributes>${attributes.join('')}</m:attributes></m:authConfirmationResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>`
  );
}

async function listening(server: Server | ReturnType<typeof createHttps>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
