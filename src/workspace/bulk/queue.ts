export const bulkQueue = 'bulk-steps';

export interface BulkJob {
  runId: string;
}
