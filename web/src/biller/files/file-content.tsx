import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { reveal } from '../../ui/index.ts';
import style from './files.module.css';
import type { Segment } from './segments.ts';

/** How many segments are in the page at once; more are a press away. */
const step = 2000;

interface Props {
  fileName: string;
  segments: readonly Segment[];
  /** The number of the segment that a problem is about; marked and brought into sight. */
  faulty: number | undefined;
}

/** A file's own text, one segment a line, numbered as the server's problems number them. */
export function FileContent({ fileName, segments, faulty }: Props) {
  const place = segments.findIndex(({ number }) => number === faulty);
  const [from, setFrom] = useState(Math.max(0, place - step / 2));
  const [to, setTo] = useState(Math.max(0, place - step / 2) + step);
  const box = useRef<HTMLElement>(null);
  const jump = () => {
    const mark = box.current?.querySelector('[aria-current]');
    if (mark) reveal(mark);
  };
  useEffect(jump, []);
  return (
    <div className={style.reading}>
      {place !== -1 && segments.length > 1 && (
        <Button size="compact-sm" variant="default" onClick={jump}>
          Go to segment {faulty}
        </Button>
      )}
      <section
        ref={box}
        className={style.content}
        aria-label={`Content of ${fileName}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <ol>
          {segments.slice(from, to).map(({ number, elements: [id = '', ...rest], separator }) => (
            <li
              key={number}
              value={number}
              {...(number === faulty ? { 'aria-current': true, className: style.faulty } : {})}
            >
              {separator === '' ? id : <strong>{id}</strong>}
              {rest.map((element) => separator + element).join('')}
            </li>
          ))}
        </ol>
      </section>
      {(from > 0 || to < segments.length) && (
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - step))}
          >
            Show earlier ({from.toLocaleString('en-US')} segments)
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            disabled={to >= segments.length}
            onClick={() => setTo(to + step)}
          >
            Show later ({Math.max(0, segments.length - to).toLocaleString('en-US')} segments)
          </Button>
        </Group>
      )}
    </div>
  );
}
