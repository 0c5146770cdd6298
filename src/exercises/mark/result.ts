export { default as Feedback } from '../LabelFeedback.svelte';
export { default as ReadOut } from '../LabelReadOut.svelte';
export { mark } from './exercise.ts';
