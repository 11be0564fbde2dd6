/** What each permission lets somebody do, as people say it. */
const words: Record<string, string> = {
  'practice.read': 'See locations, practitioners and payers to choose from',
  'practice.write': 'Change the practice, its locations, practitioners and payers',
  'fee.write': 'Set prices',
  'patient.read': 'See who patients are and how they are covered',
  'patient.write': 'Register patients and change their data and coverage',
  'encounter.read': 'Read visits and their records',
  'encounter.write': 'Register visits',
  'document.write': 'Add documents to a visit',
  'coding.read': 'See codes and suggestions',
  'coding.write': 'Decide codes and hand over',
  'learning.read': 'See what is learnt from coding decisions',
  'learning.write': 'Turn learning on and off, and make it forget',
  'query.ask': 'Ask the physician',
  'query.answer': "Answer coders' questions and sign",
  'code-set.read': 'Search code sets',
  'charge.write': 'Charge services',
  'claim.read': 'See claims',
  'claim.write': 'Make, correct and send claims',
  'file.read': 'See files that came and went',
  'file.write': 'Take files in',
  'sending.resume': 'Let files go out again after a restore',
  'ledger.read': 'See accounts and payments',
  'payment.write': 'Record payments',
  'statement.write': 'Make bills for patients',
  'message.answer': "Answer patients' questions",
  'adjustment.write': 'Ask for write-offs',
  'refund.write': 'Ask for refunds',
  'control.read': 'See the controls of the practice',
  'control.write': 'Change the controls of the practice',
  'approval.decide': 'Countersign write-offs, refunds and changes of codes',
  'deposit.write': 'Record deposits',
  'review.write': 'Review charts',
  'backup.read': 'See backups and health',
  'backup.write': 'Make backups and verify them',
  'trace.read': 'Ask why, from the sentence to the bill',
  'audit.read': 'Read who did what',
  'audit.export': 'Take the audit trail out as a file',
  'role.read': 'See what roles may do',
  'role.write': 'Take permissions away and give them back',
  'restriction.write': 'Close a record to some people',
  'record.break-glass': 'Open a closed record in an emergency',
  'break-glass.review': 'Review emergency access',
  'proxy.write': 'Say who may act for a patient',
  'system.read': 'See whether the system is whole',
  'user.read': 'See users and their sessions',
  'user.write': 'Invite users, change their roles, shut them out',
};

/** The words for a permission; one that has none yet is told by its own name. */
export function permissionWords(permission: string): string {
  const known = words[permission];
  if (known !== undefined) return known;
  const [thing = '', act = ''] = permission.split('.');
  return `${thing.replaceAll('-', ' ')}: ${act.replaceAll('-', ' ')}`;
}
