/** What an act was about. Ids and codes only. */
export interface AuditEntry {
  kind: string;
  id?: string;
  patientId?: string;
  /** Left out for what was done; a refused attempt says so. */
  outcome?: Outcome;
  detail?: Record<string, string | number | boolean | null>;
}

export type Outcome = 'done' | 'refused';
