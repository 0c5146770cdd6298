/** The option that stands for the learner's own word, which is in the field `own:<item>`. */
export const own = 'own';
