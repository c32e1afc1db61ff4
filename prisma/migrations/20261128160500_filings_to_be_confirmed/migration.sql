-- By themselves: PostgreSQL lets nobody use a new value in the transaction that adds it.
ALTER TYPE case_state ADD VALUE 'unconfirmed' BEFORE 'filed';
ALTER TYPE case_state ADD VALUE 'lapsed' BEFORE 'closed';
ALTER TYPE notice_kind ADD VALUE 'confirmSoon' BEFORE 'dueSoon';
