import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { KeyPair } from '../config.ts';
import { StartProblem } from '../start-problem.ts';

export interface PairOfFiles {
  key: NamedFile;
  certificate: NamedFile;
}

export interface NamedFile {
  setting: string;
  path: string;
}

/** A private key and the certificate it belongs to; whatever is wrong with them stops the start. */
export async function keyPair(files: PairOfFiles): Promise<KeyPair> {
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

export async function certificate(file: NamedFile): Promise<string> {
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
