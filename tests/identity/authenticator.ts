import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** What a hostile device or page would say otherwise. */
interface Lies {
  origin?: string;
  rpId?: string;
  challenge?: string;
  /** Whether a finger or a PIN was asked for. */
  isVerified?: boolean;
  counter?: number;
  userHandle?: string;
  id?: string;
}

interface Site {
  origin: string;
  rpId: string;
}

const base64url = (bytes: Uint8Array | string): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** A device with one passkey, in software: says what browsers say (WebAuthn, level 3), or lies. */
export class Authenticator {
  readonly id = base64url(randomBytes(32));
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly #site: Site;
  counter = 0;

  constructor(site: Site) {
    this.#site = site;
  }

  /** The answer to options for a new key. */
  create(challenge: string, lies: Lies = {}): object {
    const clientDataJSON = this.#clientData('webauthn.create', challenge, lies);
    const length = Buffer.from([0, 32]);
    const key = Buffer.concat([Buffer.alloc(16), length, Buffer.from(this.id, 'base64url'), this.#publicKey()]);
    const authData = Buffer.concat([this.#data(lies, 0x40), key]);
    const attestation = new Map<string, string | Uint8Array | Map<string, string>>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    const response = {
      clientDataJSON: base64url(clientDataJSON),
      attestationObject: base64url(isoCBOR.encode(attestation)),
    };
    return this.#said(response, lies);
  }

  /** The answer to options for signing in. */
  get(challenge: string, accountId: string, lies: Lies = {}): { response: { signature: string } } {
    this.counter += 1;
    const clientDataJSON = this.#clientData('webauthn.get', challenge, lies);
    const authenticatorData = this.#data(lies, 0);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientDataJSON)]), this.#keys.privateKey);
    const response = {
      clientDataJSON: base64url(clientDataJSON),
      authenticatorData: base64url(authenticatorData),
      signature: base64url(signature),
      userHandle: base64url(lies.userHandle ?? accountId),
    };
    return { ...this.#said(response, lies), response };
  }

  #said(response: object, { id = this.id }: Lies): object {
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  #clientData(type: string, challenge: string, lies: Lies): string {
    const { origin = this.#site.origin } = lies;
    return JSON.stringify({ type, challenge: lies.challenge ?? challenge, origin, crossOrigin: false });
  }

  #data({ rpId = this.#site.rpId, isVerified = true, counter = this.counter }: Lies, more: number): Buffer {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([0x01 | (isVerified ? 0x04 : 0) | more]), counted]);
  }

  /** ES256, as COSE writes it. */
  #publicKey(): Uint8Array {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' });
    const point = [x, y].map(part => new Uint8Array(Buffer.from(part, 'base64url')));
    return isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, point[0] ?? new Uint8Array()],
        [-3, point[1] ?? new Uint8Array()],
      ]),
    );
  }
}
