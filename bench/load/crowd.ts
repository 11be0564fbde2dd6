import { setTimeout as sleep } from 'node:timers/promises';
import { Dice } from '../../scripts/dice.ts';
import { Client, Ledger } from './client.ts';
import type { Ready } from './messages.ts';
import { people, poll } from './people.ts';

export interface Crowd {
  users: number;
  seconds: number;
  /** Mean pause between two steps in milliseconds; 0 asks again at once (a closed loop). */
  pace: number;
}

/** Lets people work side by side for a while; answers what their requests took. */
export async function letWork(ready: Ready, { users, seconds, pace }: Crowd): Promise<Ledger> {
  const ledger = new Ledger();
  const until = performance.now() + seconds * 1000;
  const total = people.reduce((sum, { share }) => sum + share, 0);
  const at = (place: number) => {
    let left = ((place + 0.5) / users) * total;
    return (
      people.find(({ share }) => {
        left -= share;
        return left < 0;
      }) ?? people[0]
    );
  };
  await Promise.all(
    Array.from({ length: users }, async (_, number) => {
      const { role, work } = at(number);
      const token =
        role === 'patient'
          ? ''
          : `superbill_session=${ready.sessions[role][number % ready.sessions[role].length]}`;
      const desk = {
        client: new Client(ready.port, ledger, token),
        dice: new Dice(number + 1),
        ready,
        pause: () => (pace === 0 ? Promise.resolve() : sleep(pace * (0.5 + desk.dice.below(1000) / 1000))),
      };
      await sleep(desk.dice.below(Math.max(pace, 200)));
      while (performance.now() < until) {
        await work(desk);
        if (role !== 'patient') await poll(desk);
        await desk.pause();
        // Somebody without work looks again a little later, whatever the pace.
        await sleep(20);
      }
    }),
  );
  return ledger;
}
