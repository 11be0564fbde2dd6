import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { NewPasskey, PasskeyAnswer } from '@superbill/contract';

interface Ceremony {
  origin: string;
  challenge: string;
}

/** A passkey in software: it makes one ES256 key and answers as an authenticator does (WebAuthn, "none" attestation). */
export function aPasskey({ origin }: { origin: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16).toString('base64url');
  const rpId = new URL(origin).hostname;
  let counter = 0;
  let userHandle = '';
  const authenticatorData = (flags: number, attested = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const rpIdHash = createHash('sha256').update(rpId).digest();
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count, attested]);
  };
  const clientData = (type: string, { origin: at, challenge }: Ceremony) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));

  return {
    /** Answers the question of a registration. */
    make(question: Record<string, unknown>, at: Partial<Ceremony> = {}): NewPasskey {
      userHandle = String((question.user as { id: string }).id);
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
      // COSE: kty EC2, alg ES256, crv P-256, x, y.
      const cose = Buffer.concat([
        Buffer.from('a5010203262001215820', 'hex'),
        Buffer.from(x, 'base64url'),
        Buffer.from('225820', 'hex'),
        Buffer.from(y, 'base64url'),
      ]);
      const credentialId = Buffer.from(id, 'base64url');
      const attested = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        cose,
      ]);
      const data = authenticatorData(0x45, attested);
      const length = Buffer.from([0x58, data.length]);
      // { fmt: 'none', attStmt: {}, authData }
      const attestationObject = Buffer.concat([
        Buffer.from('a363666d74646e6f6e656761747453746d74a068', 'hex'),
        Buffer.from('authData'),
        length,
        data,
      ]);
      const made = clientData('webauthn.create', { origin, challenge: String(question.challenge), ...at });
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: made.toString('base64url'),
          attestationObject: attestationObject.toString('base64url'),
        },
      };
    },

    /** Answers a question; `verified` says whether it knew its owner. */
    answer(
      question: Record<string, unknown>,
      { verified = true, ...at }: Partial<Ceremony> & { verified?: boolean } = {},
    ): PasskeyAnswer {
      counter += 1;
      const data = authenticatorData(verified ? 0x05 : 0x01);
      const client = clientData('webauthn.get', { origin, challenge: String(question.challenge), ...at });
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
      return {
        id,
        rawId: id,
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: sign('sha256', signed, privateKey).toString('base64url'),
          userHandle,
        },
      };
    },

    /** A copy of the key that does not know how often it was used. */
    setBack() {
      counter = 0;
    },
  };
}
