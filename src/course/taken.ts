/** What there is to say of tests that were taken. It stands apart so that nobody loads it before. */
export { default as Reminders } from './Reminders.svelte';
export { default as TestResults } from './TestResults.svelte';
