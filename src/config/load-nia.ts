import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyPair, Nia } from '../config.ts';
import { StartProblem } from '../start-problem.ts';
import { niaMetadata } from './nia-metadata.ts';
import type { NamedFile, NiaSettings, PairOfFiles } from './nia.ts';

/** Reads keys, certificates and the description of the provider; whatever is wrong with them stops the start. */
export async function loadNia(
  settings: NiaSettings | undefined,
  { dataDir }: { dataDir: string },
): Promise<Nia | undefined> {
  if (!settings) return undefined;
  const { entityId, provider } = settings;
  const signing = await keyPair(settings.signing);
  const decryption = await keyPair(settings.decryption);
  const own = { entityId, signing, decryption };
  if ('metadataUrl' in provider) {
    const kept = join(dataDir, 'nia-metadata.xml');
    const { metadataUrl } = provider;
    return { ...own, metadataUrl, ...(await niaMetadata(metadataUrl, kept)) };
  }
  const { idpEntityId, ssoUrl, sloUrl } = provider;
  const file = { setting: 'NIA_IDP_CERT_FILE', path: provider.certificateFile };
  return { ...own, idpEntityId, ssoUrl, sloUrl, certificates: [await certificate(file)] };
}

async function keyPair(files: PairOfFiles): Promise<KeyPair> {
  const pem = await certificate(files.certificate);
  const { setting, path } = files.key;
  const key = await text(files.key);
  let isOwn: boolean;
  try {
    const parsed = createPrivateKey(key);
    if (parsed.asymmetricKeyType !== 'rsa') throw new Error('not RSA');
    isOwn = new X509Certificate(pem).checkPrivateKey(parsed);
  } catch {
    throw new StartProblem(`${setting}: "${path}" is not an RSA private key without a password, as PEM`);
  }
  if (!isOwn) throw new StartProblem(`${setting}: "${path}" does not belong to "${files.certificate.path}"`);
  return { key, certificate: pem };
}

async function certificate(file: NamedFile): Promise<string> {
  const pem = await text(file);
  try {
    return new X509Certificate(pem).toString();
  } catch {
    throw new StartProblem(`${file.setting}: "${file.path}" is not a certificate, as PEM`);
  }
}

async function text({ setting, path }: NamedFile): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new StartProblem(`${setting}: "${path}" cannot be read (${code})`);
  }
}
