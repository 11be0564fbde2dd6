import { readFileSync } from 'node:fs';
import { readSecretFiles } from '@superbill/server/secrets';
import { Command, type CommanderError } from 'commander';
import { secretTyped } from './secret-arguments.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** Each command with what it is for; its code is loaded only when it is called. */
const commands: Record<string, { for: string; load(): Promise<Command> }> = {
  start: { for: 'start the whole system', load: async () => (await import('./start.ts')).startCommand() },
  codes: {
    for: 'import, list, look up and search code sets',
    load: async () => (await import('./codes.ts')).codesCommand(),
  },
  code: {
    for: 'suggest codes for a clinical text',
    load: async () => (await import('./code.ts')).codeCommand(),
  },
  x12: {
    for: 'validate, acknowledge, read and write X12 files',
    load: async () => (await import('./x12.ts')).x12Command(),
  },
  claim: {
    for: 'check claims before they are sent, print them on forms',
    load: async () => (await import('./claim.ts')).claimCommand(),
  },
  practice: {
    for: 'set up a practice of your own',
    load: async () => (await import('./practice.ts')).practiceCommand(),
  },
  audit: {
    for: 'prove or export the audit trail',
    load: async () => (await import('./audit.ts')).auditCommand(),
  },
  user: {
    for: 'list, invite and reset users, when nobody has a way in',
    load: async () => (await import('./user.ts')).userCommand(),
  },
  backup: {
    for: 'back up the database and the files beside it, look at a backup',
    load: async () => (await import('./backup.ts')).backupCommand(),
  },
  restore: {
    for: 'restore a backup, or try whether it would work',
    load: async () => (await import('./restore.ts')).restoreCommand(),
  },
  sending: {
    for: 'let files go out again after a restore',
    load: async () => (await import('./sending.ts')).sendingCommand(),
  },
  doctor: {
    for: 'say what is wrong with this installation and what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand(),
  },
  keys: {
    for: 'look at, change and remove the keys that identifiers are sealed with',
    load: async () => (await import('./keys.ts')).keysCommand(),
  },
  verify: {
    for: 'prove the ledger, the thread and the audit trail whole',
    load: async () => (await import('./verify.ts')).verifyCommand(),
  },
};

/** Wrong use ends with 2, as every command here does; help and version with 0. */
function endWith2(error: CommanderError): never {
  process.exit(error.exitCode === 0 ? 0 : 2);
}

/** A command that is added does not inherit this, nor do those below it. */
function withEnd(command: Command): Command {
  command.exitOverride(endWith2);
  for (const below of command.commands) withEnd(below as Command);
  return command;
}

const program = new Command('superbill')
  .description('Medical coding and medical billing, joined by one thread.')
  .version(version)
  .exitOverride(endWith2)
  // Where a setting is read nobody asks whether it came from a file.
  .hook('preAction', () => void Object.assign(process.env, readSecretFiles(process.env)));

const refusal = secretTyped(process.argv.slice(2));
if (refusal !== undefined) {
  console.error(refusal);
  process.exit(2);
}

const [called] = process.argv.slice(2);
for (const [name, command] of Object.entries(commands)) {
  if (name === called) program.addCommand(withEnd(await command.load()));
  else program.command(name).description(command.for);
}

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
