import type { LanguageModel } from '@superbill/engines/coding/language-model';
import { StartError } from '../../db/start-error.ts';
import { chatCompletions } from './chat-completions.ts';

const usualTimeLimit = 3_000;
const longestTimeLimit = 30_000;

type Settings = Readonly<Record<string, string | undefined>>;

/**
 * The language model that the server's operator set, or undefined. Throws StartError, which stops a start with
 * words, when a setting cannot be meant: a secret is better refused than sent to the wrong place.
 */
export function configuredLanguageModel(settings: Settings): LanguageModel | undefined {
  const { SUPERBILL_LLM_URL: address, SUPERBILL_LLM_MODEL: model, SUPERBILL_LLM_KEY: key } = settings;
  if (!address && !model) return undefined;
  if (!address || !model)
    throw new StartError('A language model needs both SUPERBILL_LLM_URL and SUPERBILL_LLM_MODEL.');
  return chatCompletions({
    url: readAddress(address),
    model: model.slice(0, 100),
    key: key || undefined,
    timeLimit: readTimeLimit(settings.SUPERBILL_LLM_TIMEOUT),
  });
}

function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new StartError(
      'SUPERBILL_LLM_URL is not a plain address such as https://llm.example.org/v1 (no query, no password).',
    );
  if (url.protocol === 'http:' && !isInHouse(url.hostname))
    throw new StartError('SUPERBILL_LLM_URL leaves this network without TLS: use https.');
  return url;
}

/** This machine, a private address (RFC 1918, RFC 4193) or a name without a dot. */
function isInHouse(host: string): boolean {
  return (
    /^(?:(?:127|10)\.\d+|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+\.\d+$/.test(host) ||
    /^\[(?:::1|f[cd][0-9a-f]{2}:.*)\]$/.test(host) ||
    !/[.:]/.test(host)
  );
}

function readTimeLimit(text: string | undefined): number {
  if (!text) return usualTimeLimit;
  const limit = Number(text);
  if (!Number.isInteger(limit) || limit < 100 || limit > longestTimeLimit)
    throw new StartError(`SUPERBILL_LLM_TIMEOUT is milliseconds, from 100 to ${longestTimeLimit}.`);
  return limit;
}
