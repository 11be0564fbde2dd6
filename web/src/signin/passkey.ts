import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { NewPasskey, PasskeyAnswer } from '@superbill/contract';
import { ApiProblem } from '../api/problem.ts';

/** Whether this browser, at this address, can use passkeys: they need https or localhost. */
export const passkeysWork = browserSupportsWebAuthn();

/** Lets the person answer the server's question with a passkey. Throws ApiProblem when it did not come to that. */
export async function answerWithPasskey(question: Record<string, unknown>): Promise<PasskeyAnswer> {
  const optionsJSON = question as unknown as PublicKeyCredentialRequestOptionsJSON;
  return (await startAuthentication({ optionsJSON }).catch(refuse)) as PasskeyAnswer;
}

/** Makes a passkey on the person's device. Throws ApiProblem when it did not come to that. */
export async function makePasskey(question: Record<string, unknown>): Promise<NewPasskey> {
  const optionsJSON = question as unknown as PublicKeyCredentialCreationOptionsJSON;
  return (await startRegistration({ optionsJSON }).catch(refuse)) as NewPasskey;
}

/** The browser does not say why it stopped, so that no page learns which keys there are. */
function refuse(error: unknown): never {
  const known = error instanceof Error && error.name === 'InvalidStateError';
  throw new ApiProblem(
    0,
    known
      ? {
          code: 'passkey.known',
          message: 'This device holds a passkey for you already.',
          nextStep: 'Use another device, or go on with the one you have.',
        }
      : {
          code: 'passkey.stopped',
          message: 'The passkey was not used.',
          nextStep: 'Try again and confirm on your device, or choose another way.',
        },
  );
}
