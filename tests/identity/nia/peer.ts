import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import samlp from 'samlp';
import { afterAll } from 'vitest';
import type { Nia } from '../../../src/config.ts';
import { back, here } from './addresses.ts';
import { entityId, idpEntityId, keyPair, niaAt, portalOrigin } from './settings.ts';

export const eidas = 'http://eidas.europa.eu/attributes/naturalperson/';

/** What Identita občana knows of whoever sits at the browser. */
export interface NiaPerson {
  nameId: string;
  sessionIndex: string;
  level: string;
  attributes: Record<string, string>;
}

export interface NiaPeer {
  /** The settings of a portal that knows this provider. */
  nia: Nia;
  /** The person who is there now; tests put another one in. */
  person: NiaPerson;
  /** Addresses of questions that came, the newest last. */
  asked: string[];
}

export const jana: NiaPerson = {
  nameId: 'CZ/CZ/4d7a6f0e',
  sessionIndex: '_session-1',
  level: 'http://eidas.europa.eu/LoA/substantial',
  attributes: {
    [`${eidas}PersonIdentifier`]: 'CZ/CZ/4d7a6f0e',
    [`${eidas}CurrentGivenName`]: 'Jana',
    [`${eidas}CurrentFamilyName`]: 'Nováková',
    [`${eidas}DateOfBirth`]: '1980-02-29',
    [`${eidas}CurrentAddress`]: Buffer.from(
      '<eidas:LocatorDesignator>408</eidas:LocatorDesignator>\r\n<eidas:Thoroughfare>Československé armády</eidas:Thoroughfare>\r\n' +
        '<eidas:PostName>Hradec Králové</eidas:PostName>\r\n<eidas:PostCode>50003</eidas:PostCode>',
    ).toString('base64'),
  },
};

/** A provider on 127.0.0.1 that speaks SAML 2.0 as Identita občana does: signed questions, signed and encrypted answers. */
export async function startNiaPeer(portalAt = portalOrigin): Promise<NiaPeer> {
  const [portal, provider] = [await keyPair('portal'), await keyPair('provider')];
  const [answerTo, signOutTo] = [portalAt + back, `${portalAt}${here}/odhlaseni`];
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const origin = `http://127.0.0.1:${address.port}`;
  const peer: NiaPeer = {
    person: jana,
    asked: [],
    nia: await niaAt(origin),
  };
  const signing = {
    issuer: idpEntityId,
    key: provider.key,
    cert: provider.certificate,
    signingCert: portal.certificate,
  };

  app.use(express.urlencoded({ extended: false }));
  app.get('/sso', (req, res, next) => {
    peer.asked.push(req.originalUrl);
    const { person } = peer;
    samlp.auth({
      ...signing,
      getUserFromRequest: () => person,
      profileMapper: () => ({
        getClaims: () => person.attributes,
        getNameIdentifier: () => ({
          nameIdentifier: person.nameId,
          nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
        }),
      }),
      getPostURL: (_audience: unknown, _question: unknown, _req: unknown, done: (error: null, url: string) => void) => {
        done(null, answerTo);
      },
      audience: entityId,
      recipient: answerTo,
      destination: answerTo,
      authnContextClassRef: person.level,
      sessionIndex: person.sessionIndex,
      signResponse: true,
      encryptionPublicKey: portal.certificate,
      encryptionCert: portal.certificate,
      encryptionAlgorithm: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc',
      disallowEncryptionWithInsecureAlgorithm: false,
      warnOnInsecureEncryptionAlgorithm: false,
    })(req, res, next);
  });

  // One flow of signing out at a time.
  const flows = new Map<string, object>();
  const store = {
    save: (_req: unknown, data: object, done: (error: null, id: string) => void) => {
      const id = `flow-${flows.size + 1}`;
      flows.set(id, data);
      done(null, id);
    },
    load: (_req: unknown, id: string, ...rest: unknown[]) => {
      (rest.at(-1) as (error: null, data?: object) => void)(null, flows.get(id));
    },
    update: (_req: unknown, id: string, data: object, done: (error: null) => void) => {
      flows.set(id, data);
      done(null);
    },
  };
  app.get('/slo', (req, res, next) => {
    const participant = {
      serviceProviderId: entityId,
      serviceProviderLogoutURL: signOutTo,
      nameId: peer.person.nameId,
      nameIdFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      sessionIndex: peer.person.sessionIndex,
      cert: portal.certificate,
    };
    const participants = [participant];
    req.body ??= {};
    samlp.logout({
      ...signing,
      deflate: true,
      protocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
      destination: signOutTo,
      store,
      sessionParticipants: {
        get: (_issuer: unknown, _indexes: unknown, _name: unknown, done: (error: null, found?: object) => void) => {
          done(null, participant);
        },
        getFirst: (done: (error: null, found?: object) => void) => {
          done(null, participants[0]);
        },
        hasElements: () => participants.length > 0 && !(req.query.SAMLResponse ?? false),
        remove: (_issuer: unknown, _index: unknown, _name: unknown, done: (error: null) => void) => {
          participants.length = 0;
          done(null);
        },
      },
    })(req, res, next);
  });
  return peer;
}
