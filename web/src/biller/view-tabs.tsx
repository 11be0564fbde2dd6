import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { KeyHint, useKeys } from '../ui/index.ts';
import style from './view-tabs.module.css';

interface Tab<Value extends string> {
  value: Value;
  name: string;
  /** How many stand there; undefined while it is not known. */
  count?: number | undefined;
}

interface Props<Value extends string> {
  /** Names the row of tabs: `Queues`. */
  label: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children: ReactNode;
}

/** Several views of one list, each with its count; `[` and `]` go through them. */
export function ViewTabs<Value extends string>({ label, tabs, value, onChange, children }: Props<Value>) {
  const place = tabs.findIndex((tab) => tab.value === value);
  const step = (by: 1 | -1) => {
    const next = tabs[(place + by + tabs.length) % tabs.length];
    if (next) onChange(next.value);
  };
  useKeys([
    { key: '[', does: `${label}: go to the one before`, run: () => step(-1) },
    { key: ']', does: `${label}: go to the next one`, run: () => step(1) },
  ]);
  return (
    <Tabs
      value={value}
      onChange={(next) => {
        const tab = tabs.find((each) => each.value === next);
        if (tab) onChange(tab.value);
      }}
      keepMounted={false}
      classNames={{ root: style.tabs, panel: style.view, list: style.list, tab: style.tab }}
    >
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.name}
            {tab.count !== undefined && (
              <span className={style.count} data-count>
                {' '}
                {tab.count}
              </span>
            )}
          </Tabs.Tab>
        ))}
        <span className={style.keys} aria-hidden>
          <KeyHint keys="[" /> <KeyHint keys="]" />
        </span>
      </Tabs.List>
      <Tabs.Panel value={value}>{children}</Tabs.Panel>
    </Tabs>
  );
}
