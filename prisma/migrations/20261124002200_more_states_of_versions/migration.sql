-- By themselves: PostgreSQL lets nobody use a new value in the transaction that adds it.
ALTER TYPE "version_status" ADD VALUE 'scheduled';
ALTER TYPE "version_status" ADD VALUE 'trial';
