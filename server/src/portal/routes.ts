import { routes } from '@superbill/contract';
import { portalLife } from '../auth/sessions.ts';
import { type Handler, handlePatient, handlePublic } from '../http/handle.ts';
import { askAboutBill } from './ask-about-bill.ts';
import { openBill } from './open-bill.ts';
import { readBill } from './read-bill.ts';

export const portalHandlers: Handler[] = [
  handlePublic(routes.openBill, async ({ system, setSessionCookie }, { body: { token, birthDate } }) => {
    setSessionCookie('patient', await openBill(system, token, birthDate), portalLife / 1000);
    return {};
  }),

  handlePatient(routes.readBill, (unit, subject, { query: { language } }) =>
    readBill(unit, subject, language),
  ),

  handlePatient(routes.askAboutBill, async (unit, subject, { body }) => ({
    id: await askAboutBill(unit, subject, body),
  })),

  handlePatient(routes.closeBill, async (unit, subject, _input, { setSessionCookie }) => {
    await unit.db
      .updateTable('portal_session')
      .set({ ended_at: unit.now })
      .where('organization_id', '=', unit.organizationId)
      .where('token_hash', '=', subject.tokenHash)
      .execute();
    unit.audit('bill.close', {
      kind: 'statement',
      id: subject.statementId,
      patientId: subject.patientId,
    });
    setSessionCookie('patient', null, 0);
    return {};
  }),
];
