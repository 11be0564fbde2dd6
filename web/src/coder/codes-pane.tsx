import { CloseButton } from '@mantine/core';
import type { Encounter, ResponseOf, routes } from '@superbill/contract';
import type { Decided } from '@superbill/engines/coding/procedures/evaluation/level';
import type { Evidence } from '@superbill/engines/model';
import type { UseQueryResult } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import type { ApiProblem } from '../api/index.ts';
import { KeyHint, ReadState } from '../ui/index.ts';
import { AdviceNote } from './advice-note.tsx';
import { CodeDetail, type Looked } from './code-detail.tsx';
import { CodeList } from './code-list.tsx';
import type { Coding } from './coding-state.ts';
import { editionNote } from './edition-note.ts';
import type { ExcludesConflict } from './excludes.ts';
import { NotCoded } from './not-coded.tsx';
import { ProcedureLines } from './procedure-lines.tsx';
import { QuestionStrip } from './question-strip.tsx';
import { leftOutOf } from './rule-lines.ts';
import { SearchBar } from './search-bar.tsx';
import { SearchResults } from './search-results.tsx';
import { SuggestionFacts } from './suggestion-facts.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { TieWords } from './tie-words.tsx';
import type { CodeSearch } from './use-code-search.ts';
import type { Decisions } from './use-decisions.ts';
import type { WorkspaceHandle } from './use-workspace.ts';
import { VisitLevel } from './visit-level.tsx';
import style from './workspace.module.css';

interface Props {
  encounter: Encounter;
  proposals: UseQueryResult<ResponseOf<typeof routes.suggestCodes>, ApiProblem>;
  decisions: Decisions;
  search: CodeSearch;
  work: WorkspaceHandle;
  excludes: { conflicts: readonly ExcludesConflict[]; wouldBe: readonly ExcludesConflict[] };
  mayCode: boolean;
  tall: boolean;
  onTall: (tall: boolean) => void;
}

/** Search, the visit's codes, the suggestions, the questions, and what is known of the code at the cursor. */
export function CodesPane(props: Props) {
  const { encounter, proposals, decisions, search, work, excludes, mayCode, tall, onTall } = props;
  const { coding } = decisions;
  const { cursor, tying, picked } = work;
  const searching = search.text.trim() !== '';
  const undecided = coding.suggestions.filter(({ decision }) => decision === 'open').length;
  const edition = search.edition ?? proposals.data?.edition;
  const warning = edition && editionNote(edition, encounter.serviceDate);
  const conflicts = excludes.conflicts.length;

  /** On a narrow screen the record is brought in front too. */
  function show(words: Evidence) {
    work.aim(words);
    work.setSide('record');
  }

  function onArrow(event: KeyboardEvent) {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -1000, End: 1000 }[event.key];
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    work.move(by);
  }

  return (
    <section className={style.codes} aria-label="Coding">
      {warning && (
        <p className={style.edition} title={warning}>
          {warning}
        </p>
      )}
      <SearchBar
        search={search}
        field={work.field}
        disabled={!mayCode}
        answering={searching && !tying}
        onPick={work.take}
        onLeave={work.leaveSearch}
      />
      <div className={style.picked}>
        {picked ? (
          <>
            <span className={style.words}>For the words “{picked.quote}”</span>
            <CloseButton size={20} aria-label="Let go of the words" onClick={() => work.pick(undefined)} />
          </>
        ) : (
          <span className={style.quiet}>
            {mayCode && (
              <>
                To code other words: select them in the record, then{' '}
                <span className={style.byKey}>press /</span>
                <span className={style.byTouch}>search</span>
              </>
            )}
          </span>
        )}
      </div>
      <div className={style.stage}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows in it hold the focus */}
        <div
          className={coding.codes.length === 0 ? style.listsWithoutCodes : style.lists}
          inert={searching}
          onKeyDown={onArrow}
        >
          <h2 className={style.listHead}>
            Codes <span className={style.count}>{coding.codes.length}</span>
            {conflicts > 0 && (
              <span className={style.conflict} role="status">
                ⚠ Excludes1: {excludes.conflicts[0]?.code} and {excludes.conflicts[0]?.other}
                {conflicts > 1 && ` and ${conflicts - 1} more`}
              </span>
            )}
          </h2>
          {/* Without a row to stand on, what scrolls takes the focus itself. */}
          <div className={style.codeScroll} {...(coding.codes.length === 0 && { tabIndex: 0 })}>
            <CodeList
              coding={coding}
              cursor={cursor}
              conflicts={excludes.conflicts}
              readOnly={!mayCode}
              onStand={(row) =>
                row.code !== cursor?.code || row.list !== cursor.list ? work.stand(row, false) : undefined
              }
              onMove={work.reorder}
              onRemove={work.remove}
            />
          </div>
          <h2 className={style.listHead}>
            Suggestions{' '}
            <span className={style.count}>
              {proposals.data && `${undecided} of ${coding.suggestions.length} to decide`}
            </span>
            <span className={style.said}>
              <span role="status">{decisions.last}</span>
              {mayCode && decisions.last === undefined && (
                <span className={style.hints} aria-hidden>
                  <KeyHint keys="a" /> accept <KeyHint keys="r" /> reject <KeyHint keys="e" /> words
                </span>
              )}
            </span>
          </h2>
          <div className={style.suggestionScroll}>
            <ReadState read={proposals} lines={5}>
              {({ advice, firings, notCoded, procedures, evaluation }) => (
                <>
                  <AdviceNote advice={advice} />
                  <SuggestionList
                    coding={coding}
                    cursor={cursor}
                    readOnly={!mayCode}
                    onStand={(row) =>
                      row.code !== cursor?.code || row.list !== cursor.list
                        ? work.stand(row, false)
                        : undefined
                    }
                    onAccept={work.accept}
                    onReject={work.reject}
                  />
                  <ProcedureLines procedures={procedures} onShow={show} />
                  <VisitLevel
                    key={encounter.id}
                    encounterId={encounter.id}
                    evaluation={evaluation}
                    decided={decidedIn(coding)}
                    date={encounter.serviceDate}
                    onShow={show}
                  />
                  <NotCoded lines={leftOutOf(coding.suggestions, firings, notCoded)} onShow={work.aim} />
                </>
              )}
            </ReadState>
          </div>
        </div>
        {searching && (
          <div className={style.overlay}>
            {tying ? (
              <TieWords
                key={tying.code}
                code={tying}
                typed={search.text}
                documents={encounter.documents}
                picked={picked}
                onAim={work.aim}
                onTie={work.tie}
                onBack={work.backToResults}
              />
            ) : (
              <SearchResults
                search={search}
                chosen={coding.codes.map(({ code }) => code)}
                onPick={work.take}
              />
            )}
          </div>
        )}
      </div>
      <QuestionStrip encounter={encounter} mayWithdraw={mayCode} />
      <CodeDetail
        looked={lookedAt(props)}
        date={encounter.serviceDate}
        conflicts={excludes.wouldBe}
        facts={
          work.suggestion &&
          !searching && (
            <SuggestionFacts
              suggestion={work.suggestion}
              alternatives={work.alternatives}
              firings={proposals.data?.firings ?? []}
              onChoose={mayCode ? work.choose : undefined}
            />
          )
        }
        tall={tall}
        onTall={onTall}
        onCode={work.searchCode}
      />
    </section>
  );
}

/** Every suggestion with its decision; what was found by search or chosen instead stands on its words too. */
function decidedIn({ suggestions, codes }: Coding): Decided[] {
  return [...suggestions, ...codes.map(({ evidence }) => ({ decision: 'accepted' as const, evidence }))];
}

/** The code the detail is about: the one to be tied to words, the row of the search, or the row at the cursor. */
function lookedAt({ search, work, decisions: { coding } }: Props): Looked | undefined {
  const row = work.tying ?? (search.text.trim() === '' ? undefined : search.at);
  if (row)
    return {
      system: search.system,
      code: row.code,
      title: row.title,
      path: row.path,
      evidence: [],
      notes: [],
    };
  const { cursor } = work;
  const suggested = coding.suggestions.find(({ code }) => code === cursor?.code);
  const assigned = coding.codes.find(({ code }) => code === cursor?.code);
  if (assigned) return { ...assigned, notes: suggested?.notes ?? [] };
  return suggested;
}
