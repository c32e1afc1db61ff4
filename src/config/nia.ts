import type { PairOfFiles } from './pem.ts';
import type { Variables } from './variables.ts';

/** Where the settings of Identita občana lie; what they hold is read at the start (load-nia.ts). */
export interface NiaSettings {
  entityId: string;
  provider: Provider;
  signing: PairOfFiles;
  decryption: PairOfFiles;
}

type Provider =
  | { metadataUrl: string }
  | { idpEntityId: string; certificateFile: string; ssoUrl: string; sloUrl: string | undefined };

const needed = ['NIA_ENTITY_ID', 'NIA_KEY_FILE', 'NIA_CERT_FILE'] as const;
/** What the metadata say, or the operator. */
const byHand = ['NIA_IDP_CERT_FILE', 'NIA_SSO_URL'] as const;
const pair = ['NIA_DECRYPTION_KEY_FILE', 'NIA_DECRYPTION_CERT_FILE'] as const;
const names = [...needed, 'NIA_METADATA_URL', ...byHand, 'NIA_SLO_URL', ...pair] as const;

/** Identita občana is on when it is set whole; a part of its settings is a mistake. */
export function niaConflict(read: Variables): string | undefined {
  const isGiven = (name: (typeof names)[number]): boolean => read[name] !== undefined;
  const given = names.find(isGiven);
  if (given === undefined) return undefined;
  const missing = needed.find(name => !isGiven(name));
  if (missing !== undefined) return `${missing}: required along with ${given}`;
  if (isGiven('NIA_METADATA_URL')) {
    const doubled = [...byHand, 'NIA_SLO_URL' as const].find(isGiven);
    if (doubled !== undefined) return `${doubled}: NIA_METADATA_URL says it already`;
  } else {
    const unsaid = byHand.find(name => !isGiven(name));
    if (unsaid !== undefined) return `${unsaid}: required along with ${given}, unless NIA_METADATA_URL is set`;
  }
  const half = pair.find(name => !isGiven(name));
  return half !== undefined && pair.some(isGiven) ? `${pair.join(' and ')}: only one of them is set` : undefined;
}

/** Undefined: off. `niaConflict` has refused a part of it. */
export function niaSettings(read: Variables): NiaSettings | undefined {
  const { NIA_ENTITY_ID: entityId, NIA_KEY_FILE: key, NIA_CERT_FILE: certificate } = read;
  const provider = providerOf(read);
  if (entityId === undefined || key === undefined || certificate === undefined || !provider) return undefined;
  const signing = {
    key: { setting: 'NIA_KEY_FILE', path: key },
    certificate: { setting: 'NIA_CERT_FILE', path: certificate },
  };
  const { NIA_DECRYPTION_KEY_FILE: otherKey, NIA_DECRYPTION_CERT_FILE: otherCertificate } = read;
  const isApart = otherKey !== undefined && otherCertificate !== undefined;
  const decryption = isApart
    ? {
        key: { setting: 'NIA_DECRYPTION_KEY_FILE', path: otherKey },
        certificate: { setting: 'NIA_DECRYPTION_CERT_FILE', path: otherCertificate },
      }
    : signing;
  return { entityId, provider, signing, decryption };
}

function providerOf(read: Variables): Provider | undefined {
  if (read.NIA_METADATA_URL !== undefined) return { metadataUrl: read.NIA_METADATA_URL };
  const { NIA_IDP_ENTITY_ID: idpEntityId, NIA_IDP_CERT_FILE: certificateFile, NIA_SSO_URL: ssoUrl } = read;
  if (certificateFile === undefined || ssoUrl === undefined) return undefined;
  return { idpEntityId, certificateFile, ssoUrl, sloUrl: read.NIA_SLO_URL };
}
