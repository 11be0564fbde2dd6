import type { Subjects } from '../subjects.ts';
import { password } from '../world.ts';
import type { Samples } from './sample.ts';

/** What a passkey of nobody here would answer. */
const anotherPasskey = {
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'e30', attestationObject: 'oA' },
} as const;

const noAnswer = { clientDataJSON: 'e30', authenticatorData: 'AA', signature: 'AA' };

/** Signing in, the own account, users, programs. */
export const accountsSamples = (of: Subjects) => {
  return {
    signIn: { body: { login: 'nobody', password: 'nothing' } },
    passSecondFactor: { body: { code: '000000' } },
    askForPasskey: {},
    askForProof: {},
    readProofWays: {},
    startProviderProof: { body: { purpose: 'prove' } },
    finishProviderProof: { body: { query: 'code=none' } },
    prove: { body: { password } },
    lockSession: {},
    unlockSession: { body: { password } },
    readOwnAccount: {},
    changePassword: { body: { current: password, next: `${password}, once more` } },
    startTotp: {},
    confirmTotp: { params: { factorId: of.codeId }, body: { code: '000000' } },
    removeTotp: { params: { factorId: of.codeId } },
    startPasskey: {},
    addPasskey: { body: { name: 'Key', passkey: anotherPasskey } },
    renamePasskey: { params: { passkeyId: of.codeId }, body: { name: 'Key' } },
    removePasskey: { params: { passkeyId: of.codeId } },
    startProviderLink: {},
    finishProviderLink: { body: { query: 'code=none' } },
    unlinkOwnIdentity: { params: { identityId: of.codeId } },
    renewRecoveryCodes: {},
    finishEnrolment: {},
    listOwnSessions: {},
    endOwnSession: { params: { sessionId: of.codeId } },
    endOtherSessions: {},
    listUsers: {},
    readUser: { params: { userId: of.userId } },
    inviteUser: { body: { login: 'new.example', name: 'New Example', roles: ['coder'] } },
    changeUser: {
      params: { userId: of.userId },
      body: { name: 'Example', email: null, roles: ['coder'], practitionerId: null, rowVersion: 1 },
    },
    disableUser: { params: { userId: of.userId }, body: { rowVersion: 999 } },
    enableUser: { params: { userId: of.userId }, body: { rowVersion: 999 } },
    resetUser: { params: { userId: of.userId }, body: {} },
    listUserSessions: { params: { userId: of.userId } },
    endUserSession: { params: { userId: of.userId, sessionId: of.codeId } },
    endUserSessions: { params: { userId: of.userId } },
    unlinkUserIdentity: { params: { userId: of.userId, identityId: of.codeId } },
    listSessions: {},
    listLetters: {},
    readSecuritySettings: {},
    changeSecuritySettings: { body: { secondFactorRoles: [], rowVersion: 0 } },
    readSignInOptions: {},
    askForSignInPasskey: {},
    signInWithPasskey: { body: { passkey: { ...anotherPasskey, response: noAnswer } } },
    startProviderSignIn: { body: { organizationId: of.codeId } },
    finishProviderSignIn: { body: { query: 'code=none' } },
    readIdentityProvider: {},
    tryIdentityProvider: {},
    changeIdentityProvider: {
      body: {
        label: 'Example ID',
        issuer: 'https://id.example.org',
        clientId: 'superbill',
        clientSecret: 'secret',
        enabled: false,
        rowVersion: 0,
      },
    },
    listServiceAccounts: {},
    addServiceAccount: { body: { name: 'Link', permissions: ['patient.read'] } },
    changeServiceAccount: {
      params: { accountId: of.accountId },
      body: { name: 'Link', permissions: ['patient.read'], disabled: false, rowVersion: 1 },
    },
    addApiKey: { params: { accountId: of.accountId }, body: { name: 'Key' } },
    revokeApiKey: { params: { accountId: of.accountId, keyId: of.keyId } },
    readInvitation: { body: { token: 'x'.repeat(80) } },
    acceptInvitation: { body: { token: 'x'.repeat(80), password: 'nothing' } },
    readSession: {},
    switchHat: { body: { hat: 'coder' } },
    signOut: {},
  } satisfies Partial<Samples>;
};
