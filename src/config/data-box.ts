import type { DataBoxGate } from '../config.ts';
import { keyPair, type PairOfFiles } from './pem.ts';
import type { Variables } from './variables.ts';

/** Where the settings of signing in by a data box lie; the files are read at the start. */
export interface DataBoxSettings extends Omit<DataBoxGate, 'client'> {
  client: PairOfFiles;
}

/** On when all of it is set; `conflict` has refused a part of it. */
export function dataBoxSettings(read: Variables): DataBoxSettings | undefined {
  const { DATABOX_ATS_ID: atsId, DATABOX_KEY_FILE: key, DATABOX_CERT_FILE: certificate } = read;
  if (atsId === undefined || key === undefined || certificate === undefined) return undefined;
  return {
    atsId,
    loginUrl: read.DATABOX_LOGIN_URL,
    confirmUrl: read.DATABOX_CONFIRM_URL,
    client: {
      key: { setting: 'DATABOX_KEY_FILE', path: key },
      certificate: { setting: 'DATABOX_CERT_FILE', path: certificate },
    },
  };
}

export async function loadDataBox(settings: DataBoxSettings | undefined): Promise<DataBoxGate | undefined> {
  return settings && { ...settings, client: await keyPair(settings.client) };
}
