/**
 * The one catalog of refusals. The code is stable and goes to the client, the message is for the person,
 * the next step says what to do. Details carry ids and field names, never a name, a birth date or a note.
 */
const catalog = {
  'request.invalid': [
    400,
    'Something in the request is not as expected.',
    'Correct the field that is named and try again.',
  ],
  'request.too-large': [413, 'That is too large.', 'Send it in smaller pieces.'],
  'request.foreign-origin': [
    403,
    'This request came from another site.',
    'Open Superbill itself and try there.',
  ],
  'request.not-json': [
    415,
    'The body is not declared as JSON.',
    'Send it with content-type application/json.',
  ],
  'request.wrong-host': [
    421,
    'This server does not go by that name.',
    'Open the address your practice was given; its operator lists the names in SUPERBILL_HOSTS.',
  ],
  'request.key-reused': [422, 'This Idempotency-Key was used for a different request.', 'Use a new key.'],
  'route.not-found': [404, 'There is nothing at this address.', 'Check the address.'],
  'server.failed': [
    500,
    'Something went wrong on our side. Nothing was changed.',
    'Try again; if it stays, tell your administrator the time it happened.',
  ],
  'server.busy': [503, 'The database does not answer right now.', 'Try again in a moment.'],
  'disk.full': [
    507,
    'The disk of the server is nearly full: nothing can be changed, reading goes on.',
    'Tell your administrator to make room on it; nothing has to be restarted.',
  ],
  'session.needed': [401, 'You are not signed in.', 'Sign in and try again.'],
  'session.refused': [
    401,
    'Login or password is wrong.',
    'Check both; after five failures the login rests for 15 minutes.',
  ],
  'session.locked': [
    423,
    'Too many failed tries: this login rests for 15 minutes.',
    'Wait, or ask your administrator.',
  ],
  'session.is-locked': [401, 'This session is locked.', 'Unlock it, or sign in again.'],
  'session.second-factor-needed': [
    401,
    'The second step of signing in is missing.',
    'Enter a code of your app, use a passkey, or a recovery code.',
  ],
  'session.enrolment-needed': [
    401,
    'Your practice wants a second factor for your role.',
    'Set up an authenticator app or a passkey first.',
  ],
  'session.no-factor-asked': [409, 'No second step is asked of this session.', 'Go on with your work.'],
  'session.step-up-needed': [
    403,
    'This needs a proof that it is you, from the last ten minutes.',
    'Confirm with your second factor, your password or your account at the identity provider, and try again.',
  ],
  'session.not-found': [404, 'There is no such session that is open.', 'Reload the list.'],
  'request.too-many': [429, 'Too many failed tries from your network.', 'Wait a moment and try again.'],
  'factor.refused': [401, 'That is not right.', 'Try again; a code is good once and for a minute.'],
  'factor.code-wrong': [
    409,
    'That is not the code of the app right now.',
    'Wait for the next code; check the clock of the device.',
  ],
  'factor.not-found': [404, 'There is no such second factor.', 'Reload the page.'],
  'factor.none': [409, 'No second factor is set up.', 'Set up an authenticator app or a passkey first.'],
  'factor.required': [
    409,
    'Your practice wants a second factor for your role.',
    'Set up another one before you take this one away.',
  ],
  'factor.password-short': [
    409,
    'Your password is too short to stand alone.',
    'Choose a password of 15 characters or more first.',
  ],
  'proof.factor-needed': [
    409,
    'A password alone is not enough here: you have a second factor.',
    'Confirm with a code of your app or a passkey.',
  ],
  'passkey.refused': [
    409,
    'The browser and this server did not agree on a passkey.',
    'Start again, at the address you always use.',
  ],
  'passkey.known': [409, 'This passkey is known already.', 'Nothing to do.'],
  'password.wrong': [409, 'That is not your current password.', 'Enter the password you signed in with.'],
  'password.too-short': [400, 'That password is too short.', 'Take a few words that belong to nobody else.'],
  'password.common': [
    400,
    'That password is among the first that are guessed.',
    'Take a few words that belong to nobody else; names, years and keyboard rows do not count.',
  ],
  'invitation.refused': [
    401,
    'This link does not work any more.',
    'Links work once and for three days. Ask your administrator for a new one.',
  ],
  'user.not-found': [404, 'There is no such user.', 'Reload the list.'],
  'user.login-taken': [409, 'This login is taken.', 'Choose another.'],
  'user.own-roles': [409, 'Nobody changes their own roles.', 'Ask another administrator.'],
  'user.self': [409, 'You cannot do this to yourself.', 'Ask another administrator.'],
  'user.last-administrator': [
    409,
    'This is the last administrator who can sign in.',
    'Make somebody else an administrator first.',
  ],
  'user.disabled': [409, 'This user is disabled.', 'Enable the user first.'],
  'passkey.unknown': [401, 'This passkey opens nothing here.', 'Sign in with login and password.'],
  'provider.not-offered': [
    404,
    'This practice has no identity provider to sign in with.',
    'Sign in with login and password.',
  ],
  'provider.refused': [
    401,
    'Signing in with the identity provider did not work.',
    'Start again; if it stays, tell your administrator the time.',
  ],
  'provider.no-user': [
    403,
    'The identity provider names nobody who was invited here.',
    'Ask your administrator to invite you with the address the provider knows.',
  ],
  'provider.other-person': [
    403,
    'At the identity provider that was another account than yours.',
    'Start again and sign in there as yourself.',
  ],
  'identity.not-linked': [
    409,
    'No account of yours at the identity provider is linked.',
    'Confirm in another way; link the account under My account.',
  ],
  'identity.linked': [
    409,
    'An account at the identity provider is linked already.',
    'Unlink that one first.',
  ],
  'identity.taken': [
    409,
    'That account at the identity provider is linked to somebody else here.',
    'Start again and sign in there as yourself, or ask your administrator.',
  ],
  'identity.not-found': [404, 'There is no such linked account.', 'Reload the page.'],
  'identity.only-way-in': [
    409,
    'This account is your only way in.',
    'Add a passkey first, or ask your administrator for a link to choose a password.',
  ],
  'service-account.not-found': [404, 'There is no such service account.', 'Reload the list.'],
  'api-key.not-found': [404, 'There is no such key that works.', 'Reload the list.'],
  'session.hat-not-held': [403, 'You do not hold that role.', 'Choose one of your own roles.'],
  'permission.missing': [
    403,
    'Your role does not allow this.',
    'Switch hat if you hold another role, or ask a colleague who may.',
  ],
  'record.restricted': [
    403,
    'This record is open to few, and you are not one of them.',
    'If you need it for your work now, break the glass: say why. It is reviewed.',
  ],
  'restriction.none': [409, 'This record is not restricted.', 'Open it as any other.'],
  'break-glass.not-found': [404, 'There is no such opening of a record.', 'Reload the list.'],
  'break-glass.own': [403, 'Nobody reviews what they opened themselves.', 'Leave it to a colleague.'],
  'break-glass.reviewed': [409, 'A colleague has reviewed this already.', 'Reload the list.'],
  'role.not-held': [400, 'The role does not have this permission.', 'There is nothing to take away.'],
  'role.way-back': [
    409,
    'Without this nobody could give permissions back.',
    'Somebody who administers has to keep it.',
  ],
  'role.denied-already': [409, 'This is taken away already.', 'Nothing to do.'],
  'role.denial-not-found': [404, 'This was not taken away, or it was given back.', 'Reload the list.'],
  'user.unknown': [404, 'There is no such colleague.', 'Choose one from the list.'],
  'proxy.not-found': [404, 'Nobody of that id may act for this patient.', 'Reload the patient.'],
  'proxy.ended': [409, 'This authority has ended already.', 'Nothing to do.'],
  'proxy.not-in-force': [
    409,
    'This person may not act for the patient today.',
    'Check the dates of the authority, or make the link for the patient.',
  ],
  'row.changed': [
    409,
    'Somebody changed this in the meantime.',
    'Look at the new version and make your change again.',
  ],
  'practice.not-found': [404, 'No such location, practitioner or payer.', 'Choose one from the list.'],
  'practice.name-taken': [
    409,
    'Another location in use has this name.',
    'Choose a name that tells them apart.',
  ],
  'practice.npi-taken': [
    409,
    'Another practitioner has this NPI.',
    'Open that one; an NPI stands for one person for life.',
  ],
  'practice.electronic-id-taken': [
    409,
    'Another payer has this electronic id.',
    'Open that one, or check the id in the list of the clearinghouse.',
  ],
  'practice.ended': [
    409,
    'On this day it was no longer in use.',
    'Choose another one, or ask your administrator about the last day.',
  ],
  'fee.not-found': [404, 'There is no such price.', 'Load the fee schedule again.'],
  'fee.used': [409, 'Something was charged at this price already.', 'Set another price from a later day on.'],
  'fee.file-faulty': [400, 'The file has lines that cannot be read.', 'Correct the lines that are named.'],
  'patient.not-found': [404, 'There is no such patient.', 'Search for the patient again.'],
  'patient.alike': [
    409,
    'Somebody with this name and birth date is registered already.',
    'Open that record, or register anyway if this is another person.',
  ],
  'coverage.not-found': [404, 'There is no such coverage.', 'Open the patient and look at the coverages.'],
  'coverage.order-taken': [
    409,
    'Another coverage already has this place in the order of benefits.',
    'End that one first, or choose another place.',
  ],
  'coverage.subscriber-missing': [
    400,
    'Who holds the policy is missing.',
    'Enter the subscriber, or choose that the patient holds it.',
  ],
  'encounter.not-found': [404, 'There is no such visit.', 'Open it from the worklist.'],
  'encounter.wrong-queue': [409, 'This visit stands at another desk now.', 'Reload to see where it is.'],
  'encounter.no-note': [409, 'There is nothing to code yet.', 'Add the visit note first.'],
  'encounter.no-codes': [
    409,
    'No diagnosis is coded.',
    'Accept or search at least one code before handing over.',
  ],
  'encounter.query-open': [
    409,
    'A question to the physician is still open.',
    'Wait for the answer or withdraw the question.',
  ],
  'document.not-found': [404, 'There is no such document.', 'Open the visit again.'],
  'evidence.not-in-document': [
    400,
    'The words given as evidence do not stand there in the document.',
    'Mark the words in the record again.',
  ],
  'code.unknown': [
    400,
    'This code is not in the edition in force on the date of service.',
    'Search for the code that replaced it.',
  ],
  'code.not-billable': [400, 'This is a heading, not a billable code.', 'Choose one of the codes below it.'],
  'code.already-assigned': [409, 'This code is already on the visit.', 'Nothing to do.'],
  'code.not-found': [404, 'There is no such code on this visit.', 'Reload the visit.'],
  'code.in-use': [409, 'A charge points to this code.', 'Change the charge first.'],
  'learning.off': [409, 'Learning is off.', 'Turn it on first.'],
  'learning.no-model': [
    409,
    'This server has no language model to ask.',
    'Its operator sets SUPERBILL_LLM_URL and SUPERBILL_LLM_MODEL.',
  ],
  'query.not-found': [404, 'There is no such question.', 'Open it from your list.'],
  'query.closed': [409, 'This question is answered or withdrawn already.', 'Nothing to do.'],
  'query.option-unknown': [
    400,
    'That is not one of the answers offered.',
    'Choose one of them; the text field takes anything more.',
  ],
  'charge.not-found': [404, 'There is no such charge.', 'Reload the visit.'],
  'charge.no-price': [
    400,
    'The fee schedule has no price for this procedure on the date of service.',
    'Check the code or add the price.',
  ],
  'charge.on-claim': [409, 'This charge is on a claim that was sent.', 'Correct it by a replacement claim.'],
  'charge.answered': [
    409,
    'A payer decided on this charge: its price stays.',
    'Correct its diagnoses or modifiers; leave procedure and units.',
  ],
  'claim.not-found': [404, 'There is no such claim.', 'Open it from the worklist.'],
  'claim.no-coverage': [
    409,
    'The patient has no coverage on the date of service.',
    'Add the coverage, or bill the patient.',
  ],
  'claim.no-charges': [409, 'There is nothing to bill.', 'Add a charge first.'],
  'claim.not-open': [409, 'This claim was sent and cannot be changed.', 'Look at its history.'],
  'claim.none-ready': [
    409,
    'No claim is ready to send.',
    'Submit a claim first; held ones need their findings fixed.',
  ],
  'file.not-found': [404, 'There is no such file.', 'Reload the list.'],
  'file.not-unknown': [409, 'It is known whether this file left.', 'Nothing to do.'],
  'sending.paused': [
    409,
    'Nothing is sent since a backup was restored: payers may have files that this database does not know.',
    'Compare with the payers, then resume sending on the page of files.',
  ],
  'sending.unsettled': [
    409,
    'Of some files it is not known whether they left before the restore.',
    'Say so for each of them on the page of files, then resume.',
  ],
  'backup.running': [409, 'A backup is being made already.', 'Wait until it is done.'],
  'backup.not-here': [
    409,
    'This process makes no backups.',
    'Make one on the machine of the server: superbill backup FILE.',
  ],
  'file.not-waiting': [409, 'This file does not wait for anybody.', 'Nothing to do.'],
  'payment.in-future': [400, 'That day is not here yet.', 'Enter the day the money came.'],
  'payment.too-much': [400, 'That is more than the patient owes.', 'Check the amount.'],
  'payment.not-found': [404, 'There is no such payment.', 'Reload the account.'],
  'payment.voided': [409, 'This payment is voided already.', 'Nothing to do.'],
  'payment.used-since': [
    409,
    'Money of this payment was used or paid back since.',
    'Refund or rebook what is left instead of voiding it.',
  ],
  'write-off.too-much': [
    400,
    'That is more than is open here.',
    'Check the amount; it may have been paid in the meantime.',
  ],
  'write-off.reason-unfit': [
    400,
    'This reason does not fit whose debt it is.',
    'What was sent too late is never asked of the patient; choose another reason.',
  ],
  'refund.too-much': [409, 'That is more than the credit is.', 'Check the amount.'],
  'refund.not-by-card': [
    409,
    'Nothing of this credit was paid by card.',
    'Refund it by check, or the way it was paid.',
  ],
  'credit.none': [409, 'There is no credit to use, or nothing is owed.', 'Nothing to do.'],
  'control.owner-only': [
    403,
    'Only the owner changes the controls of this practice.',
    'Ask the owner; while the owner is away, nothing is lost by waiting.',
  ],
  'control.owner-unfit': [
    400,
    'The owner has to be an active user who holds the supervisor role.',
    'Choose another user, or give this one the role first.',
  ],
  'control.owner-missing': [
    409,
    'Controls are turned off by the owner, and none is named.',
    'Name the owner first.',
  ],
  'control.pin-weak': [
    400,
    'This number is among the first that somebody would try.',
    'Choose six digits that are no row, no repetition and no year.',
  ],
  'approval.not-found': [404, 'There is no such request.', 'Reload the list.'],
  'approval.pending': [
    409,
    'This waits for a countersign already.',
    'Wait for the decision, or withdraw the request first.',
  ],
  'approval.closed': [409, 'This request is decided, withdrawn or out of date.', 'Nothing to do.'],
  'approval.own': [
    403,
    'Nobody countersigns their own act, in whatever hat.',
    'Another supervisor or the owner decides it.',
  ],
  'approval.not-own': [403, 'This is not your request.', 'Who asked for it can take it back.'],
  'approval.stale': [
    409,
    'What this was asked about has changed since.',
    'Decline it; whoever asked can ask again from what is there now.',
  ],
  'approval.not-needed': [409, 'Nothing here needs a countersign.', 'Go on without it.'],
  'approval-link.refused': [
    401,
    'This link and number do not open a request.',
    'Check the number. If the link is used or old, sign in and open Countersign.',
  ],
  'approval-link.locked': [
    423,
    'This was tried too often and no longer works.',
    'Sign in at the practice and open Countersign.',
  ],
  'deposit.in-future': [400, 'That day is not over yet.', 'Enter a day that the bank has.'],
  'review.not-found': [404, 'There is no such chart to look at.', 'Reload the list.'],
  'review.cooling': [409, 'This chart rests until the next day.', 'Come back later; a fresh eye sees more.'],
  'review.done': [409, 'This chart was looked at already.', 'Open its comparison.'],
  'review.not-done': [409, 'This chart was not looked at yet.', 'Code it first.'],
  'review.nothing-differs': [409, 'Both looks came to the same codes.', 'Nothing to correct.'],
  'statement.nothing-owed': [409, 'The patient owes nothing.', 'No bill is needed.'],
  'statement.not-found': [404, 'There is no such bill.', 'Reload the list.'],
  'message.not-found': [404, 'There is no such question.', 'Reload the list.'],
  'link.refused': [
    401,
    'This link and birth date do not open a bill.',
    'Check the birth date. If the link was used or is old, ask the practice for a new one.',
  ],
  'link.locked': [
    423,
    'This link was tried too often and no longer works.',
    'Ask the practice for a new one.',
  ],
  'trace.not-found': [
    404,
    'There is nothing to trace here.',
    'Open it from the visit, the claim or the bill.',
  ],
  'work.not-found': [404, 'This work item does not wait any more.', 'Reload the list.'],
  'work.taken': [409, 'A colleague has this item.', 'Take another, or ask your supervisor to move it.'],
  'work.not-yours': [409, 'This item is not yours.', 'Reload the list.'],
  'work.person-not-found': [
    404,
    'There is nobody here whose work is planned under this id.',
    'Reload the page.',
  ],
  'work.wrong-role': [
    409,
    'This person does not hold the role that such work needs.',
    'Choose somebody of that desk.',
  ],
  'work.moves-not-found': [404, 'There are no such moves.', 'Reload the page.'],
  'work.absence-not-found': [404, 'There is no such absence.', 'Reload the page.'],
  'code-set.missing': [
    409,
    'No code set is loaded for this system.',
    'Import it: superbill codes import PATH-OR-URL.',
  ],
} as const satisfies Record<string, readonly [status: number, message: string, nextStep: string]>;

export type ErrorCode = keyof typeof catalog;

/** A refusal with a code of the catalog. `at` names the field; `detail` holds ids for the log and tests. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly nextStep: string;
  readonly at: string | undefined;
  readonly detail: Record<string, string | number>;

  constructor(code: ErrorCode, detail: Record<string, string | number> = {}, at?: string, message?: string) {
    const [status, standard, nextStep] = catalog[code];
    super(message ?? standard);
    this.name = 'AppError';
    this.code = code;
    this.status = status;
    this.nextStep = nextStep;
    this.at = at;
    this.detail = detail;
  }

  /** What the client gets. */
  toProblem() {
    return {
      code: this.code,
      message: this.message,
      ...(this.at === undefined ? {} : { at: this.at }),
      nextStep: this.nextStep,
    };
  }
}
