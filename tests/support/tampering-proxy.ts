import { request, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { claimsIn } from './id-token.ts';
import type { Peer } from './oidc-peer.ts';

type Json = Record<string, unknown>;

/** Changes to what the provider says; left out, it goes on as it is. */
export interface Tampering {
  discovery?: (said: Json) => Json;
  /** The claims of an ID token, signed anew as the provider would. */
  claims?: (claims: Json) => Json;
  /** The ID token as a whole; undefined leaves it out. */
  idToken?: (token: string) => string | undefined;
  userinfo?: (said: Json) => Json;
  /** An answer of the proxy's own at a path. */
  at?: Record<string, Json>;
  /** Every answer is this status. */
  status?: number;
  /** No answer at all. */
  isSilent?: boolean;
}

interface Params {
  to: string;
  peer: Peer;
}

/** Stands before the provider under its address and speaks for it. */
export function tamperingProxy({ to, peer }: Params): RequestListener {
  return (req, res) => {
    const { tampering } = peer;
    const { pathname } = new URL(req.url ?? '/', to);
    peer.asked.push(pathname);
    if (tampering.isSilent) return;
    const own = tampering.at?.[pathname];
    if (own) send(res, 200, own);
    else if (tampering.status !== undefined) send(res, tampering.status, { error: 'server_error' });
    else forward({ req, res, to, change: changeAt(pathname, peer) });
  };
}

type Change = ((said: Json) => Json) | undefined;

function changeAt(path: string, { tampering, sign }: Peer): Change {
  const { discovery, userinfo, claims, idToken } = tampering;
  switch (path) {
    case '/.well-known/openid-configuration':
      return discovery;
    case '/me':
      return userinfo;
    case '/token':
      return said => {
        if (typeof said['id_token'] !== 'string') return said;
        const token = claims ? sign(claims(claimsIn(said['id_token']))) : said['id_token'];
        return { ...said, id_token: idToken ? idToken(token) : token };
      };
    default:
      return undefined;
  }
}

interface Exchange {
  req: IncomingMessage;
  res: ServerResponse;
  to: string;
  change: Change;
}

function forward({ req, res, to, change }: Exchange): void {
  const { method, headers, url } = req;
  const onward = request(new URL(url ?? '/', to), { method, headers }, answer => {
    if (!change) {
      res.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(res);
      return;
    }
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () => {
      send(res, answer.statusCode ?? 500, change(JSON.parse(Buffer.concat(parts).toString()) as Json));
    });
  });
  onward.on('error', () => res.destroy());
  req.pipe(onward);
}

function send(res: ServerResponse, status: number, said: Json): void {
  res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
}
