import type { LanguageModel, Reply } from '@superbill/engines/coding/language-model';
import { z } from 'zod';
import { egressTo } from '../../egress/egress.ts';
import { EgressError } from '../../egress/egress-error.ts';

export interface Endpoint {
  /** Up to and without `/chat/completions`. */
  url: URL;
  model: string;
  key: string | undefined;
  /** For the whole answer, in milliseconds. */
  timeLimit: number;
}

/** What an endpoint may send back; an answer is a few hundred bytes. */
const largestReply = 64 * 1024;
const longestText = 16_000;

const completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * Any endpoint that speaks `/chat/completions` as OpenAI describes it. Never throws: whatever goes wrong is a
 * reply without an answer. Redirects are not followed, so nothing goes anywhere but where the operator said.
 */
export function chatCompletions({ url, model, key, timeLimit }: Endpoint): LanguageModel {
  const address = new URL(`${url.pathname.replace(/\/{1,8}$/, '')}/chat/completions`, url);
  const fetch = egressTo([{ at: url, inHouse: true }], { largest: largestReply, timeLimit });
  return {
    name: model,
    async ask({ system, user }): Promise<Reply> {
      try {
        const response = await fetch(address, {
          method: 'POST',
          redirect: 'manual',
          headers: {
            'content-type': 'application/json',
            accept: 'application/json',
            ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
          },
          body: JSON.stringify({
            model,
            stream: false,
            messages: [
              { role: 'system', content: system },
              { role: 'user', content: user },
            ],
          }),
        });
        if (response.status !== 200) {
          await response.body?.cancel();
          return { ok: false, reason: 'http-error' };
        }
        return replyIn(await response.text());
      } catch (error) {
        if (error instanceof EgressError && error.reason === 'too-large')
          return { ok: false, reason: 'too-long' };
        const late = error instanceof Error && error.name === 'TimeoutError';
        return { ok: false, reason: late ? 'time-out' : 'unreachable' };
      }
    },
  };
}

function replyIn(body: string): Reply {
  const read = completion.safeParse(parseJson(body));
  const text = read.data?.choices[0]?.message.content;
  if (text === undefined) return { ok: false, reason: 'wrong-shape' };
  return text.length > longestText ? { ok: false, reason: 'too-long' } : { ok: true, text: text.trim() };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
