export { default as Feedback } from '../Feedback.svelte';
export { default as ReadOut } from '../ReadOut.svelte';
export { mark } from './exercise.ts';
