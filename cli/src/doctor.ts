import { machineClock } from '@superbill/server/clock';
import { dataDirectory } from '@superbill/server/data-directory';
import { examine } from '@superbill/server/doctor/examine';
import { Command } from 'commander';
import { openCodeSets } from './code-sets.ts';
import { demoPassword } from './demo/demo-practice-setup.ts';
import { joinDatabase } from './join-database.ts';
import { processTerminal, type Terminal } from './terminal.ts';

const words = { fine: 'ok     ', warning: 'WARNING', fault: 'FAULT  ' } as const;

/** `superbill doctor`: 0 when nothing is wrong, 1 for warnings, 2 for faults. Changes nothing. */
export function doctorCommand(terminal: Terminal = processTerminal()): Command {
  return new Command('doctor')
    .description('say what is wrong with this installation and what to do; changes nothing')
    .option('--data <dir>', 'data directory')
    .option('--json', 'one JSON value')
    .action(async (options: { data?: string; json?: true }) => {
      const data = dataDirectory(options.data);
      const findings = await examine({
        data,
        env: process.env,
        now: machineClock.now(),
        today: machineClock.today(),
        codeSets: await openCodeSets(terminal, options),
        open: () => joinDatabase(data),
        knownPassword: demoPassword,
      });
      if (options.json)
        terminal.out(JSON.stringify({ ok: findings.every((f) => f.severity === 'fine'), findings }));
      else
        for (const { severity, check, message, nextStep } of findings) {
          terminal.out(`${words[severity]}  ${check}: ${message}`);
          if (nextStep) terminal.out(`         ${nextStep}`);
        }
      const worst = findings[0]?.severity;
      terminal.exit(worst === 'fault' ? 2 : worst === 'warning' ? 1 : 0);
    });
}
