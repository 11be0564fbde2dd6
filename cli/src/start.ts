import { dataDirectory } from '@superbill/server/data-directory';
import { StartError } from '@superbill/server/db/start-error';
import { Command, InvalidArgumentError } from 'commander';
import { readPractice } from './demo/demo-practice.ts';
import { demoPassword } from './demo/demo-practice-setup.ts';
import { type Running, startSystem } from './start-system.ts';
import { processTerminal, type Terminal, table } from './terminal.ts';

/** `superbill start`: the whole system on this machine, until it is told to stop. */
export function startCommand(terminal: Terminal = processTerminal()): Command {
  return new Command('start')
    .description('start the whole system')
    .option('--port <n>', 'port to listen on', port, Number(process.env.PORT ?? 3000))
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--data <dir>', 'data directory (default: .superbill beside the program)')
    .option('--no-demo', 'start without the demo practice')
    .option('--behind-tls', 'a TLS proxy stands in front: cookies travel over TLS only')
    .action(
      async (options: { port: number; host: string; data?: string; demo: boolean; behindTls?: true }) => {
        const started = performance.now();
        const progress = (message: string) => terminal.out(`${seconds(started)}  ${message}`);
        try {
          const running = await startSystem({
            ...options,
            behindTls: options.behindTls ?? false,
            data: dataDirectory(options.data),
            onProgress: progress,
          });
          tell(terminal, running, started);
          stopOnSignal(terminal, running);
        } catch (error) {
          if (!(error instanceof StartError)) throw error;
          terminal.err(error.message);
          terminal.exit(2);
        }
      },
    );
}

function tell(terminal: Terminal, { url, codeSets, demo, bills, practices }: Running, started: number): void {
  terminal.out(`${seconds(started)}  Ready.`);
  terminal.out('');
  terminal.out(`Superbill is at ${url}`);
  for (const line of codeSets) terminal.out(line);
  if (demo) {
    const { users, organization } = readPractice();
    terminal.out('');
    terminal.out(
      `Demo practice: ${organization.name}. Everybody in it is invented. The password of every log-in is ${demoPassword}`,
    );
    const isFirstOfRole = (user: (typeof users)[number]) =>
      users.find(({ roles }) => roles.join() === user.roles.join()) === user;
    const rows = users
      .filter(isFirstOfRole)
      .map(({ login, name, roles }) => [login, roles.join(' and '), name]);
    for (const row of table([['log-in', 'role', 'name'], ...rows])) terminal.out(`  ${row}`);
    terminal.out('  Every other physician signs in with the last name; questions go to who saw the patient.');
  }
  if (bills.length > 0) {
    terminal.out('');
    terminal.out('Bills as their patients get them (each link opens once; a biller can make a new one):');
    for (const { link, patient, birthDate } of bills) {
      terminal.out(`  ${patient}, born ${birthDate}: ${url}${link}`);
    }
  }
  if (!practices) {
    terminal.out('');
    terminal.out('There is no practice yet. Describe yours (see docs/practice.example.json) and run:');
    terminal.out('  npx superbill practice create FILE');
  }
  terminal.out('');
  terminal.out('Stop with Ctrl-C; nothing is lost.');
}

/** The first signal stops in order, the second at once. */
function stopOnSignal(terminal: Terminal, running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) process.exit(1);
    stopping = true;
    terminal.out('Stopping …');
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        terminal.err(error instanceof Error ? error.message : String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function seconds(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s`;
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError('a port is 0 to 65535');
  return value;
}
