import { readFileSync } from 'node:fs';
import { StartError } from './db/start-error.ts';

/** Settings that hold a secret. Each may be the path of a file instead, under its name with `_FILE` behind it. */
export const secretNames = [
  'DATABASE_URL',
  'SUPERBILL_KEYS',
  'SUPERBILL_SMTP_URL',
  'SUPERBILL_LLM_KEY',
] as const;

type Settings = Readonly<Record<string, string | undefined>>;

/** The files that secrets are read from, by the name of the setting. */
export function secretFiles(env: Settings): { name: (typeof secretNames)[number]; file: string }[] {
  return secretNames.flatMap((name) => {
    const file = env[`${name}_FILE`];
    return file ? [{ name, file }] : [];
  });
}

/**
 * The secrets that stand in files, as Docker, Kubernetes and systemd hand them over, by the name of their setting. Throws
 * {@link StartError}, which names the setting and the file and never what is in it.
 */
export function readSecretFiles(env: Settings): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { name, file } of secretFiles(env)) {
    if (env[name]) throw new StartError(`${name} and ${name}_FILE are both set. Take one of them away.`);
    read[name] = readSecret(name, file);
  }
  return read;
}

function readSecret(name: string, file: string): string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `${name}_FILE names ${file}, which cannot be read (${code}). Name a file that holds the secret and nothing else.`,
    );
  }
  if (text === '')
    throw new StartError(`${name}_FILE names ${file}, which is empty. Write the secret into it.`);
  return text;
}
