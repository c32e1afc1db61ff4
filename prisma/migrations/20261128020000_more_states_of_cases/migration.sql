-- By themselves: PostgreSQL lets nobody use a new value in the transaction that adds it.
ALTER TYPE "case_state" ADD VALUE 'awaitingApplicant' BEFORE 'decided';
ALTER TYPE "case_state" ADD VALUE 'suspended' BEFORE 'decided';
ALTER TYPE "case_state" ADD VALUE 'appealed' BEFORE 'closed';
ALTER TYPE "case_state" ADD VALUE 'forwarded' BEFORE 'closed';
ALTER TYPE "case_state" ADD VALUE 'withdrawn' BEFORE 'closed';
ALTER TYPE "case_state" ADD VALUE 'discontinued' BEFORE 'closed';
ALTER TYPE "case_state" ADD VALUE 'shelved' BEFORE 'closed';
