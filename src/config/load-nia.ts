import { join } from 'node:path';
import type { Nia } from '../config.ts';
import { niaMetadata } from './nia-metadata.ts';
import type { NiaSettings } from './nia.ts';
import { certificate, keyPair } from './pem.ts';

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
