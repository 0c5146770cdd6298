/** What is shown once an answer is handed in. A module of its own: nobody needs it before the first answer. */
export { default as Feedback } from './Feedback.svelte';
export { default as ReadOut } from './ReadOut.svelte';
