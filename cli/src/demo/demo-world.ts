import type { Role } from '@superbill/contract';
import { addDays, type Instant, type IsoDate } from '@superbill/engines/model';
import type { Payer } from '@superbill/payer';
import { fixedClock } from '@superbill/server/clock';
import { receiveFile } from '@superbill/server/files/receive-file';
import type { CreatedPractice } from '@superbill/server/practice/create-practice';
import { type Actor, type System, type Work, work } from '@superbill/server/work';

/** Where the demo is lived through: the product with a clock that moves, and the payer at the other end of the wire. */
export interface DemoWorld {
  system: System;
  today: IsoDate;
  practice: CreatedPractice;
  /** Sets the clock to an afternoon some days after a date, but never beyond now. */
  setDay(date: IsoDate, later?: number): void;
  /** Does something as the person of the demo who would do it. */
  as<T>(who: 'coder' | 'biller' | 'front-desk', act: (unit: Work) => Promise<T>): Promise<T>;
  /** Does something as a physician of the demo, by the user's id. */
  asPhysician<T>(userId: string, act: (unit: Work) => Promise<T>): Promise<T>;
  actor(who: 'coder' | 'biller' | 'front-desk'): Actor;
  /** Hands the files sent since the last time to the payer, and its answers back. */
  exchangeFiles(): Promise<void>;
  /** Lets the payer decide and pay, and posts what it sends. */
  payerPays(): Promise<void>;
}

export async function demoWorld(
  real: System,
  practice: CreatedPractice,
  users: Record<'coder' | 'biller' | 'front-desk', string>,
  makePayer: (clock: { now(): Instant; today(): IsoDate }) => Payer,
): Promise<DemoWorld> {
  const clock = fixedClock(real.clock.now());
  const outbox: Uint8Array[] = [];
  const system: System = {
    ...real,
    clock,
    exchange: {
      send: async (_organization, _name, content) => void outbox.push(content),
      list: async () => [],
      taken: async () => {},
    },
  };
  const payer = makePayer(clock);
  const { organizationId } = practice;
  const itself: Actor = { organizationId, userId: null, hat: 'system' };
  const today = await work(real, itself, async (unit) => unit.today);
  const actor = (who: Role & keyof typeof users): Actor => ({ organizationId, userId: users[who], hat: who });
  const takeIn = async (files: readonly { name: string; text: string }[]) => {
    for (const { name, text } of files) await receiveFile(system, itself, name, Buffer.from(text));
    payer.markDelivered(files.map(({ name }) => name));
  };
  return {
    system,
    today,
    practice,
    actor,
    setDay(date, later = 0) {
      const day = addDays(date, later);
      clock.set(day < today ? (`${day}T21:30:00.000Z` as Instant) : real.clock.now());
    },
    as: (who, act) => work(system, actor(who), act),
    asPhysician: (userId, act) => work(system, { organizationId, userId, hat: 'physician' }, act),
    async exchangeFiles() {
      for (const content of outbox.splice(0)) await takeIn(payer.receive(content, organizationId).replies);
    },
    payerPays: async () => takeIn(payer.adjudicate().files),
  };
}
