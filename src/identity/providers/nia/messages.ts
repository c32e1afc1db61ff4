import { SAML } from '@node-saml/passport-saml';
import { signXml } from '@node-saml/node-saml/lib/xml.js';
import type { Nia } from '../../../config.ts';
import type { AssuranceLevel } from '../../../core/actor.ts';
import { requestedAttributes } from '../../../core/identity/nia/attributes.ts';
import { classOf } from '../../../core/identity/nia/level.ts';
import type { SamlName } from './saml-name.ts';

interface Params {
  nia: Nia;
  /** Where answers are to come. */
  answerTo: string;
}

interface SignInQuestion {
  id: string;
  level: AssuranceLevel;
  /** That they were let in there before does not do. */
  isAnew: boolean;
}

/** The address that asks the provider who somebody is, at that level or higher. */
export function signInUrl(params: Params, question: SignInQuestion): Promise<string> {
  return new Messages(params, question.id, question).signIn();
}

/** The address that asks the provider to end its session of somebody. */
export function signOutUrl(params: Params, { id, session }: { id: string; session: SamlName }): Promise<string> {
  return new Messages(params, id).signOut(session);
}

/** The address that tells the provider that somebody has been signed out here, as it asked. */
export function signedOutUrl(
  params: Params,
  { id, requestId, relayState }: { id: string; requestId: string; relayState: string },
): Promise<string> {
  return new Messages(params, id).signedOut(requestId, relayState);
}

const notAsked = { level: 'account', isAnew: false } as const;

/**
 * Messages to the provider by HTTP-Redirect. Each is signed twice: in the address, as that binding has it, and inside, as Identita občana
 * is known to check it.
 */
class Messages extends SAML {
  constructor({ nia, answerTo }: Params, id: string, { level, isAnew }: Omit<SignInQuestion, 'id'> = notAsked) {
    super({
      issuer: nia.entityId,
      idpCert: nia.certificates,
      callbackUrl: answerTo,
      entryPoint: nia.ssoUrl,
      logoutUrl: nia.sloUrl ?? nia.ssoUrl,
      privateKey: nia.signing.key,
      publicCert: nia.signing.certificate,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      racComparison: 'minimum',
      authnContext: [classOf(level)],
      forceAuthn: isAnew,
      samlAuthnRequestExtensions: extensions,
      generateUniqueId: () => id,
      cacheProvider: keepsNothing,
    });
  }

  async signIn(): Promise<string> {
    const request = await this.generateAuthorizeRequestAsync(false, false);
    return this._requestToUrlAsync(this.#signed(request, 'AuthnRequest'), null, 'authorize', {});
  }

  async signOut({ value, format, sessionIndex }: SamlName): Promise<string> {
    const request = await this._generateLogoutRequest({
      issuer: this.options.issuer,
      nameID: value,
      nameIDFormat: format ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
      ...(sessionIndex !== null && { sessionIndex }),
    });
    return this._requestToUrlAsync(this.#signed(request, 'LogoutRequest'), null, 'logout', {});
  }

  async signedOut(requestId: string, relayState: string): Promise<string> {
    const profile = { issuer: '', nameID: '', nameIDFormat: '', ID: requestId };
    const response = this.#signed(this._generateLogoutResponse(profile, true), 'LogoutResponse');
    return this._requestToUrlAsync(null, response, 'logout', relayState === '' ? {} : { RelayState: relayState });
  }

  #signed(xml: string, name: string): string {
    const root = `/*[local-name(.)="${name}"]`;
    const { privateKey = '', publicCert = '' } = this.options;
    return signXml(
      xml,
      root,
      { reference: `${root}/*[local-name(.)="Issuer"]`, action: 'after' },
      { privateKey, publicCert, signatureAlgorithm: 'sha256', digestAlgorithm: 'sha256' },
    );
  }
}

const eidas = { '@xmlns:eidas': 'http://eidas.europa.eu/saml-extensions' };

/** Whom the answer is for, and what of the person it is to say: eIDAS SAML Message Format 1.2. */
const extensions = {
  'eidas:SPType': { ...eidas, '#text': 'public' },
  'eidas:RequestedAttributes': {
    ...eidas,
    'eidas:RequestedAttribute': requestedAttributes.map(({ name, isRequired }) => ({
      '@Name': name,
      '@NameFormat': 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
      '@isRequired': String(isRequired),
    })),
  },
};

/** Questions are kept in the database, where every replica knows them. */
const keepsNothing = {
  saveAsync: () => Promise.resolve(null),
  getAsync: () => Promise.resolve(null),
  removeAsync: () => Promise.resolve(null),
};
