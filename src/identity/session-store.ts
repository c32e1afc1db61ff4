import connectPgSimple from 'connect-pg-simple';
import type { Request } from 'express';
import session, { type Session, type SessionData } from 'express-session';
import type { Pool } from 'pg';
import { dayInPrague } from '../core/czech/format.ts';
import type { Deps } from '../deps.ts';
import type { Vault } from '../vault/vault.ts';
import { heldMandate, type MandateRow, mandatesSql } from './held-mandates.ts';
import type { Person } from './whois.ts';

declare module 'express-serve-static-core' {
  interface Request {
    /** Whom the session names, as the database knows them now; null when it names nobody who is there. */
    person?: Person | null;
  }
}

const PgStore = connectPgSimple(session);
const pruneEverySeconds = 15 * 60;

/** Sessions in PostgreSQL. Every request begins with a session and whose it is, so both are read by one query; of a sign-in that was ended, it is nobody's. */
export class SessionStore extends PgStore {
  readonly #pool: Pool;
  readonly #now: Deps['now'];
  readonly #vault: Vault;
  readonly #people = new WeakMap<SessionData, Person | null>();

  constructor({ pool, now, vault }: Pick<Deps, 'pool' | 'now' | 'vault'>) {
    // Touching on every request would write on every read; `web/sessions` prolongs what is in use.
    super({ pool, tableName: 'session', disableTouch: true, pruneSessionInterval: pruneEverySeconds });
    this.#pool = pool;
    this.#now = now;
    this.#vault = vault;
  }

  override get(sid: string, done: (error: unknown, found?: SessionData | null) => void): void {
    const today = dayInPrague(this.#now()).toString();
    this.#pool.query<Row>({ name: 'session', text, values: [sid, Date.now() / 1000, today] }).then(
      ({ rows: [row] }) => {
        if (row) this.#people.set(row.sess, personOf(this.#vault, row));
        done(null, row?.sess ?? null);
      },
      (error: unknown) => {
        done(error);
      },
    );
  }

  override createSession(req: Request, stored: SessionData): Session & SessionData {
    req.person = this.#people.get(stored) ?? null;
    return super.createSession(req, stored);
  }
}

interface Row {
  sess: SessionData;
  person: (Omit<Person, 'mandates'> & { mandates?: MandateRow[] | null }) | null;
}

function personOf(vault: Vault, { person }: Row): Person | null {
  if (!person) return null;
  return { ...person, mandates: person.mandates?.map(mandate => heldMandate(vault, mandate)) ?? null };
}

/** Only a head has any; the office's departments are few, and everybody else costs nothing. */
const units = `CASE WHEN 'head' = ANY(o.roles) THEN (
  WITH RECURSIVE unit AS (
    SELECT d.id FROM department d WHERE d.parent_id = o.department_id
    UNION SELECT d.id FROM department d JOIN unit u ON d.parent_id = u.id)
  SELECT json_agg(id) FROM unit) END`;

/** Most people are to no organisation, which is found out by one look into an index. */
const memberships = `(
  SELECT json_agg(json_build_object('organisationId', m.organisation_id, 'name', f.name, 'role', m.role) ORDER BY f.name, f.id)
  FROM membership m JOIN organisation f ON f.id = m.organisation_id
  WHERE m.account_id = a.id AND m.state = 'active')`;

/** Whom the office has seen with their document; of most people there is none. */
const verifiedUntil = `(
  SELECT max(v.valid_until) FROM account_verification v WHERE v.account_id = a.id AND v.revoked_at IS NULL)`;

/** Who stands in for nobody, as almost everybody, costs one look into an index; absences are read for a deputy alone. */
const text = `
  SELECT s.sess, CASE WHEN i.id IS NOT NULL THEN json_build_object(
      'memberships', CASE WHEN o.id IS NULL THEN ${memberships} END, 'mandates', CASE WHEN o.id IS NULL THEN ${mandatesSql} END, 'accountId', a.id, 'name', a.name, 'epoch', a.session_epoch, 'isConfirmed', a.confirmed_at IS NOT NULL,
      'verifiedUntil', CASE WHEN o.id IS NULL THEN ${verifiedUntil} END,
      'signIn', json_build_object(
        'id', i.id, 'method', i.method, 'level', i.level, 'hasSecondFactor', i.second_factor_at IS NOT NULL),
      'officer', CASE WHEN o.id IS NOT NULL THEN json_build_object(
        'officerId', o.id, 'departmentId', o.department_id, 'roles', o.roles, 'units', ${units}, 'isActive', o.active,
        'absences', CASE WHEN EXISTS (
            SELECT FROM absence b WHERE b.deputy_id = o.id AND b.until_on >= $3::date AND b.from_on <= $3::date)
          THEN (SELECT json_agg(json_build_object(
              'officerId', b.officer_id, 'deputyId', b.deputy_id, 'from', b.from_on, 'until', b.until_on))
            FROM absence b WHERE b.until_on >= $3::date AND b.from_on <= $3::date) END) END) END AS person
  FROM session s
  LEFT JOIN account a ON a.id = (s.sess #>> '{passport,user,accountId}')::uuid
  LEFT JOIN sign_in i ON i.id = (s.sess #>> '{passport,user,signInId}')::uuid AND i.account_id = a.id AND i.ended_at IS NULL
  LEFT JOIN officer o ON o.account_id = a.id
  WHERE s.sid = $1 AND s.expire >= to_timestamp($2)`;
