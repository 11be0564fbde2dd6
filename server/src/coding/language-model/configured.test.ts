import { describe, expect, test } from 'vitest';
import { configuredLanguageModel } from './configured.ts';

const model = { SUPERBILL_LLM_MODEL: 'm' };

describe('the language model of a server', () => {
  test('is none while nothing is set', () => {
    expect(configuredLanguageModel({})).toBeUndefined();
    expect(configuredLanguageModel({ SUPERBILL_LLM_KEY: 'k' })).toBeUndefined();
  });

  test.each([
    'https://llm.example.org/v1',
    'http://127.0.0.1:11434/v1',
    'http://localhost:8000/v1/',
    'http://ollama:11434/v1',
    'http://10.0.0.7/v1',
    'http://192.168.1.2/v1',
    'http://[::1]:8000/v1',
  ])('may be at %s', (SUPERBILL_LLM_URL) => {
    expect(configuredLanguageModel({ ...model, SUPERBILL_LLM_URL })).toMatchObject({ name: 'm' });
  });

  test.each([
    'http://llm.example.org/v1',
    'http://8.8.8.8/v1',
    'http://10.example.org/v1',
    'http://[2001:db8::1]/v1',
    'https://user:secret@llm.example.org/v1',
    'https://llm.example.org/v1?key=secret',
    'file:///etc/passwd',
    'llm.example.org',
  ])('may not be at %s, and no secret is told', (SUPERBILL_LLM_URL) => {
    const set = () => configuredLanguageModel({ ...model, SUPERBILL_LLM_URL });
    expect(set).toThrow(/SUPERBILL_LLM_URL/);
    expect(set).not.toThrow(/secret/);
  });

  test.each([
    { SUPERBILL_LLM_URL: 'https://llm.example.org/v1' },
    { SUPERBILL_LLM_MODEL: 'm' },
    { ...model, SUPERBILL_LLM_URL: 'https://llm.example.org/v1', SUPERBILL_LLM_TIMEOUT: '99' },
    { ...model, SUPERBILL_LLM_URL: 'https://llm.example.org/v1', SUPERBILL_LLM_TIMEOUT: '1e9' },
    { ...model, SUPERBILL_LLM_URL: 'https://llm.example.org/v1', SUPERBILL_LLM_TIMEOUT: 'soon' },
  ])('stops the start when it is set by half or wrong: %o', (settings) => {
    expect(() => configuredLanguageModel(settings)).toThrow(/SUPERBILL_LLM/);
  });
});
