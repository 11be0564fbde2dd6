const named =
  /^--?(?:database-url|keys?|smtp-url|smtp-password|llm-key|api-key|pass(?:word|phrase)?|pw|secret|token)(?:=|$)/i;
const setting = /^(?:DATABASE_URL|PGPASSWORD|SUPERBILL_(?:KEYS|SMTP_URL|LLM_KEY))=/i;
/** `postgres://user:password@host` */
const address = /^(?:[\w-]{1,40}=)?[a-z][a-z0-9+.-]{0,20}:\/\/[^/@\s]{0,200}:[^/\s]{1,200}@/i;

/**
 * Why these arguments are refused, or undefined: what is typed at a prompt stands in the list of processes, which everybody
 * on the machine reads, and in the history of the shell. The sentence repeats nothing of it.
 */
export function secretTyped(args: readonly string[]): string | undefined {
  const holds = args.some((arg) => named.test(arg) || setting.test(arg) || address.test(arg));
  return holds
    ? 'An argument holds a secret, which others on this machine can see. Nothing was done; take the secret out of the ' +
        'history of your shell. Set it where Superbill is started, or in a file of yours alone that NAME_FILE names, ' +
        'such as DATABASE_URL_FILE; a passphrase is read with --passphrase-file.'
    : undefined;
}
