import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** How the peer answers about one identification number. */
export type Behaviour = (res: ServerResponse) => void;

export interface AresPeer {
  url: string;
  answers: Map<string, Behaviour>;
  /** Numbers it was asked about, in order. */
  asked: string[];
  /** Answers everything with an error while it is so. */
  isDown: boolean;
}

/** The shape of an answer of ARES about a firm, with parts the portal does not read. */
export function recorded(ico: string, changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ico,
    obchodniJmeno: 'Pekárna U\u00a0Labe, s.r.o.',
    sidlo: {
      kodStatu: 'CZ',
      nazevStatu: 'Česká republika',
      kodKraje: 86,
      nazevObce: 'Hradec Králové',
      nazevUlice: 'Velké náměstí',
      cisloDomovni: 149,
      psc: 50003,
      textovaAdresa: 'Velké náměstí 149/5, 50003 Hradec Králové',
    },
    pravniForma: '112',
    financniUrad: '228',
    datumVzniku: '1998-03-02',
    datumAktualizace: '2026-04-30',
    dic: `CZ${ico}`,
    icoId: ico,
    adresaDorucovaci: { radekAdresy1: 'Velké náměstí 149/5', radekAdresy2: '50003 Hradec Králové' },
    seznamRegistraci: { stavZdrojeVr: 'AKTIVNI', stavZdrojeRes: 'AKTIVNI', stavZdrojeRzp: 'AKTIVNI' },
    primarniZdroj: 'vr',
    dalsiUdaje: [{ datovyZdroj: 'vr', spisovaZnacka: 'C 12345/KSHK' }],
    czNace: ['10710'],
    ...changes,
  };
}

export function json(body: unknown, status = 200): Behaviour {
  return res => {
    res.writeHead(status, { 'content-type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));
  };
}

export const notFound = json(
  { kod: 'NENALEZENO', popis: 'Nenalezen záznam.', subKod: 'VYSTUP_SUBJEKT_NENALEZEN' },
  404,
);

/** ARES on this machine; closes itself. */
export async function startAres(): Promise<AresPeer> {
  const path = /^\/ekonomicke-subjekty-v-be\/rest\/ekonomicke-subjekty\/(\d{8})$/;
  const peer: AresPeer = { url: '', answers: new Map(), asked: [], isDown: false };
  const server = createServer((req, res) => {
    const ico = path.exec(req.url ?? '')?.[1] ?? '';
    peer.asked.push(ico);
    if (peer.isDown) res.writeHead(503).end();
    else (peer.answers.get(ico) ?? notFound)(res);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  peer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return peer;
}
