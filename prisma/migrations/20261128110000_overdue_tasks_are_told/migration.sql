ALTER TYPE "notice_kind" ADD VALUE 'taskOverdue';
