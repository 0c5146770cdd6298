import type { Component, Snippet } from 'svelte';
import { answers, type Answer } from '#domain/answer.ts';
import type { Source } from '#domain/claim.ts';
import { differs, outcome, type ItemId, type ItemMark, type Mark } from '#domain/mark.ts';
import { latest, newUuid, type Attempt } from '#storage/attempt.ts';
import { draftKey, openDrafts, readDraft, type Drafts } from '#storage/draft.ts';
import { mayKeepAttempts } from '#storage/database.ts';
import type { Log } from '#storage/log.ts';
import type { Asked, BaseSpec, ExerciseType, Key } from './contract.ts';
import { fieldsOf } from './form.ts';
import { fetchKey } from './key.ts';
import type { Reasons } from './reasons.ts';

/** How much of the learner's work the device keeps; shown when it is not all of it, or what is handed in is on its way. */
export type Keeping = 'device' | 'draft-refused' | 'attempt-pending' | 'attempt-refused';

/** What a type shows once an answer is handed in, as its `result.ts` exports it. Nobody needs it before the first answer. */
export interface ResultParts {
  readonly mark: ExerciseType<never, unknown>['mark'];
  /** The reason beside one item. */
  readonly Feedback: Component<{ mark: never; sources: readonly Source[] }>;
  /** The sum of an attempt. */
  readonly ReadOut: Component<ReadOutProps<never>>;
}

/** Milliseconds from a failure to fetch the key or a module to the next try. */
const retryAfter = 4000;

/** The part of the log that a session needs. */
type SessionLog = Pick<Log, 'add' | 'all'>;

/** An exercise as an assignment sets it: what a session otherwise finds by itself. */
export interface Assigned {
  /** What its draft is kept under, in place of the exercise. */
  readonly draft: string;
  readonly drafts: Drafts;
  /** Holds what was handed in for this assignment, and nothing else. */
  readonly log: SessionLog;
  /** The key to what is asked. */
  readonly key: Key<BaseSpec>;
  /** Whether an answer may be revised once. A new attempt is not made for an assignment. */
  readonly revise: boolean;
}

/** An exercise as the island of its type gets it. */
export interface Given extends Asked {
  readonly assigned?: Assigned;
}

/** What the island of every type gets: the exercise, and its questions as HTML. */
export interface IslandProps {
  readonly given: Given;
  readonly children: Snippet;
}

/** What every read-out is given. */
export interface ReadOutProps<Each extends ItemMark = ItemMark> {
  /** The id of the heading. */
  id: string;
  first: Mark<Each> & { kind: 'marked' };
  revised: Mark<Each> | undefined;
  /** What one item is called: "statement", "claim". */
  noun: string;
  /** The words an item is known by. */
  wordsOf: (item: ItemId) => string;
  goTo: (item: ItemId) => void;
  /** Opens the answer for its revision, or an empty form for a new attempt. */
  restart: (action: 'revise' | 'startAgain') => void;
  /** As an assignment sets it, where one does. */
  assigned: Pick<Assigned, 'revise'> | undefined;
  keeping: Keeping;
}

/**
 * A learner's work on one exercise, from the first click to the revised answer. The frame of an exercise reads it and
 * changes it through its methods; it keeps the draft and the log, and marks by the exercise type.
 */
export class Session {
  readonly exercise: string;
  readonly items: readonly ItemId[];
  readonly main: string;
  /** Whether the reasons are kept back. */
  readonly sealed: boolean;
  readonly assigned: Assigned | undefined;
  readonly #load: () => Promise<ResultParts>;
  readonly #drafts: Drafts;
  /** What the draft is kept under. */
  readonly #draft: string;
  /** The attempt that the draft revises, by its id: the attempt itself is found later. */
  #revises: string | undefined;
  #log: Promise<SessionLog> | undefined;
  #past: Answer[] = $state.raw([]);
  /** Counts how often the log was looked at: only what the newest look finds is shown. */
  #looks = 0;
  /** The text field that is being typed in: its letters are one change, not many. */
  #typing: string | false = false;

  /** The fields as they stand. */
  answer: Answer = $state.raw({});
  /** The attempt handed in first, and its revision. */
  first: Attempt | undefined = $state.raw();
  revised: Attempt | undefined = $state.raw();
  /** Whether the fields can be changed now. */
  answering = $state(true);
  keeping: Keeping = $state('device');
  /** Whether the script is running: until then the form works by itself. */
  awake = $state(false);

  /** The key, and what shows the result; fetched at the first answer, to be at hand even if the network goes. */
  result: (ResultParts & { readonly key: Key<BaseSpec>; readonly reasons: Reasons }) | undefined =
    $state.raw();
  /** Whether fetching it has failed so far. */
  resultFailed = $state(false);
  /** Whether the result has come or is being waited for. */
  #asked = false;

  /** Items that are answered. */
  readonly done: number = $derived.by(() => this.items.length - this.missing.length);
  readonly missing: readonly ItemId[] = $derived.by(() =>
    this.items.filter((item) => !answers(this.answer, this.main, item)),
  );
  readonly firstMark: Mark | undefined = $derived.by(() => this.#mark(this.first?.answer));
  readonly revisedMark: Mark | undefined = $derived.by(() => this.#mark(this.revised?.answer));
  readonly #marks: Readonly<Record<ItemId, ItemMark>> = $derived.by(() => {
    const latest = this.revisedMark ?? this.firstMark;
    return Object.fromEntries(latest?.kind === 'marked' ? latest.items.map((mark) => [mark.item, mark]) : []);
  });
  /** Whether anything that was handed in has a right answer. */
  readonly scored: boolean = $derived.by(() => Object.values(this.#marks).some((mark) => mark.scored));
  readonly canUndo: boolean = $derived.by(() => this.#past.length > 0);
  /** Whether no field is set, not even one that does not make its item answered. */
  readonly isEmpty: boolean = $derived.by(() => Object.keys(this.answer).length === 0);

  /**
   * @param given the exercise: what is asked, in order, and the question that makes an item count as answered
   * @param load fetches the type's `result.ts`
   */
  constructor({ exercise, items, main, sealed, assigned }: Given, load: () => Promise<unknown>) {
    this.exercise = exercise;
    this.items = items;
    this.main = main;
    this.sealed = sealed;
    // Each type's parts take its own kind of mark, which is the only kind that they are given.
    this.#load = load as () => Promise<ResultParts>;
    this.assigned = assigned;
    this.#draft = assigned?.draft ?? exercise;
    this.#drafts = assigned?.drafts ?? openDrafts();
    this.#log = assigned && Promise.resolve(assigned.log);
    if (typeof document === 'undefined') return;
    const kept = this.#drafts.read(this.#draft);
    this.#revises = kept?.revises;
    // What was clicked before the script arrived stands in the form, and in the draft where that could be kept.
    this.answer = { ...kept?.answer, ...fieldsOf(exercise) };
  }

  /** Starts listening, and shows the last attempt if nothing is under way. @returns what stops it */
  wake(): () => void {
    this.awake = true;
    if (Object.keys(this.answer).length > 0) this.#keepDraft();
    void this.#restore();
    const onStorage = (event: StorageEvent) => {
      if (event.key !== null && event.key !== draftKey(this.#draft)) return;
      const theirs = readDraft(event.newValue);
      this.#forgetChanges();
      this.answer = theirs?.answer ?? {};
      this.#revises = theirs?.revises;
      void this.#restore(theirs !== undefined);
    };
    addEventListener('storage', onStorage);
    return () => removeEventListener('storage', onStorage);
  }

  /** The latest mark of an item; undefined in a first round, before anything was handed in. */
  markOf(item: ItemId): ItemMark | undefined {
    return this.answering && !this.first ? undefined : this.#marks[item];
  }

  /** The mark that an item gets if `answer` is handed in; undefined until the key is there. */
  foresee(item: ItemId, answer: Answer): ItemMark | undefined {
    const mark = this.#mark(answer);
    return mark?.kind === 'marked' ? mark.items.find((each) => each.item === item) : undefined;
  }

  /** Whether an item can be answered now: in a revision, where the first answer was not the key's, or there is no key. */
  isOpen(item: ItemId): boolean {
    if (!this.answering) return false;
    if (!this.first) return true;
    const mark = this.#marks[item];
    return mark === undefined || !this.scored || differs(mark) || outcome(mark) === 'left-out';
  }

  /**
   * Sets fields, in one change: they are undone together.
   *
   * @param fields an empty one takes its answer away
   * @param typing the text field that a letter of the change went into: all letters of one field are undone together
   */
  set(fields: Answer, typing: string | false = false): void {
    const answer: Record<string, string> = { ...this.answer, ...fields };
    for (const field in fields) if (!fields[field]) Reflect.deleteProperty(answer, field);
    if (Object.keys(fields).some((field) => answer[field] !== this.answer[field]))
      this.#change(answer, typing);
  }

  /** Takes the last change back. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.#typing = false;
    this.answer = before;
    this.#keepDraft();
  }

  /** Empties the form; {@link undo} brings it back. */
  clear(): void {
    if (!this.isEmpty) this.#change({});
  }

  /** Hands the answer in, if there is one. @returns when the device has it, or cannot take it */
  async handIn(): Promise<void> {
    if (this.done === 0) return;
    const attempt: Attempt = {
      id: newUuid(),
      exercise: this.exercise,
      answer: this.answer,
      at: now(),
      ...(this.#revises ? { revises: this.#revises } : {}),
    };
    this.answering = false;
    this.keeping = 'attempt-pending';
    this.#fetchResult();
    // A first attempt that the device could not keep goes into the log with its revision; one that is there stays.
    const all = this.first ? [this.first, attempt] : [attempt];
    if (this.first) this.revised = attempt;
    else this.first = attempt;
    this.#forgetChanges();
    await this.#keepAttempts(all);
  }

  /** Opens the answer for its one revision. */
  revise(): void {
    if (!this.first || this.revised) return;
    this.answer = this.first.answer;
    this.#revises = this.first.id;
    this.answering = true;
    this.#forgetChanges();
    this.#keepDraft();
  }

  /** Starts a new attempt with an empty form. Earlier attempts stay in the log. */
  startAgain(): void {
    this.first = undefined;
    this.revised = undefined;
    this.#revises = undefined;
    this.answer = {};
    this.#forgetChanges();
    this.answering = true;
    this.#drafts.remove(this.#draft);
  }

  /** From here on nothing can be taken back. */
  #forgetChanges(): void {
    this.#past = [];
    this.#typing = false;
  }

  /** Puts another answer in place of this one. */
  #change(answer: Answer, typing: string | false = false): void {
    if (!typing || this.#typing !== typing) this.#past = [...this.#past, this.answer];
    this.#typing = typing;
    this.answer = answer;
    this.#keepDraft();
  }

  /** The attempt that was handed in last. */
  get #standing(): Attempt | undefined {
    return this.revised ?? this.first;
  }

  #mark(answer: Answer | undefined): Mark | undefined {
    if (!answer || !this.result) return undefined;
    const { key, mark } = this.result;
    return mark(key.spec as never, key.claims, answer);
  }

  /** The log, once its module has come: offline that may take a while. */
  #open(): Promise<SessionLog> {
    return (this.#log ??= patiently(async () => (await import('#storage/log.ts')).openOwnLog()));
  }

  async #keepAttempts(all: readonly Attempt[]): Promise<void> {
    // Until then the draft keeps the answer.
    const log = await this.#open();
    const { kept } = await log.add(all).catch(() => ({ kept: false }));
    this.keeping = kept ? 'device' : 'attempt-refused';
    // What the log could not take stays a draft: it can be handed in again after a reload. By now, it may be a new one.
    if (kept && !this.answering) this.#drafts.remove(this.#draft);
  }

  #fetchResult(): void {
    if (this.sealed || this.#asked) return;
    this.#asked = true;
    void patiently(
      async () => {
        const [parts, { Reasons }, key] = await Promise.all([
          this.#load(),
          import('./reasons.ts'),
          this.assigned?.key ?? fetchKey(this.exercise),
        ]);
        this.result = { ...parts, key, reasons: new Reasons(parts.Feedback, key.sources) };
      },
      () => (this.resultFailed = true),
    );
  }

  #keepDraft(): void {
    // Each in a task of its own: asking for modules takes a slow device longer than all else that an answer changes.
    setTimeout(() => this.#fetchResult());
    setTimeout(() => this.#open());
    const draft = this.#revises ? { answer: this.answer, revises: this.#revises } : { answer: this.answer };
    this.keeping = this.#drafts.write(this.#draft, draft) ? 'device' : 'draft-refused';
  }

  /**
   * Finds what was handed in before.
   *
   * @param underWay whether a draft is being worked on, even an empty one
   */
  async #restore(underWay = Object.keys(this.answer).length > 0): Promise<void> {
    const look = ++this.#looks;
    const standing = this.#standing;
    const revises = this.#revises;
    const looks = revises !== undefined || this.#log !== undefined || (await mayKeepAttempts());
    const log = looks ? await this.#open() : undefined;
    // An attempt at items that are no longer asked about shows nothing here; it stays in the log.
    const attempts = ((await log?.all()) ?? []).filter(
      ({ exercise, answer }) =>
        exercise === this.exercise && this.items.some((item) => answers(answer, this.main, item)),
    );
    if (look !== this.#looks) return;
    // What was handed in while the log was read is newer than what is in it; a revision is now known as one.
    if (this.#standing !== standing) {
      const revising = attempts.find(({ id }) => id === this.first?.revises);
      if (revising) [this.first, this.revised] = [revising, this.first];
      return;
    }
    if (underWay) {
      this.first = attempts.find((attempt) => attempt.id === revises);
      // What is not in a log that was read, nothing can revise.
      if (log) this.#revises = this.first?.id;
      this.revised = undefined;
      this.answering = true;
      return;
    }
    const last = latest(attempts);
    if (!last || (this.answering && this.#past.length > 0)) return;
    this.#fetchResult();
    this.first = last;
    this.revised = attempts.find((attempt) => attempt.revises === last.id);
    this.answer = (this.revised ?? last).answer;
    this.answering = false;
  }
}

/**
 * What `load` gives, asked for until it does: a network that only stutters tells nobody when it is back.
 *
 * @param failed is called each time that it does not
 */
async function patiently<Loaded>(load: () => Promise<Loaded>, failed?: () => void): Promise<Loaded> {
  for (;;) {
    try {
      return await load();
    } catch {
      failed?.();
      await new Promise((resolve) => setTimeout(resolve, retryAfter));
    }
  }
}

/** The time, as the log keeps it. */
function now(): string {
  return new Date().toISOString();
}
