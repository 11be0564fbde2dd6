import style from './detail.module.css';

const reference = /(\b[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?)(?=[.\-,;)\s]|$)/;

/** A note of the tabular list; pressing a code in it searches that code. */
export function NoteText({ text, onCode }: { text: string; onCode: (code: string) => void }) {
  return text.split(reference).map((part, place) =>
    // The split puts what the pattern caught at every odd place.
    place % 2 === 0 ? (
      part
    ) : (
      <button
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no identity but their place
        key={place}
        type="button"
        className={style.reference}
        aria-label={`Search ${part}`}
        onClick={() => onCode(part)}
      >
        {part}
      </button>
    ),
  );
}
