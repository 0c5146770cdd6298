import type { Answer } from '#domain/answer.ts';
import { labelIn } from '#domain/answer.ts';
import type { ClaimId } from '#domain/claim.ts';
import { differs, type ClaimMark, type Mark } from '#domain/mark.ts';
import type { Attempt } from '#storage/attempt.ts';
import { draftKey, openDrafts, readDraft, type Drafts } from '#storage/draft.ts';
import { openLog, type Log } from '#storage/log.ts';
import { href } from '#ui/href.ts';
import type { BaseSpec, ExerciseType, Key } from './contract.ts';

/** How much of the learner's work the device keeps; shown when it is not all of it. */
export type Keeping = 'device' | 'draft-refused' | 'attempt-refused';

/**
 * A learner's work on one exercise, from the first click to the revised answer. Views read it and change it through
 * its methods; it keeps the draft and the log, and marks by the exercise type.
 */
export class Session {
  readonly exercise: string;
  readonly claims: readonly ClaimId[];
  readonly #markAnswer: ExerciseType<BaseSpec, never>['mark'];
  readonly #drafts: Drafts;
  #log: Promise<Log> | undefined;
  #past: Answer[] = $state.raw([]);

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
  result: (typeof import('./result.ts') & { readonly key: Key<BaseSpec> }) | undefined = $state.raw();
  resultFailed = $state(false);

  /** Claims that have a label. */
  readonly done: number = $derived.by(
    () => this.claims.filter((claim) => labelIn(this.answer, claim)).length,
  );
  readonly missing: readonly ClaimId[] = $derived.by(() =>
    this.claims.filter((claim) => !labelIn(this.answer, claim)),
  );
  readonly firstMark: Mark | undefined = $derived.by(() => this.#mark(this.first));
  readonly revisedMark: Mark | undefined = $derived.by(() => this.#mark(this.revised));
  readonly #marks: Readonly<Record<ClaimId, ClaimMark>> = $derived.by(() => {
    const latest = this.revisedMark ?? this.firstMark;
    return Object.fromEntries(
      latest?.kind === 'marked' ? latest.claims.map((mark) => [mark.claim, mark]) : [],
    );
  });
  readonly canUndo: boolean = $derived.by(() => this.#past.length > 0);

  /**
   * @param claims the claims asked about, in order
   * @param mark the exercise type's marking
   */
  constructor(exercise: string, claims: readonly ClaimId[], mark: ExerciseType<BaseSpec, never>['mark']) {
    this.exercise = exercise;
    this.claims = claims;
    this.#markAnswer = mark;
    this.#drafts = openDrafts();
    if (typeof document === 'undefined') return;
    // What was clicked before the script arrived stands in the form, and in the draft where that could be kept.
    this.answer = { ...this.#drafts.read(exercise)?.answer, ...fieldsOf(exercise) };
  }

  /** Starts listening, and shows the last attempt if nothing is under way. @returns what stops it */
  wake(): () => void {
    this.awake = true;
    const draft = this.#drafts.read(this.exercise);
    if (Object.keys(this.answer).length > 0) this.#keepDraft();
    void this.#restore(draft?.revises);
    const onStorage = (event: StorageEvent) => {
      if (event.key !== null && event.key !== draftKey(this.exercise)) return;
      const theirs = readDraft(event.newValue);
      if (theirs) {
        this.#past = [];
        this.answer = theirs.answer;
        void this.#restore(theirs.revises, true);
      } else {
        this.#past = [];
        this.answer = {};
        void this.#restore(undefined);
      }
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }

  /** The latest mark of a claim; undefined in a first round, before anything was handed in. */
  markOf(claim: ClaimId): ClaimMark | undefined {
    return this.answering && !this.first ? undefined : this.#marks[claim];
  }

  /** Whether the label of this claim can be changed now: in a revision, only where the first label was not the key's. */
  isOpen(claim: ClaimId): boolean {
    if (!this.answering) return false;
    if (!this.first) return true;
    const mark = this.#marks[claim];
    return mark === undefined || differs(mark) || (mark.scored && mark.label === undefined);
  }

  set(field: string, value: string): void {
    if (this.answer[field] === value) return;
    this.#past = [...this.#past, this.answer];
    this.answer = { ...this.answer, [field]: value };
    this.#keepDraft();
  }

  /** Takes the last change back. */
  undo(): void {
    const before = this.#past.at(-1);
    if (!before) return;
    this.#past = this.#past.slice(0, -1);
    this.answer = before;
    this.#keepDraft();
  }

  /** Empties the form; {@link undo} brings it back. */
  clear(): void {
    if (Object.keys(this.answer).length === 0) return;
    this.#past = [...this.#past, this.answer];
    this.answer = {};
    this.#keepDraft();
  }

  /** Hands the answer in. @returns false when there is nothing to hand in */
  async handIn(): Promise<boolean> {
    if (this.done === 0) return false;
    const attempt: Attempt = {
      id: crypto.randomUUID(),
      exercise: this.exercise,
      answer: this.answer,
      at: now(),
      ...(this.first ? { revises: this.first.id } : {}),
    };
    this.answering = false;
    this.#fetchResult();
    if (this.first) this.revised = attempt;
    else this.first = attempt;
    this.#past = [];
    const { kept } = await (await this.#open()).add([attempt]);
    this.keeping = kept ? 'device' : 'attempt-refused';
    // What the log could not take stays a draft: it can be handed in again after a reload.
    if (kept) this.#drafts.remove(this.exercise);
    return true;
  }

  /** Opens the answer for its one revision. */
  revise(): void {
    if (!this.first || this.revised) return;
    this.answer = this.first.answer;
    this.answering = true;
    this.#past = [];
    this.#keepDraft();
  }

  /** Starts a new attempt with an empty form. Earlier attempts stay in the log. */
  startAgain(): void {
    this.first = undefined;
    this.revised = undefined;
    this.answer = {};
    this.#past = [];
    this.answering = true;
    this.#drafts.remove(this.exercise);
  }

  #mark(attempt: Attempt | undefined): Mark | undefined {
    if (!attempt || !this.result) return undefined;
    const { spec, claims } = this.result.key;
    return this.#markAnswer(spec, claims, attempt.answer);
  }

  #open(): Promise<Log> {
    return (this.#log ??= openLog());
  }

  #fetchResult(): void {
    if (this.result) return;
    this.resultFailed = false;
    Promise.all([
      import('./result.ts'),
      fetch(href(`/keys/${this.exercise}.json`)).then((key) => key.json()),
    ]).then(
      ([parts, key]) => (this.result = { ...parts, key: key as Key<BaseSpec> }),
      () => (this.resultFailed = true),
    );
  }

  #keepDraft(): void {
    this.#fetchResult();
    const draft = this.first ? { answer: this.answer, revises: this.first.id } : { answer: this.answer };
    this.keeping = this.#drafts.write(this.exercise, draft) ? 'device' : 'draft-refused';
  }

  /**
   * Finds what was handed in before.
   *
   * @param revises the attempt that the draft revises
   * @param underWay whether a draft is being worked on, even an empty one
   */
  async #restore(revises: string | undefined, underWay = Object.keys(this.answer).length > 0): Promise<void> {
    // An attempt at claims that are no longer asked about shows nothing here; it stays in the log.
    const attempts = (await (await this.#open()).all()).filter(
      ({ exercise, answer }) =>
        exercise === this.exercise && this.claims.some((claim) => labelIn(answer, claim)),
    );
    if (underWay) {
      this.first = attempts.find((attempt) => attempt.id === revises);
      this.revised = undefined;
      this.answering = true;
      return;
    }
    const last = attempts.at(-1);
    if (!last || (this.answering && this.#past.length > 0)) return;
    this.#fetchResult();
    const first = attempts.find((attempt) => attempt.id === last.revises);
    this.first = first ?? last;
    this.revised = first ? last : undefined;
    this.answer = last.answer;
    this.answering = false;
  }
}

/** The time, as the log keeps it. */
function now(): string {
  return new Date().toISOString();
}

/** The answered fields of the form of an exercise, as it stands in the page. */
function fieldsOf(exercise: string): Answer {
  const form = document.querySelector<HTMLFormElement>(`form[data-exercise="${exercise}"]`);
  if (!form) return {};
  const fields: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') fields[name] = value;
  return fields;
}
