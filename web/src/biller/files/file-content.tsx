import { Button } from '@mantine/core';
import { useState } from 'react';
import style from './files.module.css';
import { segmentsOf } from './segments.ts';

const step = 1000;

/** A file's own text, one segment a line, numbered as the server's errors number them. */
export function FileContent({ fileName, content }: { fileName: string; content: string }) {
  const [shown, setShown] = useState(step);
  const segments = segmentsOf(content);
  return (
    <>
      <section
        className={style.content}
        aria-label={`Content of ${fileName}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <ol>
          {segments.slice(0, shown).map(({ id, text }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment has no identity but its place
            <li key={i}>
              <strong>{id}</strong>
              {text.slice(id.length)}
            </li>
          ))}
        </ol>
      </section>
      {segments.length > shown && (
        <Button mt="xs" variant="default" onClick={() => setShown((count) => count + step)}>
          Show more ({(segments.length - shown).toLocaleString('en-US')} segments left)
        </Button>
      )}
    </>
  );
}
