import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { openFlow, sealFlow, type Flow } from './stream.ts';

/**
 * The one door through which personal content (answers, notes, mail, file names) is written and read.
 * What lies in the database is AES-256-GCM ciphertext; `context` names the place it belongs to, so that a
 * ciphertext moved to another row does not open.
 */
export interface Vault {
  seal(text: string, context: string): Uint8Array<ArrayBuffer>;
  open(sealed: Uint8Array, context: string): string;
  /** The same for files, which flow through in constant memory. */
  sealFlow(content: Flow, context: string): Flow;
  openFlow(sealed: Flow, context: string): Flow;
  /** A keyed digest: for secrets that are only compared, and for codes derived from an id. */
  digest(text: string, purpose: string): Uint8Array<ArrayBuffer>;
}

const formatByte = 1;
const nonceLength = 12;
const tagLength = 16;

export function createVault(secretKey: string): Vault {
  const sealingKey = deriveKey(secretKey, 'seal');
  const fileKey = deriveKey(secretKey, 'seal-files');
  const digestKey = deriveKey(secretKey, 'digest');
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceLength);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(Buffer.from(context));
      const body = [cipher.update(text, 'utf8'), cipher.final()];
      return new Uint8Array(Buffer.concat([Buffer.of(formatByte), nonce, cipher.getAuthTag(), ...body]));
    },
    open(sealed, context) {
      if (sealed[0] !== formatByte) throw new Error('sealed content of an unknown format');
      const nonce = sealed.subarray(1, 1 + nonceLength);
      const tag = sealed.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
      const decipher = createDecipheriv('aes-256-gcm', sealingKey, nonce, { authTagLength: tagLength });
      decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
      const body = sealed.subarray(1 + nonceLength + tagLength);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
    sealFlow: (content, context) => sealFlow(fileKey, context, content),
    openFlow: (sealed, context) => openFlow(fileKey, context, sealed),
    digest(text, purpose) {
      return new Uint8Array(createHmac('sha256', digestKey).update(`${purpose}\0${text}`).digest());
    },
  };
}

/** Each purpose has its own key, so that knowing one helps with no other. */
function deriveKey(secretKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', `portal-obcana/${purpose}`, 32));
}
